import "server-only"
import { eq } from "drizzle-orm"
import { ballotBoxes, boards, electionSeats, elections, seats } from "@/db/schema"
import { readingAll } from "../../access/audiences"
import { type Ctx, personOf } from "../../access/ctx"
import { closingMoment } from "../../consultations/period"
import { ensure, found, RuleBroken, refuse, yearTrouble } from "../../errors"
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

/** How many years ahead the days of an election may be. */
const YEARS = { ahead: 2 }

/** What is wrong with the days that staff set: those that can’t be meant, aren’t in order or have gone by. */
function troublesOf(ctx: Ctx, { nominationsUntil, votingFrom, votingUntil }: Days) {
  const isOver = closingMoment(nominationsUntil, CLOSES, ctx.lio.timezone) <= ctx.now
  return {
    nominationsUntil:
      yearTrouble(ctx, nominationsUntil, YEARS) ??
      (isOver ? say("Enter a day that is still to come.") : null),
    votingFrom:
      yearTrouble(ctx, votingFrom, YEARS) ??
      (votingFrom <= nominationsUntil ? say("Voting must open after nominations have closed.") : null),
    votingUntil:
      yearTrouble(ctx, votingUntil, YEARS) ??
      (votingUntil <= votingFrom ? say("Voting must close after the day on which it opens.") : null),
  }
}

/** The moments of the days that staff set. */
function momentsOf(ctx: Ctx, { nominationsUntil, votingFrom, votingUntil }: Days) {
  const zone = ctx.lio.timezone
  return {
    nominationsUntil: closingMoment(nominationsUntil, CLOSES, zone),
    votingFrom: closingMoment(votingFrom, OPENS, zone),
    votingUntil: closingMoment(votingUntil, CLOSES, zone),
  }
}

type Said = Omit<PlanElection, "boardId" | "seatIds">

/** What is wrong with the roll’s day. It can’t be a day that has gone by, but one that `stood` before may stay. */
function rollTrouble(ctx: Ctx, { rollOn, nominationsUntil, votingFrom }: Said, stood?: string) {
  if (rollOn && rollOn < ctx.today && rollOn !== stood)
    return say("Enter today or a later day, or leave it empty.")
  return (rollOn ?? nominationsUntil) > votingFrom ? say("The roll must be fixed before voting opens.") : null
}

const termTrouble = (ctx: Ctx, { startsOn, votingUntil }: Said) =>
  startsOn && startsOn <= votingUntil
    ? say("Enter a day after voting has closed, or leave it empty.")
    : yearTrouble(ctx, startsOn, YEARS)

/** What is written of an election. RuleBroken at each of its days that doesn’t fit; the roll’s may be left empty, and the term’s first. */
function fieldsOf(ctx: Ctx, said: Said, before?: Election) {
  refuse({
    ...troublesOf(ctx, said),
    rollOn: rollTrouble(ctx, said, before?.rollOn),
    startsOn: termTrouble(ctx, said),
  })
  const { nominationsUntil, votingFrom, votingUntil, rollOn, memberMonths, endorsements, ...rest } = said
  return {
    ...{ ...rest, rollOn: rollOn ?? nominationsUntil },
    ...{ memberMonths: memberMonths ?? 0, endorsements: endorsements ?? 0 },
    ...momentsOf(ctx, { nominationsUntil, votingFrom, votingUntil }),
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
  const days = fieldsOf(ctx, said, before)
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
  refuse(troublesOf(ctx, days))
  const moments = momentsOf(ctx, days)
  if (election.rollFrozenAt === null && election.rollOn > days.votingFrom)
    throw new RuleBroken(say("The roll must be fixed before voting opens."), "votingFrom")
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
