import "server-only"
import type { ENQUIRY_SOURCES } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { keepOrRecord } from "../../sessions/form/commands"
import { PLACE_OF, type RecordSession } from "../../sessions/input"
import { settleKind } from "../../sessions/types/commands"
import { enterEnquiry } from "../commands"
import type { RecordMeeting } from "./input"

/** How somebody came to the LIO who was met in such a place. */
const SOURCE_OF: Partial<Record<string, keyof typeof ENQUIRY_SOURCES>> = {
  phone: "phone",
  online: "email",
  visit: "visit",
  ours: "visit",
  event: "event",
}

async function sourceOf(ctx: Ctx, { kind, place }: RecordSession) {
  const where = place ?? PLACE_OF[(await settleKind(ctx, kind)).kind]
  return SOURCE_OF[where ?? ""] ?? "other"
}

/**
 * Keeps the form of a session as a draft or records it. Somebody with an idea who is named in it becomes an enquiry, and
 * the session is about that.
 */
export async function recordMeeting(ctx: Ctx, { form, idea }: RecordMeeting) {
  if (!idea || !form.session) return keepOrRecord(ctx, form)
  const { session } = form
  const source = await sourceOf(ctx, session)
  const { id } = await enterEnquiry(ctx, { ...idea, source, wanted: null, place: null })
  return keepOrRecord(ctx, {
    ...form,
    session: { ...session, enquiryIds: [...(session.enquiryIds ?? []), id] },
  })
}
