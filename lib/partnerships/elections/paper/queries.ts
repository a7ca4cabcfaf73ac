import "server-only"
import type { Ctx } from "../../../access/ctx"
import { isStaff } from "../../../access/may"
import { ensure, RuleBroken } from "../../../errors"
import { say } from "../../../words"
import { candidatesOf } from "../counting/words"
import { listStanding } from "../nominations/queries"
import { getElection } from "../queries"
import { getRoll } from "../roll/queries"

/** What staff need to add ballots that came on paper: who stands, and the groups that haven’t voted. RuleBroken while voting isn’t open. */
export async function getForPaper(ctx: Ctx, id: string) {
  ensure(isStaff(ctx.actor))
  const election = await getElection(ctx, id)
  if (election.state !== "voting") throw new RuleBroken(say("Voting isn’t open."))
  const candidates = candidatesOf(await listStanding(ctx, id))
  return {
    election,
    candidates,
    groups: (await getRoll(ctx, id)).filter(({ leftOut, votedBy }) => !leftOut && !votedBy),
  }
}
