import "server-only"
import { and, desc, eq, isNull } from "drizzle-orm"
import { asks, representationSends, representations, representationVersions } from "@/db/schema"
import { SEND_WAYS } from "@/db/vocabulary"
import { type Ctx, personOf } from "../../access/ctx"
import { ensureNotStopped } from "../../consultations/stopping/queries"
import { daysAfter } from "../../days"
import { type Letter, post, postAll } from "../../email/commands"
import type { PropsOf } from "../../email/letters"
import { found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { dayOf, formatDate, say } from "../../words"
import { openRepresentation } from "../commands"
import { openReplyLink } from "../officer/links/commands"
import type { PrintedAsk, Published } from "../paper"
import { answerWarnings } from "../publishing/commands"
import { readAsked, warningsOf } from "../publishing/queries"
import { versionPath } from "../versions/citing/words"
import type { Send } from "./input"

/** The version that goes out: the one that was said, or the latest that was not withdrawn. */
async function versionToSend(ctx: Ctx, id: string, chosen: number | null) {
  const versions = await ctx.tx
    .select({
      version: representationVersions.version,
      publishedAt: representationVersions.publishedAt,
      content: representationVersions.content,
    })
    .from(representationVersions)
    .where(and(eq(representationVersions.representationId, id), isNull(representationVersions.withdrawnAt)))
    .orderBy(desc(representationVersions.version))
  if (versions.length === 0)
    throw new RuleBroken(say("Publish a version first, so that what was sent stays as it was."))
  const version = chosen === null ? versions[0] : versions.find((one) => one.version === chosen)
  if (!version) throw new RuleBroken(say("Choose one of the published versions"), "version")
  return version
}
type Version = Awaited<ReturnType<typeof versionToSend>>

/** Once it has gone, replies are filed to its asks as they are kept: those must be the ones that the version prints. */
async function ensureAsks(ctx: Ctx, { id, sentOn }: typeof representations.$inferSelect, version: Version) {
  if (sentOn) return
  const kept = await ctx.tx
    .select({ id: asks.id, text: asks.text })
    .from(asks)
    .where(eq(asks.representationId, id))
    .orderBy(asks.position)
  const printed = (version.content as Published).asks
  const same = ({ id, text }: PrintedAsk, at: number) =>
    kept[at]?.text === text && (id === undefined || kept[at].id === id)
  if (printed.length !== kept.length || !printed.every(same))
    throw new RuleBroken(
      say(
        "The asks have changed since version {version} was published. Publish the paper again, then send the new version.",
        { version: version.version },
      ),
      "version",
    )
}

/** The day it went: today when it is emailed from here, otherwise as it is said, and not before it was published. */
function dayOfSending(ctx: Ctx, { version, publishedAt }: Version, { how, sentOn: said }: Send): string {
  const sentOn = how === "trellis" ? ctx.today : (said ?? ctx.today)
  if (sentOn > ctx.today) throw new RuleBroken(say("Enter today or an earlier date."), "sentOn")
  const published = dayOf(publishedAt, ctx.lio.timezone)
  if (sentOn < published)
    throw new RuleBroken(
      say(
        "Version {version} was published on {published}, so it cannot have been sent before. Enter a later date.",
        { version, published: formatDate(published) },
      ),
      "sentOn",
    )
  return sentOn
}

/** Notes on the first sending which version went and by when a reply is due (four weeks when nobody says); later ones change neither. */
async function markSent(
  ctx: Ctx,
  representation: typeof representations.$inferSelect,
  { version, sentOn, replyDueOn }: { version: number; sentOn: string; replyDueOn: string | null },
) {
  if (representation.sentOn) return
  const due = replyDueOn ?? daysAfter(sentOn, 28)
  if (due < sentOn) throw new RuleBroken(say("A reply cannot be due before it was sent."), "replyDueOn")
  await ctx.tx
    .update(representations)
    .set({ sentOn, sentVersion: version, replyDueOn: due })
    .where(and(eq(representations.id, representation.id), isNull(representations.sentOn)))
}

const LETTER = "representation-sent" as const

/** Emails a version to its body, with the link by which it can answer, and copies of it without that link. */
async function emailIt(ctx: Ctx, input: Send, version: Version) {
  const { title, body, asks } = version.content as Published
  const toEmail = input.toEmail
  if (!toEmail) throw new RuleBroken(say("Enter the email address to send it to"), "toEmail")
  const at = versionPath(ctx.lio.slug, input.id, version.version)
  const copies = (input.copies ?? []).filter((address) => address !== toEmail)
  const trying = input.button === "try"
  const replyUrl = input.link
    ? trying
      ? at
      : (await openReplyLink(ctx, { id: input.id, name: input.toName ?? toEmail })).path
    : null
  const props: PropsOf<typeof LETTER> = {
    ...{ title, body, toName: input.toName ?? null, words: input.words ?? null, version: version.version },
    ...{ asks: asks.map(({ text }) => text), url: at, replyUrl, copyOf: null },
  }
  if (trying) {
    const me = found(personOf(ctx.actor))
    await post(ctx, { letter: LETTER, stream: "service", to: { personId: me.personId }, props })
    return me.email
  }
  await postAll(ctx, [
    {
      letter: LETTER,
      stream: "service",
      to: { email: toEmail, ...(input.toName ? { name: input.toName } : {}) },
      props,
    },
    ...copies.map(
      (email): Letter => ({
        letter: LETTER,
        stream: "service",
        to: { email },
        props: { ...props, replyUrl: null, copyOf: input.toName ?? toEmail },
      }),
    ),
  ])
  return null
}

/**
 * Sends a published version to its body by email, or notes that it went another way. It may go several times, to several
 * people and in later versions; the first time fixes what was asked and by when a reply is due. `try` emails it to oneself.
 */
export async function sendRepresentation(ctx: Ctx, input: Send) {
  const representation = await openRepresentation(ctx, input.id)
  await ensureNotStopped(ctx, representation)
  const version = await versionToSend(ctx, input.id, input.version ?? null)
  await ensureAsks(ctx, representation, version)
  const sentOn = dayOfSending(ctx, version, input)
  const although = answerWarnings(
    warningsOf(ctx, await readAsked(ctx, representation.consultationId)),
    input.despite,
  )
  const mails = input.how === "trellis" || input.button === "try"
  const tried = mails ? await emailIt(ctx, input, version) : null
  if (tried) return { id: input.id, tried, emailed: null }
  await markSent(ctx, representation, { version: version.version, sentOn, replyDueOn: input.replyDueOn })
  await ctx.tx.insert(representationSends).values({
    ...{ lioId: ctx.lio.id, representationId: input.id, version: version.version, how: input.how ?? null },
    ...{ toName: input.toName ?? null, toEmail: input.toEmail ?? null, copies: input.copies ?? [] },
    ...{ words: input.words ?? null, sentOn, enteredAt: ctx.now },
    enteredBy: personOf(ctx.actor)?.personId ?? null,
  })
  await record(ctx, {
    what: "representation.sent",
    subject: ["representation", input.id],
    groupIds: [representation.bodyId],
    summary:
      say("Sent them version {version} of “{title}”", {
        version: version.version,
        title: representation.title,
      }) + although,
    to: { version: version.version, sentOn, how: input.how ? SEND_WAYS[input.how] : null },
  })
  const emailed = input.how === "trellis" ? (input.toName ?? input.toEmail ?? null) : null
  return { id: input.id, tried: null, emailed }
}
