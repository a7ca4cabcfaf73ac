import "server-only"
import { eq, sql } from "drizzle-orm"
import { asks, representations, representationVersions } from "@/db/schema"
import type { ASK_REPLIES, PROMISE_ENDINGS } from "@/db/vocabulary"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { answeredOf, askedOf, onBehalfOf } from "../../consultations/counted"
import { stateOf } from "../../consultations/period"
import { ensure, found } from "../../errors"
import { formatMoment, say, sayCount } from "../../words"
import { type Asked, isPrinted, type PrintedPin, type Published, paperOf } from "../paper"
import { listPins, type Pinned } from "../pins/queries"
import { mayReadRepresentations } from "../policy"
import { getRepresentation, type Representation } from "../queries"
import { listParts } from "../text/queries"

/** The consultation a paper rests on, as it stands now. */
export async function readAsked(ctx: Ctx, consultationId: string | null): Promise<Asked | null> {
  if (!consultationId) return null
  const of = sql`c.id`
  const [row] = await ctx.tx.execute<
    Asked & { openedAt: string | null; closesAt: string | null; finishedAt: string | null }
  >(sql`
    select c.title, ${askedOf(of)} as asked, ${answeredOf(of)} as answered, ${onBehalfOf(of)} as "onBehalf",
      c.opened_at as "openedAt", c.closes_at as "closesAt", c.closed_at as "closedAt", c.finished_at as "finishedAt"
    from consultations c where c.id = ${consultationId}::uuid`)
  const { openedAt, closesAt, closedAt, finishedAt, ...counts } = found(row)
  const date = (at: string | null) => (at ? new Date(at) : null)
  const state = stateOf(
    {
      openedAt: date(openedAt),
      closesAt: date(closesAt),
      closedAt: date(closedAt),
      finishedAt: date(finishedAt),
    },
    ctx.now,
  )
  return {
    ...counts,
    closedAt: closedAt ?? (state === "closed" ? closesAt : null),
    openUntil: state === "open" ? closesAt : null,
  }
}

/** What stands against going on: each has to be answered. The same for publishing, sending and closing. */
export function warningsOf(ctx: Ctx, invited: Asked | null): string[] {
  if (!invited?.openUntil) return []
  return [
    sayCount(
      invited.asked,
      {
        one: "“{invited}” is still open: {answered} of {count} group have answered. It closes on {openUntil}.",
        other:
          "“{invited}” is still open: {answered} of {count} groups have answered. It closes on {openUntil}.",
      },
      {
        invited: invited.title,
        answered: invited.answered,
        openUntil: formatMoment(invited.openUntil, ctx.lio.timezone),
      },
    ),
  ]
}

/** Words that are pinned and are not printed, and why. */
function leftOutOf(whole: Representation, pins: Pinned[]): string[] {
  const dropped = whole.asks.flatMap((ask) => ask.evidence).filter((one) => !isPrinted(one))
  const unpinned = pins.filter(({ printed }) => !printed)
  return [
    ...new Set([
      ...dropped.map(
        ({ group, stands }) =>
          `${group}: ${stands ? say("has not agreed to be quoted") : say("changed its answer, and these words are no longer in it")}`,
      ),
      ...unpinned.map(({ group }) =>
        say("{group}: can’t be quoted beside a paragraph", { group: group ?? "" }),
      ),
    ]),
  ]
}

/** What would be published now, what stands against it, and which words are left out. For staff. */
export async function getPreview(ctx: Ctx, id: string) {
  ensure(mayReadRepresentations(ctx.actor))
  const whole = await getRepresentation(ctx, id)
  const [invited, parts, pins] = await Promise.all([
    readAsked(ctx, whole.consultationId),
    listParts(ctx, id),
    listPins(ctx, id),
  ])
  return {
    ...{ whole, pins },
    paper: paperOf(ctx.lio, { whole, parts, pins }, invited),
    warnings: warningsOf(ctx, invited),
    leftOut: leftOutOf(whole, pins),
  }
}

type Reply = {
  id: string
  text: string
  reply: keyof typeof ASK_REPLIES | null
  replyText: string | null
  repliedOn: string | null
  acknowledgedOn: string | null
  outcome: string | null
  promise: { by: string; on: string; ending: keyof typeof PROMISE_ENDINGS | null } | null
}

/** What the last reply to an ask promises, and how that ended. */
const PROMISE = sql<Reply["promise"]>`(
  select case when r.promised_by is not null then json_build_object('by', r.promised_by, 'on', r.promised_for,
    'ending', (select o.ending from ask_outcomes o where o.promise_id = r.id order by o.entered_at desc limit 1)) end
  from ask_replies r where r.ask_id = asks.id and r.reply <> 'acknowledged' order by r.entered_at desc, r.id desc limit 1)`

