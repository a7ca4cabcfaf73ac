import "server-only"
import { and, eq } from "drizzle-orm"
import type { z } from "zod"
import { events } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { setOptions } from "../../lios/commands"
import { mayRunLio } from "../../lios/policy"
import { addStarterKinds } from "../../memberships/starters/commands"
import { addStarters } from "../../word-lists/starters/commands"
import { say } from "../../words"
import type { acceptStartersInput } from "./input"

/** Takes the ticked starter words and kinds of membership onto the LIO's own lists, in one go. */
export async function acceptStarters(ctx: Ctx, chosen: z.output<typeof acceptStartersInput>) {
  ensure(mayRunLio(ctx.actor), say("Only a manager can set up the lists."))
  if (Object.values(chosen).every((names) => names.length === 0))
    throw new RuleBroken(say("Tick at least one, or go back to Settings."), "theme")
  return { words: await addStarters(ctx, chosen), kinds: await addStarterKinds(ctx, chosen) }
}

async function putChecklist(ctx: Ctx, away: boolean) {
  ensure(mayRunLio(ctx.actor), say("Only a manager can dismiss the checklist or bring it back."))
  await setOptions(ctx, { checklistAwayAt: away ? ctx.now : null })
  return record(ctx, {
    what: away ? "checklist.dismissed" : "checklist.restored",
    subject: ["lio", ctx.lio.id],
    summary: away ? say("Dismissed the checklist on Today") : say("Brought the checklist back to Today"),
  })
}

/** Takes the checklist off Today for everybody here, done or not. Gives the id of its line in the log. */
export const dismissChecklist = (ctx: Ctx) => putChecklist(ctx, true)

/** Brings the checklist back to Today. */
export const restoreChecklist = (ctx: Ctx) => putChecklist(ctx, false)

/** The same as the Undo of a dismissal, by its line in the log. */
export async function undoDismissal(ctx: Ctx, id: string) {
  const [line] = await ctx.tx
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.id, id), eq(events.what, "checklist.dismissed")))
  found(line)
  return restoreChecklist(ctx)
}
