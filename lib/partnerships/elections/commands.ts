import "server-only"
import { eq } from "drizzle-orm"
import { ballotBoxes, boards, electionSeats, elections, seats } from "@/db/schema"
import { readingAll } from "../../access/audiences"
import { type Ctx, personOf } from "../../access/ctx"
import { closingMoment } from "../../consultations/period"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { formatDate, say } from "../../words"
import { KEEPS_BOARDS, mayKeepBoards } from "../policy"
import { keepCheckTask } from "./checking/commands"
import { holdElection } from "./holding/commands"
import type { CallOff, ChangeElection, Extend, PlanElection } from "./input"
import { tellCalledOff, tellNotice } from "./letters/commands"
import { clockElection } from "./moving/commands"
import { type Election, listElections } from "./queries"
import { goesOn } from "./words"

const OPENS = "09:00"
const CLOSES = "17:00"
type Days = Pick<PlanElection, "nominationsUntil" | "votingFrom" | "votingUntil">

/** The moments of the days that staff set. RuleBroken where they aren’t in order or have gone by. */
function momentsOf(ctx: Ctx, { nominationsUntil, votingFrom, votingUntil }: Days) {
  const zone = ctx.lio.timezone
  if (votingFrom <= nominationsUntil)
    throw new RuleBroken(say("Voting must open after nominations have closed."), "votingFrom")
  if (votingUntil <= votingFrom)
    throw new RuleBroken(say("Voting must close after the day on which it opens."), "votingUntil")
  const moments = {
    nominationsUntil: closingMoment(nominationsUntil, CLOSES, zone),
    votingFrom: closingMoment(votingFrom, OPENS, zone),
    votingUntil: closingMoment(votingUntil, CLOSES, zone),
  }
  if (moments.nominationsUntil <= ctx.now)
    throw new RuleBroken(say("Enter a day that is still to come."), "nominationsUntil")
  return moments
}

type Said = Omit<PlanElection, "boardId" | "seatIds">

/** What is written of an election. RuleBroken at the first of its days that doesn’t fit, before the roll’s, which may be left empty. */
function fieldsOf(ctx: Ctx, said: Said) {
  const { nominationsUntil, votingFrom, votingUntil, rollOn, memberMonths, endorsements, ...rest } = said
  const moments = momentsOf(ctx, { nominationsUntil, votingFrom, votingUntil })
  const roll = rollOn ?? nominationsUntil
  if (roll > votingFrom) throw new RuleBroken(say("The roll must stand before voting opens."), "rollOn")
  return {
    ...{ ...rest, rollOn: roll, memberMonths: memberMonths ?? 0, endorsements: endorsements ?? 0 },
    ...moments,
  }
}

/** Each seat is chosen for by one election at a time. RuleBroken where another is about one of these. */
async function ensureAlone(ctx: Ctx, boardId: string, seatIds: string[], but: string | null, field?: string) {
  const other = (await listElections(ctx, { boardId })).find(
    (one) => one.id !== but && goesOn(one) && one.seats.some(({ id }) => seatIds.includes(id)),
  )
  const seat = other?.seats.find(({ id }) => seatIds.includes(id))
  if (other && seat)
    throw new RuleBroken(
      other.state === "planned"
        ? say("A vote about {seat} is planned already: “{title}”. Change that one, or call it off first.", {
            ...{ seat: seat.title, title: other.title },
          })
        : say("Groups are choosing for {seat} already: “{title}”. Call that vote off first.", {
            ...{ seat: seat.title, title: other.title },
          }),
      field,
    )
}

/** The seats of a board that are chosen for. RuleBroken where one has ended, belongs to another or is chosen for already. */
async function seatsMeant(ctx: Ctx, boardId: string, seatIds: string[], but: string | null = null) {
  const wanted = [...new Set(seatIds)]
  if (wanted.length === 0) throw new RuleBroken(say("Choose at least one seat."), "seatIds")
  const there = await ctx.tx.select().from(seats).where(eq(seats.boardId, boardId)).for("update")
  const meant = wanted.map((id) => there.find((seat) => seat.id === id && !seat.endedOn))
  if (meant.some((seat) => !seat)) throw new RuleBroken(say("One of these seats has ended."), "seatIds")
  await ensureAlone(ctx, boardId, wanted, but, "seatIds")
  return wanted
}

const writeSeats = (ctx: Ctx, electionId: string, seatIds: string[]) =>
  ctx.tx.insert(electionSeats).values(seatIds.map((seatId) => ({ lioId: ctx.lio.id, electionId, seatId })))

