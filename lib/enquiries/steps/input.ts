import { z } from "zod"
import { dateMaybe, idMaybe, wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"

/** An enquiry that is begun on a pathway, and who helps with it. `pathwayId` null: the one that comes with Trellis. */
export const beginInput = z.object({ id: z.uuid(), pathwayId: idMaybe(), helperId: idMaybe() })
export type Begin = z.output<typeof beginInput>

/** A step, by its id; `done`: whether it is done from now on. */
export const tickStepInput = z.object({
  id: z.uuid(),
  done: z.enum(["yes", "no"], { error: say("Press one of the buttons") }).transform((said) => said === "yes"),
})
export type TickStep = z.output<typeof tickStepInput>

/** What is said of a step: who helps, until when, and what there is to know. */
export const changeStepInput = z.object({
  id: z.uuid(),
  title: wordsSaid(say("Enter what the step is"), 200),
  helperId: idMaybe(),
  dueOn: dateMaybe(),
  note: wordsMaybe(2000),
})
export type ChangeStep = z.output<typeof changeStepInput>

/** One more step of an enquiry, at its end. */
export const addStepInput = z.object({ id: z.uuid(), title: wordsSaid(say("Enter what the step is"), 200) })
export type AddStep = z.output<typeof addStepInput>