/** Every quote of a version, wherever it stands. */
function quotesIn({ asks, parts = [] }: Published): { passageId?: string; quote: string }[] {
  const pins = [...parts, ...asks].flatMap((one) => one.pins ?? [])
  return [
    ...asks.flatMap(({ evidence }) => evidence),
    ...pins.flatMap(({ said }) => (said.kind === "passage" ? [said] : [])),
  ]
}

/** Words that a group has taken back since they were printed: by passage, and by quote in versions that name none. */
async function takenBack(
  ctx: Ctx,
  paper: Published,
): Promise<(one: { passageId?: string; quote: string }) => boolean> {
  const printed = quotesIn(paper)
  if (printed.length === 0) return () => false
  const rows = await ctx.tx.execute<{ id: string; quote: string }>(sql`
    select p.id, p.quote from passages p join responses r on r.id = p.response_id
    where r.quotable is not true and p.quote in (${sql.join(
      printed.map(({ quote }) => sql`${quote}`),
      sql`, `,
    )})`)
  return ({ passageId, quote }) =>
    rows.some((row) => (passageId ? row.id === passageId : row.quote === quote))
}

/**
 * One frozen version for anybody who has its address, with what the body has said to each of its asks since. A group that
 * took its words back is not quoted any more: what was frozen stays, and is not shown.
 */
export const getPublished = (ctx: Ctx, id: string, version: number) =>
  readingAll(ctx, "a published version is for anybody who has its address", () =>
    readPublished(ctx, id, version),
  )

async function readPublished(ctx: Ctx, id: string, version: number) {
  const [row] = await ctx.tx
    .select({
      content: representationVersions.content,
      digest: representationVersions.digest,
      publishedAt: representationVersions.publishedAt,
      withdrawnAt: representationVersions.withdrawnAt,
      withdrawnReason: representationVersions.withdrawnReason,
      latest: sql<number>`(select max(v.version) from representation_versions v where v.representation_id = ${id} and v.withdrawn_at is null)`,
      sentVersion: representations.sentVersion,
      sentOn: representations.sentOn,
      outcome: representations.outcome,
      closedAt: representations.closedAt,
    })
    .from(representationVersions)
    .innerJoin(representations, eq(representations.id, representationVersions.representationId))
    .where(
      sql`${representationVersions.representationId} = ${id} and ${representationVersions.version} = ${version}`,
    )
  const frozen = found(row)
  if (frozen.withdrawnAt) return { ...frozen, content: null, replies: [] as (Reply | null)[] }
  const content = frozen.content as Published
  const [gone, rows] = await Promise.all([
    takenBack(ctx, content),
    ctx.tx
      .select({
        id: asks.id,
        text: asks.text,
        reply: asks.reply,
        replyText: asks.replyText,
        repliedOn: asks.repliedOn,
        acknowledgedOn: asks.acknowledgedOn,
        outcome: asks.outcome,
        promise: PROMISE,
      })
      .from(asks)
      .where(eq(asks.representationId, id)),
  ])
  const replies = rows as Reply[]
  const kept = ({ said }: PrintedPin) => said.kind !== "passage" || !gone(said)
  const shown: Published = {
    ...content,
    parts: content.parts?.map((part) => ({ ...part, pins: part.pins.filter(kept) })),
    asks: content.asks.map((ask) => ({
      ...ask,
      evidence: ask.evidence.filter((one) => !gone(one)),
      pins: ask.pins?.filter(kept),
    })),
  }
  return { ...frozen, content: shown, replies: content.asks.map((ask) => replyTo(ask, replies)) }
}

/** The papers that were sent, the last first, in the version that was sent; none that was withdrawn. Public. */
export const listSentPapers = (ctx: Ctx, most: number) =>
  readingAll(ctx, "a paper that was sent is published, and anybody may know of it", async () => [
    ...(await ctx.tx.execute<{
      id: string
      title: string
      body: string
      version: number
      sentOn: string
    }>(sql`
      select r.id, v.content->>'title' as title, v.content->>'body' as body, v.version, r.sent_on::text as "sentOn"
      from representations r join representation_versions v on v.representation_id = r.id and v.version = r.sent_version
      where r.sent_on is not null and v.withdrawn_at is null order by r.sent_on desc, r.id limit ${most}`)),
  ])

/** The reply to a printed ask: by its id, or by its words in versions from before ids were kept. */
export const replyTo = <T extends { id: string; text: string }>(
  ask: { id?: string; text: string },
  all: T[],
): T | null => all.find((one) => (ask.id ? one.id === ask.id : one.text === ask.text)) ?? null
