import "server-only"
import { eq, sql } from "drizzle-orm"
import { ballotBoxes, elections } from "@/db/schema"
import type { ELECTION_RULES } from "@/db/vocabulary"
import { readingAll } from "../../../access/audiences"
import type { Ctx } from "../../../access/ctx"
import { closingMoment, reminderMoment } from "../../../consultations/period"
import { ensure, RuleBroken } from "../../../errors"
import { enqueue } from "../../../jobs/commands"
import { record } from "../../../journal/commands"
import { log } from "../../../log"
import { say, sayCount } from "../../../words"
import { KEEPS_BOARDS, mayKeepBoards } from "../../policy"
import { keepCheckTask } from "../checking/commands"
import { countElection } from "../counting/commands"
import { holdElection } from "../holding/commands"
import { listVoters, remindWhenDue, sendBallots, tellVoted } from "../letters/commands"
import { listNominations, listStanding } from "../nominations/queries"
import { isOpen } from "../nominations/words"
import type { Election } from "../queries"
import { showNow } from "../results/commands"
import { getResult } from "../results/queries"
import { freezeRoll } from "../roll/commands"
import { countVoted } from "../roll/queries"
import { settleElection } from "../seating/commands"
import { MOST_CANDIDATES, newBox } from "../voting/box"
import { boxOpens } from "../voting/queries"

const byStaff = (ctx: Ctx) => ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)

/** Has the clock look after an election at each of its moments. */
export async function clockElection(ctx: Ctx, election: Election) {
  const { id, nominationsUntil, votingFrom, votingUntil, rollOn } = election
  const zone = ctx.lio.timezone
  const remindAt = reminderMoment(votingUntil, ctx.now, zone)
  const moments: [string, Date][] = [
    ["nominations", nominationsUntil],
    ["roll", closingMoment(rollOn, "00:05", zone)],
    ["opening", votingFrom],
    ["closing", votingUntil],
    ...(remindAt ? [["reminder", remindAt] as [string, Date]] : []),
  ]
  await Promise.all(
    moments.map(([what, runAt]) =>
      enqueue(ctx, "move-election", { id }, { runAt, key: `move-election:${what}:${id}` }),
    ),
  )
}

/** How votes are counted, once it is known how many stand. */
const ruleFor = (
  { ruleAsked, places }: Pick<Election, "ruleAsked" | "places">,
  standing: number,
): keyof typeof ELECTION_RULES =>
  ruleAsked === "approval" ? "approval" : places > 1 ? "scottish-stv" : standing <= 2 ? "plurality" : "irv"

/** What keeps voting from opening; null when nothing does. */
export async function hindrance(ctx: Ctx, election: Election): Promise<string | null> {
  const all = await listNominations(ctx, election.id)
  const open = all.filter(isOpen)
  if (open.length > 0)
    return sayCount(open.length, {
      one: "{count} nomination isn’t checked yet.",
      other: "{count} nominations aren’t checked yet.",
    })
  const valid = all.filter((one) => one.valid && !one.withdrawn)
  if (valid.length === 0) return say("Nobody stands.")
  if (valid.length <= election.places)
    return say("No more stand than there are seats, so there is nothing to vote on.")
  if (valid.length > MOST_CANDIDATES) return say("No more than {most} can stand.", { most: MOST_CANDIDATES })
  if (!election.rollFrozenAt) return say("The roll doesn’t stand yet.")
  const [appeal] =
    await ctx.tx.execute(sql`select a.id from roll_appeals a join election_roll r on r.id = a.roll_id
    where r.election_id = ${election.id}::uuid and a.decision is null limit 1`)
  if (appeal) return say("An appeal about the roll isn’t decided yet.")
  const { onRoll } = await countVoted(ctx, election.id)
  return onRoll === 0 ? say("No group is on the roll.") : null
}

async function closeNominations(ctx: Ctx, election: Election) {
  await ctx.tx
    .update(elections)
    .set({ nominationsClosedAt: election.nominationsUntil })
    .where(eq(elections.id, election.id))
  await record(ctx, {
    what: "election.nominations_closed",
    subject: ["election", election.id],
    summary: say("Nominations closed: “{title}”", { title: election.title }),
  })
}

async function open(ctx: Ctx, election: Election) {
  const standing = await listStanding(ctx, election.id)
  const rule = ruleFor(election, standing.length)
  const { onRoll } = await countVoted(ctx, election.id)
  await ctx.tx.update(elections).set({ openedAt: ctx.now, rule }).where(eq(elections.id, election.id))
  await ctx.tx
    .insert(ballotBoxes)
    .values({ lioId: ctx.lio.id, electionId: election.id, ...newBox(election.id, onRoll) })
  await sendBallots(ctx, election, await listVoters(ctx, election.id), "ballot")
  await record(ctx, {
    what: "election.opened",
    subject: ["election", election.id],
    summary: sayCount(
      onRoll,
      {
        one: "Voting opened: “{title}”, {count} group on the roll",
        other: "Voting opened: “{title}”, {count} groups on the roll",
      },
      { title: election.title },
    ),
  })
}

/** Staff open voting: once nominations have closed and all of them are checked. */
export async function openVoting(ctx: Ctx, { id }: { id: string }) {
  byStaff(ctx)
  const election = await holdElection(ctx, id)
  if (election.state !== "checking") throw new RuleBroken(say("Nominations must have closed first."))
  if (election.votingUntil <= ctx.now)
    throw new RuleBroken(say("The last day of voting has gone by. Set new dates first."))
  if (!election.rollFrozenAt && election.rollOn <= ctx.today) await freezeRoll(ctx, election)
  const why = await hindrance(ctx, await holdElection(ctx, id))
  if (why) throw new RuleBroken(why)
  await open(ctx, election)
  return { id }
}