/** Plans an election for seats of a board. Nobody hears of it until it’s announced. */
export async function planElection(ctx: Ctx, { boardId, seatIds, ...said }: PlanElection) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const [board] = await ctx.tx
    .select({ name: boards.name, endedOn: boards.endedOn })
    .from(boards)
    .where(eq(boards.id, boardId))
  if (found(board).endedOn) throw new RuleBroken(say("This board has ended."))
  const fields = fieldsOf(ctx, said)
  const meant = await seatsMeant(ctx, boardId, seatIds)
  const [made] = await ctx.tx
    .insert(elections)
    .values({
      ...{ ...fields, places: meant.length, lioId: ctx.lio.id, boardId },
      ...{ createdAt: ctx.now, createdBy: personOf(ctx.actor)?.personId ?? null },
    })
    .returning({ id: elections.id })
  const { id } = found(made)
  await writeSeats(ctx, id, meant)
  await record(ctx, {
    what: "election.planned",
    subject: ["election", id],
    summary: say("Planned a vote: “{title}” on {board}", { title: said.title, board: found(board).name }),
  })
  return { id }
}

const inState = (election: Election, ...states: Election["state"][]) => {
  if (!states.includes(election.state))
    throw new RuleBroken(say("It has moved on meanwhile. Open the page again."))
  return election
}

/** Changes an election that isn’t announced yet. */
export async function changeElection(ctx: Ctx, { id, seatIds, ...said }: ChangeElection) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const before = inState(await holdElection(ctx, id), "planned")
  const days = fieldsOf(ctx, said)
  const meant = await seatsMeant(ctx, before.boardId, seatIds, id)
  const fields = { ...days, places: meant.length }
  await ctx.tx.update(elections).set(fields).where(eq(elections.id, id))
  await ctx.tx.delete(electionSeats).where(eq(electionSeats.electionId, id))
  await writeSeats(ctx, id, meant)
  await record(ctx, {
    what: "election.changed",
    subject: ["election", id],
    summary: say("Changed the vote “{title}”", { title: said.title }),
    to: fields,
  })
  return { id }
}

/** Announces an election: its notice stands where its board is shown, and the groups that choose are told. */
export async function publishElection(ctx: Ctx, { id }: { id: string }) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const election = inState(await holdElection(ctx, id), "planned")
  if (election.nominationsUntil <= ctx.now)
    throw new RuleBroken(say("The last day for nominations has gone by. Change the dates first."))
  const seatIds = election.seats.map((seat) => seat.id)
  await ensureAlone(ctx, election.boardId, seatIds, id)
  await ctx.tx.update(elections).set({ publishedAt: ctx.now }).where(eq(elections.id, id))
  await clockElection(ctx, election)
  const told = await tellNotice(ctx, election)
  await record(ctx, {
    what: "election.published",
    subject: ["election", id],
    summary: say("Asked groups for nominations: “{title}”, until {day}", {
      title: election.title,
      day: formatDate(election.nominationsUntil, ctx.lio.timezone),
    }),
  })
  return { id, told }
}

/** Opens nominations again, with new dates: nobody stood, or too few. Those who stand stay. */
export async function extendElection(ctx: Ctx, { id, ...days }: Extend) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const election = inState(await holdElection(ctx, id), "nominating", "checking")
  const moments = momentsOf(ctx, days)
  if (election.rollFrozenAt === null && election.rollOn > days.votingFrom)
    throw new RuleBroken(say("The roll must stand before voting opens."), "votingFrom")
  await ctx.tx
    .update(elections)
    .set({ ...moments, nominationsClosedAt: null })
    .where(eq(elections.id, id))
  const anew = { ...election, ...moments }
  await keepCheckTask(ctx, anew)
  await clockElection(ctx, anew)
  const told = await tellNotice(ctx, anew)
  await record(ctx, {
    what: "election.extended",
    subject: ["election", id],
    summary: say("Gave more time for nominations: “{title}”, until {day}", {
      title: election.title,
      day: formatDate(moments.nominationsUntil, ctx.lio.timezone),
    }),
  })
  return { id, told }
}

/** Calls an election off, with a reason that groups read. What was in its box goes unread. */
export async function callOff(ctx: Ctx, { id, reason }: CallOff) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const election = inState(await holdElection(ctx, id), "planned", "nominating", "checking", "voting")
  await ctx.tx
    .update(elections)
    .set({ calledOffAt: ctx.now, calledOffReason: reason })
    .where(eq(elections.id, id))
  await readingAll(ctx, "the box goes, unread", () =>
    ctx.tx.delete(ballotBoxes).where(eq(ballotBoxes.electionId, id)),
  )
  await keepCheckTask(ctx, election)
  if (election.publishedAt) await tellCalledOff(ctx, election, reason)
  await record(ctx, {
    what: "election.called_off",
    subject: ["election", id],
    summary: say("Called off the vote “{title}”: {reason}", { title: election.title, reason }),
  })
  return { id }
}
