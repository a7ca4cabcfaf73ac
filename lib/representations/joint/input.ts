import { z } from "zod"
import { wordsSaid } from "../../input"
import { say } from "../../words"

/** Another LIO of the installation to ask. */
export const askPartnerInput = z.object({
  id: z.uuid(),
  partner: wordsSaid(say("Choose an organisation"), 100),
})
export type AskPartner = z.output<typeof askPartnerInput>

/** What an LIO answers about one version of a paper of another. */
export const answerPartnerInput = z.object({
  leader: z.string().min(1).max(100),
  paperId: z.uuid(),
  version: z.coerce.number().int().min(1).max(9999),
  button: z.enum(["agree", "decline"]),
})
export type AnswerPartner = z.output<typeof answerPartnerInput>
