import { z } from "zod"
import { dateMaybe, wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"
import { linkInput } from "../answering/input"

const step = {
  what: wordsSaid(say("Enter what you’ll do"), 500),
  who: wordsMaybe(200),
  dueOn: dateMaybe(),
  questionId: z
    .union([z.literal(""), z.uuid()])
    .nullish()
    .transform((id) => id || null),
}

/** Something to do after a check: what, who, by when. */
export const addStepInput = z.object({ id: z.uuid(), ...step })
/** The same with the link of the check. */
export const addStepByLinkInput = linkInput.extend(step)
export type AddStep = Omit<z.output<typeof addStepInput>, "id">

/** Something that is done. */
export const finishStepInput = z.object({ id: z.uuid(), stepId: z.uuid() })
/** The same with the link of the check. */
export const finishStepByLinkInput = linkInput.extend({ stepId: z.uuid() })
