import { Readable } from "node:stream"
import { createTransport } from "nodemailer"
import { composeMessage } from "./message"
import type { Frozen, Outcome, Provider, Stop } from "./provider"

const CONNECTIONS = 5
const SECOND = 1000

type Refusal = Error & { code?: string; command?: string; responseCode?: number; response?: string }

/** 5.1.1 from "550 5.1.1 No such mailbox". */
const statusOf = (response = "") => /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]

/** The mailbox or its domain is not there, by RFC 3463; a bare 550, 551 or 553 to the recipient says the same. */
function noSuchAddress({ response, responseCode, command }: Refusal) {
  const status = statusOf(response)
  if (status) return /^5\.1\.(1|2|3|6|10)$|^5\.2\.1$/.test(status)
  return command === "RCPT TO" && [550, 551, 553].includes(responseCode ?? 0)
}

/** What a failed try means: for this letter, and for the others behind it. `handed`: the whole message had been given over. */
function smtpOutcome(error: Refusal, handed: boolean): { outcome: Outcome; stop: Stop | null } {
  const why = error.response ?? error.message
  const code = error.responseCode ?? 0
  const ours = error.code === "EAUTH" || error.command === "MAIL FROM" || error.command?.startsWith("AUTH")
  if (code >= 500 && !ours)
    return { outcome: { kind: "refused", why, noSuchAddress: noSuchAddress(error) }, stop: null }
  if (code >= 400 && code !== 421 && !ours) return { outcome: { kind: "later", why }, stop: null }
  return { outcome: { kind: handed && code === 0 ? "unknown" : "later", why }, stop: { why } }
}

/** Any mail server that speaks SMTP, over a few connections that stay open. */
export function smtpProvider(url: string): Provider {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    maxRequeues: 0,
    dnsTimeout: 10 * SECOND,
    connectionTimeout: 15 * SECOND,
    greetingTimeout: 15 * SECOND,
    socketTimeout: 40 * SECOND,
  })
  async function put(letter: Frozen): Promise<{ outcome: Outcome; stop: Stop | null }> {
    const raw = Readable.from([await composeMessage(letter)])
    let handed = false
    raw.once("end", () => {
      handed = true
    })
    const from = /<([^>]+)>/.exec(letter.envelope.from)?.[1] ?? letter.envelope.from
    try {
      const info = await transport.sendMail({ envelope: { from, to: letter.toEmail }, raw })
      return { outcome: { kind: "sent", providerId: info.response?.slice(0, 200) }, stop: null }
    } catch (error) {
      return smtpOutcome(error as Refusal, handed)
    }
  }
  return {
    size: CONNECTIONS,
    repeatable: false,
    oneSpoilsAll: false,
    async send(_batchId, letters, settle) {
      const stops = await Promise.all(
        letters.map(async (letter) => {
          const { outcome, stop } = await put(letter)
          await settle([[letter.id, outcome]])
          return stop
        }),
      )
      return stops.find((stop) => stop !== null) ?? null
    },
    close: () => transport.close(),
  }
}