/**
 * The vote begins again with an empty box, and everybody who votes is told: the box can’t be opened, because its secret is gone;
 * or somebody else voted for a group, and as nobody knows which ballot that was, it can’t be taken out.
 */
export async function beginAgain(ctx: Ctx, { id }: { id: string }) {
  byStaff(ctx)
  const election = await holdElection(ctx, id)
  if (election.state !== "voting") throw new RuleBroken(say("Voting isn’t open."))
  const { onRoll, disputed } = await countVoted(ctx, id)
  const opens = await boxOpens(ctx, id)
  if (opens && disputed === 0)
    throw new RuleBroken(say("Nothing is known to be wrong with this vote, so it goes on."))
  await readingAll(ctx, "the box is put aside unread, for an empty one", () =>
    ctx.tx.update(ballotBoxes).set(newBox(id, onRoll)).where(eq(ballotBoxes.electionId, id)),
  )
  await ctx.tx.execute(
    sql`update election_roll set voted_by = null, voted_told = false, disputed = null where election_id = ${id}::uuid and voted_by is not null`,
  )
  // Whoever votes again has a week from now, at least.
  const least = new Date(ctx.now.getTime() + 7 * 86_400_000)
  const votingUntil = election.votingUntil > least ? election.votingUntil : least
  await ctx.tx
    .update(elections)
    .set({ votingUntil, remindedAt: null, restarts: election.restarts + 1 })
    .where(eq(elections.id, id))
  const anew = { ...election, votingUntil }
  await clockElection(ctx, anew)
  await sendBallots(ctx, anew, await listVoters(ctx, id), opens ? "anew" : "again")
  await record(ctx, {
    what: "election.began_again",
    subject: ["election", id],
    summary: opens
      ? say("Voting began again: “{title}”. Somebody else had voted for a group.", { title: election.title })
      : say("Voting began again: “{title}”. The ballot box couldn’t be opened.", { title: election.title }),
  })
  return { id }
}

/** Staff end what needs no vote: no more stand than there are seats, or nobody does. */
export async function endWithoutVote(ctx: Ctx, { id }: { id: string }) {
  byStaff(ctx)
  const election = await holdElection(ctx, id)
  if (election.state !== "checking") throw new RuleBroken(say("Nominations must have closed first."))
  const all = await listNominations(ctx, id)
  if (all.some(isOpen)) throw new RuleBroken(say("Check all nominations first."))
  const valid = all.filter((one) => one.valid && !one.withdrawn)
  if (valid.length > election.places)
    throw new RuleBroken(say("More stand than there are seats, so groups vote."))
  await settleElection(ctx, election, { electedIds: valid.map((one) => one.id), runnerUpId: null })
  return { id, outcome: valid.length > 0 ? ("unopposed" as const) : ("nobody" as const) }
}

/** The days between the count and the day on which everybody is told, unless staff tell them before. */
const SHOWN_AFTER = 86_400_000

/**
 * Takes an election as far as the clock says: closes nominations, freezes the roll, opens voting, reminds, counts and tells.
 * Each step happens once, however often this is asked for.
 */
export async function moveElection(ctx: Ctx, id: string): Promise<void> {
  ensure(ctx.actor.kind === "system")
  let election = await holdElection(ctx, id)
  if (election.state === "nominating" && election.nominationsUntil <= ctx.now) {
    await closeNominations(ctx, election)
    election = await holdElection(ctx, id)
  }
  const goesOn = election.state === "nominating" || election.state === "checking"
  if (goesOn && !election.rollFrozenAt && election.rollOn <= ctx.today) {
    await freezeRoll(ctx, election)
    election = await holdElection(ctx, id)
  }
  if (goesOn) await keepCheckTask(ctx, election)
  const opens = election.votingFrom <= ctx.now && ctx.now < election.votingUntil
  if (election.state === "checking" && opens && (await hindrance(ctx, election)) === null) {
    await open(ctx, election)
    election = await holdElection(ctx, id)
  }
  if (election.state === "voting") await tellVoted(ctx, election)
  if (election.state === "voting" && election.votingUntil <= ctx.now) {
    await countElection(ctx, election)
    election = await holdElection(ctx, id)
  }
  if (election.state === "voting") await remindWhenDue(ctx, election)
  if (election.state !== "ended") return
  // From when it was counted, however late that was: whoever stood hears of it first.
  const known = (await getResult(ctx, id))?.countedAt ?? election.closedAt
  if (known && known.getTime() + SHOWN_AFTER <= ctx.now.getTime()) await showNow(ctx, election)
}

/** Takes on every election that a moment has come for. One that can’t be taken on keeps no other waiting; the log says why. */
export async function moveOverdue(ctx: Ctx): Promise<void> {
  ensure(ctx.actor.kind === "system")
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const due = await ctx.tx.execute<{ id: string }>(sql`
    select e.id from elections e where e.published_at is not null and e.called_off_at is null and e.shown_at is null
      and (e.closed_at is not null or e.nominations_until <= ${now} or e.roll_on <= ${ctx.today}::date) order by e.voting_until limit 50`)
  for (const { id } of due) {
    try {
      await ctx.tx.transaction((tx) => moveElection({ ...ctx, tx }, id))
    } catch (error) {
      log.error({ err: error, election: id }, "An election could not be taken on")
    }
  }
}
