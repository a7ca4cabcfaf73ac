import { z } from "zod"
import { wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"

const PRESSES = { came: true, missed: false, clear: null } as const

/** One button of the list of who came: "came ID", "missed ID", or "clear ID", which takes either back. */
export const noteAttendanceInput = z.object({
  eventId: z.uuid(),
  dateId: z.uuid(),
  press: z
    .string()
    .regex(/^(came|missed|clear) [0-9a-f-]{36}$/, say("Press one of the buttons."))
    .transform((press) => {
      const [word = "", id = ""] = press.split(" ")
      return { answerIds: [id], came: PRESSES[word as keyof typeof PRESSES] }
    }),
})
export type NoteAttendance = z.output<typeof noteAttendanceInput>

/** Somebody who came without a booking. */
export const cameUnbookedInput = z.object({
  eventId: z.uuid(),
  dateId: z.uuid(),
  name: wordsSaid(say("Enter their name"), 200),
  group: wordsMaybe(200),
})
export type CameUnbooked = z.output<typeof cameUnbookedInput>
