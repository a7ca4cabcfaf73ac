import { z } from "zod"
import { keys, PROMISE_ENDINGS } from "@/db/vocabulary"
import { choices, dateMaybe, idMaybe, wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"

/** Something that a body promised at a board; with `askId` it answers that ask. */
export const addPromiseInput = z.object({
  boardId: z.uuid(),
  meetingId: idMaybe(),
  bodyId: z.uuid({ error: say("Choose who promised it") }),
  words: wordsSaid(say("Enter what was promised"), 2000),
  promisedBy: wordsMaybe(200),
  promisedOn: dateMaybe(),
  dueOn: dateMaybe(),
  askId: idMaybe(),
  needIds: choices(z.uuid()),
})
export type AddPromise = z.output<typeof addPromiseInput>

/** How a promise ended. */
export const endPromiseInput = z.object({
  id: z.uuid(),
  ending: z.enum(keys(PROMISE_ENDINGS), { error: say("Choose what became of it") }),
  outcome: wordsSaid(say("Enter what happened"), 3000),
  endedOn: dateMaybe(),
})
export type EndPromise = z.output<typeof endPromiseInput>
