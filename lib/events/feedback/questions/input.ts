import { z } from "zod"
import { questionShape, withSetting } from "../../../consultations/questions/input"
import { type Move, moveShape } from "../../../order/input"
import { say } from "../../../words"

/** A question to be put last. */
export const addFeedbackQuestionInput = z
  .object({ eventId: z.uuid(), ...questionShape })
  .transform(withSetting)
export type AddFeedbackQuestion = z.output<typeof addFeedbackQuestionInput>

/** A question as it is changed. */
export const changeFeedbackQuestionInput = z
  .object({ eventId: z.uuid(), id: z.uuid(), ...questionShape })
  .transform(withSetting)
export type ChangeFeedbackQuestion = z.output<typeof changeFeedbackQuestionInput>

/** A question to move one place up or down, or to a place in the list. */
export const moveFeedbackQuestionInput = z.object({ eventId: z.uuid(), ...moveShape })
export type MoveFeedbackQuestion = Move & { eventId: string }

/** A question to remove. */
export const removeFeedbackQuestionInput = z.object({ eventId: z.uuid(), id: z.uuid() })

/** The questions of another event, or the usual ones, in the place of those that stand. */
export const takeFeedbackQuestionsInput = z.object({
  eventId: z.uuid(),
  from: z.union([z.literal("usual"), z.uuid()], { error: say("Choose which questions to use") }),
})
export type TakeFeedbackQuestions = z.output<typeof takeFeedbackQuestionsInput>

/** What is asked of every event until staff choose something else. */
export const usualQuestions = () => [
  {
    kind: "single" as const,
    title: say("How useful was it to you?"),
    required: true,
    setting: {
      options: [
        { id: "o1", label: say("Very useful") },
        { id: "o2", label: say("Useful") },
        { id: "o3", label: say("Fairly useful") },
        { id: "o4", label: say("Not very useful") },
        { id: "o5", label: say("Not useful at all") },
      ],
    },
  },
  { kind: "text" as const, title: say("What will you do differently after it?") },
  { kind: "text" as const, title: say("What could we do better?") },
]
