import "server-only"
import { eq, sql } from "drizzle-orm"
import { elections, nominations } from "@/db/schema"
import type { CHOSEN_BY, SEAT_HOLDERS } from "@/db/vocabulary"
import type { Ctx } from "../../../access/ctx"
import { daysAfter, monthsAfter } from "../../../days"
import { ensure, found, RuleBroken } from "../../../errors"
import { record } from "../../../journal/commands"
import { leaveForStaff, settleForStaff } from "../../../tasks/commands"
import { say } from "../../../words"
import { KEEPS_BOARDS, mayKeepBoards } from "../../policy"
import { holdSeat, writeTerm } from "../../seats/commands"
import { personMeant } from "../../seats/meaning/commands"
import { holdElection } from "../holding/commands"
import { tellCandidates } from "../letters/commands"
import { listNominations, type Nomination } from "../nominations/queries"
import type { Election } from "../queries"
import { seatsDiffer } from "../words"
import type { ConfirmSubstitute, GiveSeats } from "./input"

type Taking = {
  holds: keyof typeof SEAT_HOLDERS
  chosenBy: keyof typeof CHOSEN_BY
  note: string
}

/** Gives somebody who stood a term on a seat, from the day on which terms of this election begin. */
async function takeSeat(ctx: Ctx, election: Election, nomination: Nomination, seatId: string, how: Taking) {
  const seat = await holdSeat(ctx, seatId)
  const startsOn =
    election.startsOn && election.startsOn > ctx.today ? election.startsOn : daysAfter(ctx.today, 1)
  const personId =
    nomination.personId ??
    (await personMeant(ctx, nomination.groupId, { name: nomination.name, email: nomination.email }))
  await ctx.tx.update(nominations).set({ personId, seatId }).where(eq(nominations.id, nomination.id))
  await writeTerm(
    ctx,
    {
      ...{ seatId, personId, groupId: nomination.groupId, holds: how.holds, chosenBy: how.chosenBy },
      ...{ chosenNote: how.note, startsOn },
      endsOn: seat.termMonths ? monthsAfter(startsOn, seat.termMonths) : null,
      // Whoever agreed to stand agreed that groups and the public read their name.
      namedAt: ctx.now,
    },
    seat,
  )
}

/** The same where the seat may still be held: then staff are asked to see to it, and all else goes on. */
async function takeSeatOrAsk(ctx: Ctx, election: Election, one: Nomination, seatId: string, how: Taking) {
  try {
    await ctx.tx.transaction((tx) => takeSeat({ ...ctx, tx }, election, one, seatId, how))
  } catch (refusal) {
    if (!(refusal instanceof RuleBroken)) throw refusal
    await leaveForStaff(ctx, [
      {
        what: say("{name} was chosen for “{title}”, but the seat isn’t free: {why}", {
          ...{ name: one.name, title: election.title, why: refusal.message },
        }),
        groupId: one.groupId,
        assigneeId: null,
      },
    ])
  }
}

const chosenIn = (election: Election): Taking => ({
  holds: "representative",
  chosenBy: election.outcome === "unopposed" ? "unopposed" : "election",
  note: election.title,
})

const wordsOfGiving = ({ title }: Election) =>
  say("“{title}” is decided, and the seats differ: say who takes which", { title })

/** Those who are elected take the seats in their order; where it matters which, staff are asked to say who takes which. */
async function seat(ctx: Ctx, election: Election, elected: Nomination[]) {
  if (elected.length > 0 && seatsDiffer(election.seats))
    return leaveForStaff(ctx, [{ what: wordsOfGiving(election), groupId: null, assigneeId: null }])
  for (const [at, one] of elected.entries()) {
    const seat = election.seats[at]
    if (seat) await takeSeatOrAsk(ctx, election, one, seat.id, chosenIn(election))
  }
}

/** Staff say who of those who were elected takes which seat; whoever is left out waits. */
export async function giveSeats(ctx: Ctx, { id, taking }: GiveSeats) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const election = await holdElection(ctx, id)
  const elected = (await listNominations(ctx, id)).filter(({ electedAs }) => electedAs !== null)
  const taken = new Set(elected.map(({ seatId }) => seatId))
  const given: Nomination[] = []
  for (const [at, { id: nominationId, seatId }] of taking.entries()) {
    if (!seatId) continue
    const one = found(elected.find((other) => other.id === nominationId && !other.seatId))
    found(election.seats.find((seat) => seat.id === seatId))
    if (taken.has(seatId))
      throw new RuleBroken(say("Somebody else takes this seat. Choose another."), `taking.${at}.seatId`)
    taken.add(seatId)
    await takeSeat(ctx, election, one, seatId, chosenIn(election))
    given.push(one)
  }
  if (given.length === 0) throw new RuleBroken(say("Choose a seat for somebody."), "taking.0.seatId")
  if (elected.every((one) => one.seatId || given.includes(one)))
    await settleForStaff(ctx, wordsOfGiving(election))
  return { id, names: given.map(({ name }) => name) }
}

type Settled = { electedIds: string[]; runnerUpId: string | null; voted?: true }

/** Ends an election that is held: who is elected takes the seats, and everybody who stood is told. */
export async function settleElection(ctx: Ctx, election: Election, settled: Settled) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const { electedIds, runnerUpId, voted } = settled
  const outcome = electedIds.length === 0 ? "nobody" : voted ? "elected" : "unopposed"
  await ctx.tx
    .update(elections)
    .set({ closedAt: voted ? election.votingUntil : ctx.now, outcome })
    .where(eq(elections.id, election.id))
  await ctx.tx.execute(sql`
    update nominations n set elected_as = array_position(${sql.param(electedIds)}::uuid[], n.id), runner_up = n.id is not distinct from ${runnerUpId}::uuid
    where n.election_id = ${election.id}::uuid`)
  const all = await listNominations(ctx, election.id)
  const elected = electedIds.map((id) => found(all.find((one) => one.id === id)))
  await seat(ctx, { ...election, outcome }, elected)
  const stood = (await listNominations(ctx, election.id)).filter((one) => one.valid && !one.withdrawn)
  await tellCandidates(
    ctx,
    election,
    stood,
    elected.map(({ name }) => name),
  )
  if (!voted)
    await record(ctx, {
      what: "election.ended",
      subject: ["election", election.id],
      summary:
        outcome === "unopposed"
          ? say("“{title}” needed no vote: no more stood than there are seats", { title: election.title })
          : say("“{title}” ended: nobody stood", { title: election.title }),
    })
}

/** Staff confirm whoever came next as the substitute of whoever was elected; where there are several seats, on one of them. */
export async function confirmSubstitute(ctx: Ctx, said: ConfirmSubstitute) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const { id } = said
  const election = await holdElection(ctx, id)
  const all = await listNominations(ctx, id)
  const next = found(all.find(({ runnerUp }) => runnerUp))
  const [only, ...others] = election.seats
  const seatId = said.seatId ?? (others.length === 0 ? found(only).id : null)
  if (!seatId) throw new RuleBroken(say("Choose the seat"), "seatId")
  found(election.seats.find((seat) => seat.id === seatId))
  const holder = all.find((one) => one.electedAs !== null && (others.length === 0 || one.seatId === seatId))
  if (!holder) throw new RuleBroken(say("Nobody who was elected has this seat yet."), "seatId")
  if (holder.groupId === next.groupId)
    throw new RuleBroken(say("The substitute must come from another group."), "seatId")
  await takeSeat(ctx, election, next, seatId, {
    ...{ holds: "substitute", chosenBy: "election" },
    note: say("Came next in “{title}”", { title: election.title }),
  })
  return { id, name: next.name }
}
