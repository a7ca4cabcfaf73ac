import { z } from "zod"
import { CHOSEN_BY, keys, SEAT_HOLDERS, TERM_ENDINGS } from "@/db/vocabulary"
import { whichGroups } from "../../groups/picker/input"
import { addressMaybe, dateMaybe, numberMaybe, ticked, wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"

const seat = {
  title: wordsSaid(say("Enter what the seat is called"), 200),
  mandate: wordsMaybe(5000),
  role: wordsMaybe(10_000),
  time: wordsMaybe(500),
  termMonths: numberMaybe(120),
}
/** A seat on a board: for whom it speaks, what the role asks, how long a term lasts in months. */
export const addSeatInput = z.object({ boardId: z.uuid(), ...seat })
export type SeatSaid = z.output<typeof addSeatInput>
/** The same for one that is there. */
export const changeSeatInput = z.object({ id: z.uuid(), seen: z.string().max(40_000).optional(), ...seat })
export type SeatChanged = z.output<typeof changeSeatInput>

type Details = Omit<SeatSaid, "boardId">
/** What a seat says of itself, as its form shows it. */
export const seatDetailsOf = ({ title, mandate, role, time, termMonths }: Details): Details => ({
  ...{ title, mandate, role, time, termMonths },
})

/** Somebody of a group takes a seat, or stands in: named, and found by address or added to the group. */
export const startTermInput = z.object({
  seatId: z.uuid(),
  ...whichGroups,
  name: wordsSaid(say("Enter their name"), 200),
  email: addressMaybe(),
  holds: z.enum(keys(SEAT_HOLDERS), { error: say("Choose what they are on this board") }),
  chosenBy: z.enum(keys(CHOSEN_BY), { error: say("Choose how they were chosen") }),
  chosenNote: wordsMaybe(1000),
  startsOn: dateMaybe(),
  endsOn: dateMaybe(),
  named: ticked(),
})
export type StartTerm = z.output<typeof startTermInput>

/** Until when a term is planned, and whether the public page may name whoever holds it. */
export const changeTermInput = z.object({ id: z.uuid(), endsOn: dateMaybe(), named: ticked() })
export type ChangeTerm = z.output<typeof changeTermInput>

/** What somebody leaves to whoever comes after them. */
export const handOverInput = z.object({ termId: z.uuid(), words: wordsMaybe(10_000) })
export type HandOver = z.output<typeof handOverInput>

/** A term ends: when and why. */
export const endTermInput = z.object({
  id: z.uuid(),
  ending: z.enum(keys(TERM_ENDINGS), { error: say("Choose why their term ended") }),
  endedReason: wordsMaybe(1000),
  endedOn: dateMaybe(),
})
export type EndTerm = z.output<typeof endTermInput>
