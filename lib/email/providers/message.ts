import MailComposer from "nodemailer/lib/mail-composer"
import type { SendMailOptions } from "nodemailer/lib/mailer"
import { say } from "../../words"
import { ourHost } from "../way/words"
import type { Frozen } from "./provider"

/** The headers that say how to stop letters of this kind (RFC 8058), and that nobody need answer a machine. */
export function headersOf(letter: Frozen): Record<string, string> {
  return {
    "Auto-Submitted": "auto-generated",
    ...(letter.envelope.unsubscribe && {
      "List-Unsubscribe": `<${letter.envelope.unsubscribe}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }),
    ...(letter.repeated && { "X-Trellis-Repeat": say("The answer to the first try was lost.") }),
  }
}

/** The whole message of RFC 5322, with the same Message-ID at every try. */
export function composeMessage(letter: Frozen): Promise<Buffer> {
  const mail: SendMailOptions = {
    from: letter.envelope.from,
    replyTo: letter.envelope.replyTo ?? undefined,
    to: { name: letter.toName ?? "", address: letter.toEmail },
    subject: letter.subject,
    html: letter.html,
    text: letter.text,
    date: letter.frozenAt,
    messageId: `<${letter.id}@${ourHost()}>`,
    headers: headersOf(letter),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  return new MailComposer(mail).compile().build()
}
