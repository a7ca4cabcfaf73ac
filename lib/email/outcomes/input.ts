import { z } from "zod"
import { say } from "../../words"

/** What Resend posts of a letter: only what we act on. Tags are those we gave it. */
export const resendEvent = z.object({
  type: z.string(),
  created_at: z.iso.datetime({ offset: true }).optional(),
  data: z.object({
    to: z.array(z.string()).default([]),
    tags: z
      .union([z.record(z.string(), z.string()), z.array(z.object({ name: z.string(), value: z.string() }))])
      .optional(),
    bounce: z
      .object({ type: z.string().optional(), subType: z.string().optional(), message: z.string().optional() })
      .optional(),
  }),
})

export type ResendEvent = z.output<typeof resendEvent>

/** A tag of the event, in either of the shapes that Resend has used. */
export function tagOf({ data }: ResendEvent, name: string) {
  return Array.isArray(data.tags) ? data.tags.find((tag) => tag.name === name)?.value : data.tags?.[name]
}

/** What an event says of the address, or null when it is nothing to act on. */
export function reportOf({
  type,
  data,
}: ResendEvent): { kind: "bounce" | "soft_bounce" | "complaint"; why: string } | null {
  if (type === "email.complained") return { kind: "complaint", why: say("They marked an email as spam.") }
  if (type !== "email.bounced") return null
  const why = data.bounce?.message ?? say("The email came back.")
  return { kind: /^permanent$/i.test(data.bounce?.type ?? "Permanent") ? "bounce" : "soft_bounce", why }
}
