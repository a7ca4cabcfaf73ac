import type { Actor } from "../access/ctx"
import { isStaff, mayEdit, sitsOn } from "../access/may"
import { say } from "../words"

/** All staff read every board; its representatives read theirs. */
export const mayReadAllBoards = isStaff
/** Workers and managers keep boards, seats and terms. */
export const mayKeepBoards = mayEdit
/** What somebody is told who may not keep them. */
export const KEEPS_BOARDS = say("Only workers and managers can change boards and seats.")
/** What goes with a board inside: papers, briefs, who has declared what. */
export const mayReadBoard = (actor: Actor, boardId: string) => isStaff(actor) || sitsOn(actor, boardId)
/** Tells a group what became of what it wanted to have raised: whoever keeps the board, and whoever sits on it. */
export const mayReplyToRaised = (actor: Actor, boardId: string) => mayEdit(actor) || sitsOn(actor, boardId)
/** Writes the report of a meeting: whoever sits on the board, or staff for them. */
export const mayReport = (actor: Actor, boardId: string) => mayEdit(actor) || sitsOn(actor, boardId)
