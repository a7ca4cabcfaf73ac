import { z } from "zod"
import { wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"

/** The four boxes of a report: so many characters each at most. */
export const MOST_OF_BOX = 4000
const boxes = {
  decided: wordsMaybe(MOST_OF_BOX),
  said: wordsMaybe(MOST_OF_BOX),
  promised: wordsMaybe(MOST_OF_BOX),
  needed: wordsMaybe(MOST_OF_BOX),
}

/** What a representative brings back: kept as a draft, or sent. `version`: of the draft that was changed; 0 where there was none. */
export const saveReportInput = z.object({
  meetingId: z.uuid(),
  version: z.coerce.number().int().default(0),
  button: z.enum(["keep", "send"]).default("send"),
  ...boxes,
})
export type SaveReport = z.output<typeof saveReportInput>

/** What is typed into the boxes so far, and the key that the form will be sent with. */
export const typedReportInput = z.object({ ...boxes, key: z.uuid().optional().catch(undefined) })
export type TypedReport = z.output<typeof typedReportInput>

/** What staff ask of whoever wrote a report. */
export const giveBackInput = z.object({
  meetingId: z.uuid(),
  reason: wordsSaid(say("Enter what they should change"), 1000),
})
export type GiveBack = z.output<typeof giveBackInput>

/** A report as the groups read it. `version`: of the report that was looked at. */
export const publishReportInput = z.object({
  meetingId: z.uuid(),
  version: z.coerce.number().int(),
  ...boxes,
})
export type PublishReport = z.output<typeof publishReportInput>
