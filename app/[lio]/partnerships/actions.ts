"use server"

import { submit } from "@/app/_http/submit"
import { changeBoard, endBoard, openBoard, turnBoard } from "@/lib/partnerships/commands"
import { addDecision, dropDecision } from "@/lib/partnerships/decisions/commands"
import { addDecisionInput, decisionIdInput } from "@/lib/partnerships/decisions/input"
import { changeBoardInput, endInput, openBoardInput, turnBoardInput } from "@/lib/partnerships/input"
import { addPromise, endPromise } from "@/lib/partnerships/promises/commands"
import { addPromiseInput, endPromiseInput } from "@/lib/partnerships/promises/input"
import {
  addSeat,
  changeSeat,
  changeTerm,
  endSeat,
  endTerm,
  startTerm,
} from "@/lib/partnerships/seats/commands"
import {
  addSeatInput,
  changeSeatInput,
  changeTermInput,
  endTermInput,
  startTermInput,
} from "@/lib/partnerships/seats/input"
import { say } from "@/lib/words"

const toBoard = (lio: string, id: string, text: string) => ({
  to: `/${lio}/partnerships/${id}`,
  banner: { text },
})
const toSeat = (lio: string, { id, boardId }: { id: string; boardId: string }, text: string) => ({
  to: `/${lio}/partnerships/${boardId}/seats/${id}`,
  banner: { text },
})

/** Adds a board. */
export const openBoardForm = submit("openBoard", openBoardInput, openBoard, ({ id }, { lio }) =>
  toBoard(lio, id, say("The board is added. Now add the seats that groups have on it.")),
)
/** Changes what is kept of it. */
export const changeBoardForm = submit("changeBoard", changeBoardInput, changeBoard, ({ id }, { lio }) =>
  toBoard(lio, id, say("Saved.")),
)
/** Puts it on the public page, or takes it off. */
export const turnBoardForm = submit("turnBoard", turnBoardInput, turnBoard, ({ id, to }, { lio }) =>
  toBoard(
    lio,
    id,
    to === "shown"
      ? say("It’s on the public page now, with its seats and vacancies.")
      : say("It’s off the public page."),
  ),
)
/** Says that it is no more. */
export const endBoardForm = submit("endBoard", endInput, endBoard, ({ id }, { lio }) =>
  toBoard(lio, id, say("The board has ended, and so have its seats.")),
)
/** Writes down what it decided. */
export const addDecisionForm = submit("addDecision", addDecisionInput, addDecision, ({ boardId }, { lio }) =>
  toBoard(lio, boardId, say("The decision is written down.")),
)
/** Takes a decision off. */
export const dropDecisionForm = submit(
  "dropDecision",
  decisionIdInput,
  dropDecision,
  ({ boardId }, { lio }) => toBoard(lio, boardId, say("Taken off.")),
)
/** Adds a seat. */
export const addSeatForm = submit("addSeat", addSeatInput, addSeat, (seat, { lio }) =>
  toSeat(lio, seat, say("The seat is added.")),
)
/** Changes what is kept of it. */
export const changeSeatForm = submit("changeSeat", changeSeatInput, changeSeat, (seat, { lio }) =>
  toSeat(lio, seat, say("Saved.")),
)
/** Says that a seat is no more. */
export const endSeatForm = submit("endSeat", endInput, endSeat, ({ boardId }, { lio }) =>
  toBoard(lio, boardId, say("The seat has ended.")),
)
/** Puts somebody on a seat. */
export const startTermForm = submit("startTerm", startTermInput, startTerm, (seat, { lio }) =>
  toSeat(lio, seat, say("Saved. They’ll find the board’s pages when they sign in.")),
)
/** Changes a term. */
export const changeTermForm = submit("changeTerm", changeTermInput, changeTerm, (seat, { lio }) =>
  toSeat(lio, seat, say("Saved.")),
)
/** Ends a term. */
export const endTermForm = submit("endTerm", endTermInput, endTerm, (seat, { lio }) =>
  toSeat(
    lio,
    seat,
    seat.vacant ? say("Their term has an end. The seat will be vacant then.") : say("Their term has an end."),
  ),
)
/** Writes down a promise. */
export const addPromiseForm = submit(
  "addPromise",
  addPromiseInput,
  addPromise,
  ({ boardId, id }, { lio }) => ({
    to: `/${lio}/partnerships/${boardId}/promises/${id}`,
    banner: { text: say("The promise is written down.") },
  }),
)
/** Says how one ended. */
export const endPromiseForm = submit(
  "endPromise",
  endPromiseInput,
  endPromise,
  ({ boardId, id }, { lio }) => ({
    to: `/${lio}/partnerships/${boardId}/promises/${id}`,
    banner: { text: say("Saved.") },
  }),
)
