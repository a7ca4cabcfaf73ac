import { type CreateBatchOptions, type ErrorResponse, Resend } from "resend"
import { headersOf } from "./message"
import type { Frozen, Outcome, Provider, Stop } from "./provider"

/** Resend takes two calls a second from a team. */
const SPACE_MS = 500

const named = ({ toName, toEmail }: Frozen) =>
  toName ? `"${toName.replace(/["\\\r\n]/g, " ")}" <${toEmail}>` : toEmail

/** The payload of a call: the same letters give the same payload, or Resend refuses the idempotency key. */
function payloadOf(letters: Frozen[]): CreateBatchOptions {
  return letters.map((letter) => ({
    from: letter.envelope.from,
    to: [named(letter)],
    replyTo: letter.envelope.replyTo ?? undefined,
    subject: letter.subject,
    html: letter.html,
    text: letter.text,
    headers: headersOf({ ...letter, repeated: false }),
    tags: [
      { name: "lio", value: letter.lioId },
      { name: "letter", value: letter.id },
    ],
  }))
}

/** Midnight UTC, when a day's quota begins anew; a few minutes later, as clocks differ. */
const nextDay = (now: Date) =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1, 0, 5))

type Answer = { error: ErrorResponse; headers: Record<string, string> | null; letters: number; now: Date }

/** What an error of Resend means for the batch, and for the calls after it. */
function resendOutcome({ error, headers, letters, now }: Answer): {
  outcome: Outcome
  stop: Stop | null
} {
  const why = `${error.name}: ${error.message}`
  const status = error.statusCode ?? 0
  if (status === 429 && /quota/.test(error.name))
    return { outcome: { kind: "later", why }, stop: { why, until: nextDay(now) } }
  if (status === 429) {
    const seconds = Number(headers?.["retry-after"] ?? 1) || 1
    return { outcome: { kind: "later", why }, stop: { why, until: new Date(now.getTime() + seconds * 1000) } }
  }
  if (status === 409 && error.name === "invalid_idempotent_request")
    return { outcome: { kind: "uncertain", why }, stop: null }
  if (status === 409 || status === 0 || status >= 500)
    return { outcome: { kind: "unknown", why }, stop: { why } }
  if ((status === 400 || status === 422) && letters === 1)
    return { outcome: { kind: "refused", why }, stop: null }
  if (status === 400 || status === 422) return { outcome: { kind: "later", why }, stop: null }
  return { outcome: { kind: "later", why }, stop: { why } }
}

/** Resend, a hundred letters a call. A lost answer is asked for again with the same key, which sends nothing twice. */
export function resendProvider(key: string): Provider {
  const resend = new Resend(key)
  let free = 0
  async function turn() {
    const start = Math.max(Date.now(), free)
    free = start + SPACE_MS
    await new Promise((done) => setTimeout(done, start - Date.now()))
  }
  return {
    size: 100,
    repeatable: true,
    oneSpoilsAll: true,
    async send(batchId, letters, settle, now) {
      await turn()
      const answer = await resend.batch.send(payloadOf(letters), {
        idempotencyKey: batchId,
        batchValidation: "permissive",
        signal: AbortSignal.timeout(60_000),
      })
      if (answer.error) {
        const { outcome, stop } = resendOutcome({
          error: answer.error,
          headers: answer.headers,
          letters: letters.length,
          now,
        })
        await settle(letters.map(({ id }) => [id, outcome]))
        return stop
      }
      const refused = new Map(answer.data.errors?.map(({ index, message }) => [index, message]))
      const taken = answer.data.data.values()
      await settle(
        letters.map(({ id }, at) => {
          const message = refused.get(at)
          if (message !== undefined) return [id, { kind: "refused", why: message }]
          return [id, { kind: "sent", providerId: taken.next().value?.id }]
        }),
      )
      return null
    },
    close() {},
  }
}
