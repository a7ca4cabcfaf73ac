import "server-only"
import { and, eq, gt, isNull, or, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { boards, people, seats, seatTerms } from "@/db/schema"
import { CHOSEN_BY, type SEAT_HOLDERS, TERM_ENDINGS } from "@/db/vocabulary"
import { type Ctx, personOf } from "../../access/ctx"
import { monthsAfter } from "../../days"
import { ensure, found, RuleBroken, refuse, yearTrouble } from "../../errors"
import { settleGroups } from "../../groups/picker/commands"
import { record } from "../../journal/commands"
import { checkSeen } from "../../seen"
import { settleForStaff } from "../../tasks/commands"
import { whereIs } from "../../tasks/words"
import { formatDate, inSentence, say } from "../../words"
import { listElections } from "../elections/queries"
import { groupsChoose } from "../elections/words"
import { welcomeToBoard } from "../handover/commands"
import type { End } from "../input"
import { KEEPS_BOARDS, mayKeepBoards } from "../policy"
import { holdsInWords } from "../words"
import {
  type ChangeTerm,
  type EndTerm,
  type SeatChanged,
  type SeatSaid,
  type StartTerm,
  seatDetailsOf,
} from "./input"
import { personMeant } from "./meaning/commands"

/** Adds a seat to a board. */
export async function addSeat(ctx: Ctx, input: SeatSaid) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const [board] = await ctx.tx
    .select({ name: boards.name, endedOn: boards.endedOn })
    .from(boards)
    .where(eq(boards.id, input.boardId))
  if (found(board).endedOn) throw new RuleBroken(say("This board has ended, so it has no new seats."))
  const [made] = await ctx.tx
    .insert(seats)
    .values({ ...input, lioId: ctx.lio.id, createdAt: ctx.now })
    .returning({ id: seats.id })
  const { id } = found(made)
  await record(ctx, {
    what: "seat.added",
    subject: ["seat", id],
    summary: say("Added the seat {seat} on {board}", { seat: input.title, board: found(board).name }),
  })
  return { id, boardId: input.boardId }
}

/** The seat, kept from others until this is done. RuleBroken once it has ended. */
export async function holdSeat(ctx: Ctx, id: string) {
  const [seat] = await ctx.tx
    .select({ seat: seats, board: boards.name })
    .from(seats)
    .innerJoin(boards, eq(boards.id, seats.boardId))
    .where(eq(seats.id, id))
    .for("update", { of: seats })
  if (found(seat).seat.endedOn) throw new RuleBroken(say("This seat has ended."))
  return { ...found(seat).seat, board: found(seat).board }
}

/** Says a seat better. What somebody else saved meanwhile is shown first. */
export async function changeSeat(ctx: Ctx, { id, seen, ...fields }: SeatChanged) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const before = await holdSeat(ctx, id)
  checkSeen(seen, seatDetailsOf(before), fields)
  await ctx.tx.update(seats).set(fields).where(eq(seats.id, id))
  await record(ctx, {
    what: "seat.changed",
    subject: ["seat", id],
    summary: say("Changed the seat {seat} on {board}", { seat: fields.title, board: before.board }),
    from: seatDetailsOf(before),
    to: fields,
  })
  return { id, boardId: before.boardId }
}

/** Ends the terms that are not over of these seats, today, because the seat or its board is no more. */
export async function endAllTerms(ctx: Ctx, seatIds: string[], reason: string) {
  if (seatIds.length === 0) return
  // A term that was to begin later never began: it ends on the day on which it would have.
  await ctx.tx
    .update(seatTerms)
    .set({
      endedOn: sql`greatest(${ctx.today}::date, ${seatTerms.startsOn})`,
      ending: "board_ended",
      endedReason: reason,
    })
    .where(and(isOneOf(seatTerms.seatId, seatIds), isNotOver(ctx)))
}

const isNotOver = (ctx: Ctx) => or(isNull(seatTerms.endedOn), gt(seatTerms.endedOn, ctx.today))

