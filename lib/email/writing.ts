import { render, toPlainText } from "@react-email/components"
import { createElement } from "react"
import type { LetterFile, LetterFrame } from "@/emails/_parts/frame"
import type { Lio } from "../access/ctx"
import { signLink } from "../access/links"
import type { StreamName } from "../rooms"
import { say } from "../words"
import { STREAMS } from "./streams"
import { oneLine, sentFrom } from "./way/words"

/** Of the LIO: what stands on its letters. */
export type Sender = Lio & {
  email: string | null
  phone: string | null
  contactName: string | null
  address: string | null
  colour: string | null
  logo: string | null
}

export type Addressee = { letter: string; stream: string; personId: string | null; toName: string | null }

const OF_SERVICE = say(
  "You get this because it’s about your own use of Trellis. You can’t unsubscribe from emails like this.",
)

/** A path of ours as a whole address. */
export const ourAddress = (path: string) => appUrl() + path

const appUrl = () => (process.env.APP_URL ?? "http://localhost:3000").replace(/\/$/, "")

/** The footer's facts, and whom the letter is to. */
export function frameOf(sender: Sender, to: Addressee): LetterFrame {
  const { name, slug, email, phone, contactName, address, colour, logo, id: lio } = sender
  const person = to.personId
  return {
    lio: { name, slug, email, phone, contactName, address, colour, logo },
    to: { name: to.toName },
    appUrl: appUrl(),
    why: STREAMS[to.stream as StreamName]?.why ?? OF_SERVICE,
    ...(person && {
      preferencesUrl: `${appUrl()}/${slug}/preferences?token=${signLink({ purpose: "preferences", lio, person, expires: someDay() })}`,
    }),
    ...(person &&
      to.stream !== "service" && {
        unsubscribeUrl: `${appUrl()}/${slug}/unsubscribe?token=${stopToken(lio, person, to.stream)}`,
      }),
  }
}

/** Links to somebody's choices work for two years from the end of the month in which the letter is written. */
function someDay(now = new Date()) {
  return Date.UTC(now.getUTCFullYear() + 2, now.getUTCMonth() + 1, 1)
}

const stopToken = (lio: string, person: string, about: string) =>
  signLink({ purpose: "unsubscribe", lio, person, about, expires: someDay() })

/** Who sends it, where answers go, and the address that stops it when posted to. */
export function envelopeOf(sender: Sender, to: Addressee) {
  return {
    from: sentFrom(sender),
    replyTo: sender.email,
    unsubscribe:
      to.personId && to.stream !== "service"
        ? `${appUrl()}/api/unsubscribe/${stopToken(sender.id, to.personId, to.stream)}`
        : null,
  }
}

/** Headings stay as they were written; the default shouts them. */
const asWritten = ["h1", "h2", "h3"].map((selector) => ({
  selector,
  options: { uppercase: false, leadingLineBreaks: 2 },
}))

/** A telephone number stands there already: its link says nothing more. */
const numberOnly = { selector: 'a[href^="tel:"]', format: "anchor", options: { ignoreHref: true } }

/** The text part, made from the HTML so that both say the same. */
export const textOf = (html: string) => toPlainText(html, { selectors: [...asWritten, numberOnly] })

/** A React element as the HTML of a letter, without the marks React leaves for browsers. */
export async function htmlOf(element: React.ReactElement) {
  return (await render(element)).replace(/<!--[^[-]*-->/g, "")
}

/** Writes a letter by its name, which is that of its file in emails/: subject, HTML and text. */
export async function writeLetter(name: string, props: Record<string, unknown>, frame: LetterFrame) {
  if (!/^[a-z-]+$/.test(name)) throw new Error(`There is no letter called ${name}.`)
  const file = (await import(`../../emails/${name}.tsx`).catch((cause) => {
    throw new Error(`There is no letter called ${name}.`, { cause })
  })) as LetterFile<Record<string, unknown>>
  const whole = { ...props, ...frame }
  const html = await htmlOf(createElement(file.default, whole))
  return { subject: oneLine(file.subject(whole)), html, text: textOf(html) }
}
