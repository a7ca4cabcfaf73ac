import { Resend } from "resend"
import { resendEvent } from "@/lib/email/outcomes/input"
import { takeResendEvent } from "@/lib/email/outcomes/reports"

const MOST_BYTES = 256_000

const said = (text: string, status: number) =>
  new Response(text, { status, headers: { "content-type": "text/plain; charset=utf-8" } })

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
export async function POST(request: Request) {
  const secret = process.env.RESEND_WEBHOOK_SECRET
  if (!secret) return said("No webhook secret is set here.", 404)
  const payload = await request.text()
  if (payload.length > MOST_BYTES) return said("Too long.", 413)
  const event = verified(payload, request.headers, secret)
  if (!event) return said("The signature is wrong.", 401)
  const parsed = resendEvent.safeParse(event)
  if (parsed.success) await takeResendEvent(request.headers.get("svix-id") ?? "", parsed.data)
  return said("Thank you.", 200)
}
