import "server-only"
import { desc, eq } from "drizzle-orm"
import { representationChasers } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { daysAfter } from "../../days"
import type { PropsOf } from "../../email/letters"
import { ensure } from "../../errors"
import { formatDate } from "../../words"
import { mayReadRepresentations } from "../policy"
import type { Representation } from "../queries"
import { listPromises } from "../replies/queries"
import { versionPath } from "../versions/citing/words"

/** The reminders that went to the body, the last first. For staff. */
export async function listChasers(ctx: Ctx, representationId: string) {
  ensure(mayReadRepresentations(ctx.actor))
  return ctx.tx
    .select({
      id: representationChasers.id,
      on: representationChasers.on,
      toName: representationChasers.toName,
      toEmail: representationChasers.toEmail,
    })
    .from(representationChasers)
    .where(eq(representationChasers.representationId, representationId))
    .orderBy(desc(representationChasers.on))
}

/** What a reminder would say now: the asks that wait for a reply, and the promises whose day is past. */
export async function chaserOf(
  ctx: Ctx,
  whole: Representation,
  { toName, words }: { toName: string | null; words: string | null },
): Promise<PropsOf<"representation-chaser">> {
  const { id, title, body, sentOn, sentVersion, replyDueOn, repliedOn } = whole
  const promises = await listPromises(ctx, { representationId: id, until: daysAfter(ctx.today, -1) })
  return {
    title,
    body,
    toName,
    words,
    sentOn: formatDate(sentOn ?? ctx.today),
    dueOn: replyDueOn && !repliedOn ? formatDate(replyDueOn) : null,
    late: Boolean(replyDueOn && replyDueOn < ctx.today),
    waiting: whole.asks.filter(({ reply }) => !reply || reply === "no_reply").map(({ text }) => text),
    promises: promises.map(({ ask, promisedBy, promisedFor }) => ({
      ask,
      by: promisedBy,
      on: formatDate(promisedFor),
    })),
    url: versionPath(ctx.lio.slug, id, sentVersion ?? 1),
  }
}
