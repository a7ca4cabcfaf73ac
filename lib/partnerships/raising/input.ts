import { z } from "zod"
import { wordsSaid } from "../../input"
import { say } from "../../words"

/** What a group wants to have raised at a meeting. */
export const raiseInput = z.object({
  meetingId: z.uuid(),
  groupId: z.uuid({ error: say("Choose which group you’re asking for") }),
  words: wordsSaid(say("Enter what should be raised"), 2000),
})
export type Raise = z.output<typeof raiseInput>

/** What a group is told of what it wanted to have raised. */
export const replyToRaisedInput = z.object({
  id: z.uuid(),
  state: z.enum(["raised", "answered", "not_raised"], { error: say("Choose what became of it") }),
  reply: wordsSaid(say("Enter what the group should be told"), 3000),
})
export type ReplyToRaised = z.output<typeof replyToRaisedInput>

/** What a group wanted to have raised, by its id. */
export const raisedIdInput = z.object({ id: z.uuid() })
