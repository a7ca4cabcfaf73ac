import { z } from "zod"
import { idMaybe, wordsSaid } from "../../input"
import { say } from "../../words"
import { saidFields } from "../replies/input"

/** How long a body can answer by its link. */
export const LINK_MONTHS = 24

/** Whom a link is for. */
export const replyLinkInput = z.object({
  id: z.uuid(),
  name: wordsSaid(say("Enter who the link is for"), 200),
})
export type ReplyLinkFor = z.output<typeof replyLinkInput>

/** A link to end. */
export const endLinkInput = z.object({ id: z.uuid() })

/** What every form says of the link that its page was opened with. */
const link = { lio: z.string(), key: z.string() }
const sender = wordsSaid(say("Enter your name and job title"), 200)

/** Somebody at the body says that it has the paper. */
export const acknowledgeByLinkInput = z.object({ ...link, sender })

/** What somebody at the body answers to one ask. */
export const answerByLinkInput = saidFields.extend({ ...link, askId: z.uuid(), sender })
export type AnsweredByLink = Omit<z.output<typeof answerByLinkInput>, "lio" | "key">

/** What staff file of what the body entered: as it is, or as they have put it right. */
export const acceptInput = saidFields.extend({ id: z.uuid(), fileId: idMaybe() })
export type Accept = z.output<typeof acceptInput>

/** That it has the paper, as it was entered. */
export const acceptAcknowledgementInput = z.object({ id: z.uuid() })

/** Why staff don’t file what was entered: the body reads it at its link. */
export const refuseInput = z.object({
  id: z.uuid(),
  reason: wordsSaid(say("Enter the reason. They’ll see it when they open their link"), 1000),
})
export type Refuse = z.output<typeof refuseInput>