/** A seat is no more; whoever held it does so no longer. */
export async function endSeat(ctx: Ctx, { id, reason }: End) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const seat = await holdSeat(ctx, id)
  await ctx.tx.update(seats).set({ endedOn: ctx.today, endedReason: reason }).where(eq(seats.id, id))
  await endAllTerms(ctx, [id], reason)
  await record(ctx, {
    what: "seat.ended",
    subject: ["seat", id],
    summary: say("The seat {seat} on {board} ended: {reason}", {
      ...{ seat: seat.title, board: seat.board, reason },
    }),
  })
  return { id, boardId: seat.boardId }
}

/** Nobody else holds the seat so, or will, once this term begins. */
async function ensureFree(ctx: Ctx, seatId: string, holds: keyof typeof SEAT_HOLDERS, from: string) {
  const [other] = await ctx.tx
    .select({ name: people.name, endedOn: seatTerms.endedOn, startsOn: seatTerms.startsOn })
    .from(seatTerms)
    .innerJoin(people, eq(people.id, seatTerms.personId))
    .where(
      and(
        eq(seatTerms.seatId, seatId),
        eq(seatTerms.holds, holds),
        // One that ended on the day on which it was to begin never was.
        or(
          isNull(seatTerms.endedOn),
          and(gt(seatTerms.endedOn, from), gt(seatTerms.endedOn, seatTerms.startsOn)),
        ),
      ),
    )
    .limit(1)
  if (!other) return
  const they = { name: other.name, holds: holdsInWords(holds) }
  if (other.endedOn)
    throw new RuleBroken(
      say("{name} is {holds} until {day}. Enter that day or a later one.", {
        ...they,
        day: formatDate(other.endedOn),
      }),
      "startsOn",
    )
  throw new RuleBroken(
    other.startsOn > from
      ? say("{name} is to be {holds} from {day}. End that term first.", {
          ...they,
          day: formatDate(other.startsOn),
        })
      : say("{name} is {holds} already. End their term first.", they),
    "startsOn",
  )
}

type NewTerm = Pick<
  typeof seatTerms.$inferInsert,
  "seatId" | "personId" | "groupId" | "holds" | "chosenBy" | "chosenNote" | "startsOn" | "endsOn" | "namedAt"
>

/** Somebody takes a seat or stands in, from a day on. Who may, and that the seat is held for this, is settled before. */
export async function writeTerm(
  ctx: Ctx,
  term: NewTerm,
  { title, boardId, board: name }: { title: string; boardId: string; board: string },
) {
  const board = { id: boardId, name }
  await ensureFree(ctx, term.seatId, term.holds, term.startsOn)
  const [made] = await ctx.tx
    .insert(seatTerms)
    .values({
      ...term,
      lioId: ctx.lio.id,
      createdAt: ctx.now,
      createdBy: personOf(ctx.actor)?.personId ?? null,
    })
    .returning({ id: seatTerms.id })
  const [person] = await ctx.tx.select({ name: people.name }).from(people).where(eq(people.id, term.personId))
  await record(ctx, {
    what: "term.started",
    subject: ["person", term.personId],
    groupIds: term.groupId ? [term.groupId] : [],
    summary: say("{name} became {holds} for {seat} on {board}, from {day} ({how})", {
      ...{ name: found(person).name, holds: holdsInWords(term.holds), seat: title, board: name },
      ...{ day: formatDate(term.startsOn), how: inSentence(CHOSEN_BY[term.chosenBy]) },
    }),
    to: term,
  })
  await welcomeToBoard(ctx, { ...term, seat: title, board })
  return { id: found(made).id }
}

/** How many years ahead the days of a term may be. */
const YEARS = { ahead: 20 }

