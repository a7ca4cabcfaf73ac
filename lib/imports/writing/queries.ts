import "server-only"
import type { Ctx } from "../../access/ctx"
import { listEveryField } from "../../fields/queries"
import type { Judged } from "../matching/judge"

/** The questions that some rows answer and only staff may see the answers of. */
export async function staffOnlyIn(ctx: Ctx, rows: Judged[]): Promise<Set<string>> {
  const answered = new Set(rows.flatMap(({ answers }) => Object.keys(answers)))
  if (answered.size === 0) return answered
  const fields = await listEveryField(ctx)
  return new Set(
    fields.flatMap(({ id, forGroups }) => (answered.has(id) && forGroups === "nothing" ? [id] : [])),
  )
}
