import { Resend } from "resend"
import { text } from "@/app/_http/answers"
import { routeOutside } from "@/app/_http/route"
import { resendEvent } from "@/lib/email/outcomes/input"
import { takeResendEvent } from "@/lib/email/outcomes/reports"
import { say } from "@/lib/words"

const MOST_BYTES = 256_000

/** The event, if Resend signed it a few minutes ago at most; null otherwise. */
function verified(payload: string, headers: Headers, secret: string): unknown {
  const id = headers.get("svix-id") ?? ""
  const timestamp = headers.get("svix-timestamp") ?? ""
  const signature = headers.get("svix-signature") ?? ""
  try {
    return new Resend("no key is needed").webhooks.verify({
      payload,
      headers: { id, timestamp, signature },
      webhookSecret: secret,
    })
  } catch {
    return null
  }
}

/** Resend tells what became of letters. Only signed events count; each counts once. */
export const POST = routeOutside({ proven: true, most: MOST_BYTES }, async ({ request }) => {
  const secret = process.env.RESEND_WEBHOOK_SECRET
  if (!secret) return text(say("No webhook secret is set here."), 404)
  const event = verified(await request.text(), request.headers, secret)
  if (!event) return text(say("The signature is wrong."), 401)
  const parsed = resendEvent.safeParse(event)
  if (parsed.success) await takeResendEvent(request.headers.get("svix-id") ?? "", parsed.data)
  return text(say("Thank you."))
})