/** Staff put somebody on a seat. Where no last day is said it follows from how long a term lasts. */
export async function startTerm(ctx: Ctx, input: StartTerm) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const seat = await holdSeat(ctx, input.seatId)
  const vote = (await listElections(ctx, { seatId: seat.id })).find(groupsChoose)
  if (vote && input.holds === "representative")
    throw new RuleBroken(
      say("Groups are choosing for this seat: “{title}”. Call that vote off first.", { title: vote.title }),
      "holds",
    )
  const [group, ...others] = await settleGroups(ctx, input)
  if (!group || others.length > 0)
    throw new RuleBroken(say("Choose the one group that they come from."), "groupName")
  refuse({
    startsOn: yearTrouble(ctx, input.startsOn, YEARS),
    endsOn: yearTrouble(ctx, input.endsOn, YEARS),
  })
  const startsOn = input.startsOn ?? ctx.today
  const endsOn = input.endsOn ?? (seat.termMonths ? monthsAfter(startsOn, seat.termMonths) : null)
  if (endsOn && endsOn <= startsOn)
    throw new RuleBroken(say("The end of the term must be after its first day."), "endsOn")
  const personId = await personMeant(ctx, group.id, input)
  const { seatId, holds, chosenBy, chosenNote } = input
  const namedAt = input.named ? ctx.now : null
  await writeTerm(
    ctx,
    { seatId, personId, groupId: group.id, holds, chosenBy, chosenNote, startsOn, endsOn, namedAt },
    seat,
  )
  return { id: seatId, boardId: seat.boardId }
}

async function holdTerm(ctx: Ctx, id: string) {
  const [row] = await ctx.tx
    .select({ term: seatTerms, seat: seats.title, boardId: boards.id, board: boards.name, name: people.name })
    .from(seatTerms)
    .innerJoin(seats, eq(seats.id, seatTerms.seatId))
    .innerJoin(boards, eq(boards.id, seats.boardId))
    .innerJoin(people, eq(people.id, seatTerms.personId))
    .where(eq(seatTerms.id, id))
    .for("update", { of: seatTerms })
  return found(row)
}

/** Changes until when a term is planned, and whether the public page names whoever holds it. */
export async function changeTerm(ctx: Ctx, { id, endsOn, named }: ChangeTerm) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const { term, seat, board, boardId, name } = await holdTerm(ctx, id)
  if (endsOn && endsOn <= term.startsOn)
    throw new RuleBroken(say("The end of the term must be after its first day."), "endsOn")
  if (endsOn !== term.endsOn) refuse({ endsOn: yearTrouble(ctx, endsOn, YEARS) })
  const fields = { endsOn, namedAt: named ? (term.namedAt ?? ctx.now) : null }
  // Another end is another thing to be reminded of.
  const remindedAt = endsOn === term.endsOn ? term.remindedAt : null
  await ctx.tx
    .update(seatTerms)
    .set({ ...fields, remindedAt })
    .where(eq(seatTerms.id, id))
  await record(ctx, {
    what: "term.changed",
    subject: ["person", term.personId],
    groupIds: term.groupId ? [term.groupId] : [],
    summary: say("Changed the term of {name} for {seat} on {board}", { name, seat, board }),
    from: { endsOn: term.endsOn, named: Boolean(term.namedAt) },
    to: { endsOn, named },
  })
  return { id: term.seatId, boardId }
}

/** Ends a term, once: when and why. */
export async function endTerm(ctx: Ctx, { id, ending, endedReason, endedOn }: EndTerm) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const { term, seat, board, boardId, name } = await holdTerm(ctx, id)
  if (term.endedOn) throw new RuleBroken(say("This term has ended already."))
  const on = endedOn ?? ctx.today
  if (on < term.startsOn) throw new RuleBroken(say("This is before the term began."), "endedOn")
  await ctx.tx.update(seatTerms).set({ endedOn: on, ending, endedReason }).where(eq(seatTerms.id, id))
  if (term.holds === "representative")
    await settleForStaff(ctx, whereIs(`partnerships/${boardId}/seats/${term.seatId}`))
  await record(ctx, {
    what: "term.ended",
    subject: ["person", term.personId],
    groupIds: term.groupId ? [term.groupId] : [],
    summary: say("{name} is {holds} for {seat} on {board} until {day}: {why}", {
      ...{ name, holds: holdsInWords(term.holds), seat, board, day: formatDate(on) },
      why: endedReason ?? TERM_ENDINGS[ending],
    }),
    to: { endedOn: on, ending, endedReason },
  })
  return { id: term.seatId, boardId, name, vacant: term.holds === "representative" }
}
