import { outboxProvider } from "./outbox"
import type { Provider } from "./provider"
import { resendProvider } from "./resend"
import { smtpProvider } from "./smtp"

/** A provider with what this process knows of it: after a failure it rests, longer each time; `told`: for as long as it asked. */
export type Door = {
  provider: Provider
  restsSince?: Date
  restsUntil: Date | null
  told?: boolean
  failures: number
  why: string | null
}

const doors = new Map<string, Door>()

function make(url: string): Provider {
  if (url.startsWith("outbox:")) return outboxProvider()
  if (/^smtps?:\/\//.test(url)) return smtpProvider(url)
  if (url.startsWith("resend://"))
    return resendProvider(decodeURIComponent(url.slice("resend://".length).replace(/\/$/, "")))
  throw new Error("EMAIL_URL must be outbox:, smtp://user:password@host:port or resend://API_KEY.")
}

/** The way out that EMAIL_URL names, kept open between letters. */
export function emailDoor(url = process.env.EMAIL_URL || "outbox:"): Door {
  const key = `${url} ${process.env.DATA_DIR} ${process.env.RESEND_BASE_URL}`
  const cached = doors.get(key)
  if (cached) return cached
  const made: Door = { provider: make(url), restsUntil: null, failures: 0, why: null }
  doors.set(key, made)
  return made
}

/** Closes every connection to a provider, so that a process or a test can end. */
export function closeEmail() {
  for (const { provider } of doors.values()) provider.close()
  doors.clear()
}
