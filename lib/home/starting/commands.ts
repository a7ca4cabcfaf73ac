import "server-only"
import type { z } from "zod"
import type { Ctx } from "../../access/ctx"
import { ensure, RuleBroken } from "../../errors"
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
