import "server-only"
import { and, desc, eq, like } from "drizzle-orm"
import { drafts } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"

/** The asker's own unfinished forms of a kind ("session.new"), newest first. */
export async function listDrafts(ctx: Ctx, form: string) {
  const person = personOf(ctx.actor)
  if (!person) return []
  return ctx.tx
    .select({ form: drafts.form, values: drafts.values, savedAt: drafts.savedAt })
    .from(drafts)
    .where(and(eq(drafts.personId, person.personId), like(drafts.form, `${form}%`)))
    .orderBy(desc(drafts.savedAt))
    .limit(20)
}
export type Draft = Awaited<ReturnType<typeof listDrafts>>[number]
