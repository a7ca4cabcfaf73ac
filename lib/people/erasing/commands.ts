import "server-only"
import { eq } from "drizzle-orm"
import { people } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { eraseFromLog, record } from "../../journal/commands"
import { say, sayCount } from "../../words"
import { mayErasePerson } from "../policy"

/**
 * Takes the details of somebody who has left out of the history, those of entries that were merged with theirs too. What
 * happened, when and to what stays. Gives how many entries of the log it changed.
 */
export async function eraseFromHistory(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ id: string; entries: number }> {
  ensure(mayErasePerson(ctx.actor), say("Only a manager can erase somebody’s details from the history."))
  const [row] = await ctx.tx.select().from(people).where(eq(people.id, id)).for("update")
  const person = found(row)
  if (person.mergedIntoId) return eraseFromHistory(ctx, { id: person.mergedIntoId })
  if (!person.leftAt)
    throw new RuleBroken(
      say("This person hasn’t left. Say on their page that they have, then erase their details."),
    )
  const entries = await eraseFromLog(ctx, id)
  await record(ctx, {
    what: "person.erased",
    subject: ["person", id],
    summary: sayCount(entries, {
      one: "Erased the details of someone who has left, in {count} history entry",
      other: "Erased the details of someone who has left, in {count} history entries",
    }),
    to: { entries },
  })
  return { id, entries }
}
