import "server-only"
import type { Ctx } from "../../access/ctx"
import { enqueue } from "../../jobs/commands"

const SAYING = new Set(["name", "email", "phone", "website", "address", "postcode", "identifiers"])
const SOON = 60_000

/** Has the list looked through for groups that stand twice, a minute after the last change that could matter. */
export async function queueDuplicateSearch(ctx: Ctx, changed: string[] = ["name"]) {
  if (!changed.some((field) => SAYING.has(field))) return
  const runAt = new Date(ctx.now.getTime() + SOON)
  await enqueue(ctx, "find-duplicates", {}, { key: `find-duplicates:${ctx.lio.id}`, runAt })
}
