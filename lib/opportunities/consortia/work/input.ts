import { z } from "zod"
import { dateMaybe, idMaybe, wordsSaid } from "../../../input"
import { say } from "../../../words"

/** What was decided, and on which day. */
export const decideInput = z.object({
  id: z.uuid(),
  words: wordsSaid(say("Enter what was decided"), 3000),
  on: dateMaybe(),
})
export type Decide = z.output<typeof decideInput>

/** What is to be done, by whom in the room and by when. */
export const addTaskInput = z.object({
  id: z.uuid(),
  what: wordsSaid(say("Enter what’s to be done"), 500),
  personId: z.uuid({ error: say("Choose who does it") }),
  dueOn: dateMaybe(),
})
export type AddTask = z.output<typeof addTaskInput>

/** A task of a room. */
export const taskInput = z.object({ id: z.uuid(), taskId: z.uuid() })
export type OneTask = z.output<typeof taskInput>

/** A question, or an answer to one. */
export const sayInput = z.object({
  id: z.uuid(),
  answersId: idMaybe(),
  words: wordsSaid(say("Enter your question or answer"), 5000),
})
export type Say = z.output<typeof sayInput>
