import { z } from "zod"
import { newBodyField } from "../groups/bodies/input"
import { choices, websiteMaybe, wordsMaybe, wordsSaid } from "../input"
import { say } from "../words"

const board = {
  name: wordsSaid(say("Enter the name of the board"), 200),
  bodyIds: choices(z.uuid()),
  ...newBodyField,
  purpose: wordsMaybe(2000),
  terms: wordsMaybe(20_000),
  website: websiteMaybe(),
  contact: wordsMaybe(1000),
  networkIds: choices(z.uuid()),
  themeIds: choices(z.uuid()),
}

/** A board as staff open it; `newBody` is a body that the list lacks. */
export const openBoardInput = z.object(board)
export type BoardSaid = z.output<typeof openBoardInput>
/** The same for one that is there. */
export const changeBoardInput = z.object({ id: z.uuid(), seen: z.string().max(60_000).optional(), ...board })
export type BoardChanged = z.output<typeof changeBoardInput>

type Details = Omit<BoardSaid, "newBody">
/** What a board says of itself, as its form shows it. */
export const detailsOf = (board: Details): Details => {
  const { name, bodyIds, purpose, terms, website, contact, networkIds, themeIds } = board
  return { name, bodyIds, purpose, terms, website, contact, networkIds, themeIds }
}

/** A board is put on the public page, or taken off it. */
export const turnBoardInput = z.object({ id: z.uuid(), to: z.enum(["shown", "hidden"]) })
export type TurnBoard = z.output<typeof turnBoardInput>

/** Why a board, or a seat on it, is no more. */
export const endInput = z.object({ id: z.uuid(), reason: wordsSaid(say("Enter why it ended"), 1000) })
export type End = z.output<typeof endInput>
