import "server-only"
import { eq } from "drizzle-orm"
import { elections } from "@/db/schema"
import type { Ctx } from "../../../access/ctx"
import { ensure, RuleBroken } from "../../../errors"
import { record } from "../../../journal/commands"
import { inWords, say } from "../../../words"
import { KEEPS_BOARDS, mayKeepBoards } from "../../policy"
import { holdElection } from "../holding/commands"
import { tellResult } from "../letters/commands"
import { listNominations } from "../nominations/queries"
import type { Election } from "../queries"
import { getResult } from "./queries"

/** Tells groups how an election that is held came out, once; its result stands where its board is shown from then on. */
export async function showNow(ctx: Ctx, election: Election): Promise<boolean> {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  if (election.state !== "ended" || election.shownAt) return false
  await ctx.tx.update(elections).set({ shownAt: ctx.now }).where(eq(elections.id, election.id))
  const result = await getResult(ctx, election.id)
  const elected = (await listNominations(ctx, election.id))
    .filter(({ electedAs }) => electedAs !== null)
    .sort((one, other) => (one.electedAs ?? 0) - (other.electedAs ?? 0))
    .map(({ name, group }) => say("{name} ({group})", { name, group }))
  await tellResult(ctx, election, [
    elected.length === 0
      ? say("Nobody stood.")
      : election.outcome === "unopposed"
        ? say("{elected}: elected unopposed.", { elected: inWords(elected) })
        : say("Elected: {elected}.", { elected: inWords(elected) }),
    ...(result
      ? [say("{voted} of {onRoll} groups voted.", { voted: result.voted, onRoll: result.onRoll })]
      : []),
  ])
  await record(ctx, {
    what: "election.shown",
    subject: ["election", election.id],
    summary: say("Told groups the result of “{title}”", { title: election.title }),
  })
  return true
}

/** Staff tell the result: everybody who stood has heard it by then. */
export async function showResult(ctx: Ctx, { id }: { id: string }) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  if (!(await showNow(ctx, await holdElection(ctx, id))))
    throw new RuleBroken(say("Groups have been told already."))
  return { id }
}
