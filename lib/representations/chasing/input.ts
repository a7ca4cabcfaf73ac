import { z } from "zod"
import { addressSaid, wordsMaybe } from "../../input"
import { say } from "../../words"

/** A polite reminder to whoever should reply: to which address, with what words of one’s own; or first to oneself. */
export const chaseInput = z.object({
  id: z.uuid(),
  toName: wordsMaybe(200),
  toEmail: addressSaid(say("Enter the email address to send it to")),
  words: wordsMaybe(2000),
  button: z.enum(["send", "try"]).default("send"),
})
export type Chase = Omit<z.output<typeof chaseInput>, "button"> & { button?: "send" | "try" }
