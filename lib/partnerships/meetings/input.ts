import { z } from "zod"
import { lasting, whenFields } from "../../calendar/input"
import { websiteMaybe, wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"

const said = { place: wordsMaybe(300), onlineLink: websiteMaybe(), agenda: wordsMaybe(10_000) }

/** A meeting of a board: when, where, and what it will talk about. */
export const planMeetingInput = z.object({ boardId: z.uuid(), ...said, ...whenFields }).transform(lasting)
export type PlanMeeting = z.output<typeof planMeetingInput>
/** The same for one that is planned. */
export const changeMeetingInput = z.object({ id: z.uuid(), ...said, ...whenFields }).transform(lasting)
export type ChangeMeeting = z.output<typeof changeMeetingInput>

/** Why a meeting doesn’t take place. */
export const cancelMeetingInput = z.object({ id: z.uuid(), reason: wordsSaid(say("Enter why"), 500) })
export type CancelMeeting = z.output<typeof cancelMeetingInput>

/** An ask that is put at a meeting. */
export const putAskInput = z.object({ meetingId: z.uuid(), askId: z.uuid({ error: say("Choose an ask") }) })
export type PutAsk = z.output<typeof putAskInput>
