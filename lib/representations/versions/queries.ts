import "server-only"
import { eq, sql } from "drizzle-orm"
import { asks, representations, representationVersions } from "@/db/schema"
import type { ASK_REPLIES, PROMISE_ENDINGS, SEND_WAYS } from "@/db/vocabulary"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { found } from "../../errors"
import type { PrintedAsk, PrintedPart, PrintedPin, Published } from "../paper"

type Quote = { passageId?: string; quote: string }
/** A quote that went since, and why: on which day, where that is known. */
export type Removed = { on: string | null; why: Gone }

/** What the body has said to an ask so far. */
export type Reply = {
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
function quotesIn({ asks, parts = [] }: Published): Quote[] {
  const pins = [...parts, ...asks].flatMap((one) => one.pins ?? [])
  return [
    ...asks.flatMap(({ evidence }) => evidence),
    ...pins.flatMap(({ said }) => (said.kind === "passage" ? [said] : [])),
  ]
}

/** Why words aren't shown that were printed: their group took them back, or the consultation was stopped after all. */
type Gone = "consent" | "stopped"

/**
 * What became of printed words: null where their passage is here, may be quoted, and counts. In versions that name no
 * passages, words are gone that stand in one which may not be quoted or doesn't count.
 */
async function readGone(ctx: Ctx, paper: Published): Promise<(one: Quote) => Gone | null> {
  const printed = quotesIn(paper)
  if (printed.length === 0) return () => null
  const rows = await ctx.tx.execute<{ id: string; quote: string; gone: Gone | null }>(sql`
    select p.id, p.quote, case when c.stopped_at is not null then 'stopped' when r.quotable is not true then 'consent' end as gone
    from passages p join responses r on r.id = p.response_id join consultations c on c.id = r.consultation_id
    where p.quote in (${sql.join(
      printed.map(({ quote }) => sql`${quote}`),
      sql`, `,
    )})`)
  return ({ passageId, quote }) => {
    if (!passageId) return rows.find((row) => row.quote === quote && row.gone)?.gone ?? null
    const row = rows.find(({ id }) => id === passageId)
    return row ? row.gone : "consent"
  }
}

/** A version as it is shown: without the words that went, and with the place where they stood. */
export type Shown = Omit<Published, "parts" | "asks"> & {
  parts?: (PrintedPart & { removed?: Removed[] })[]
  asks: (PrintedAsk & { removed?: Removed[] })[]
}

/** On which day each quote went from a version. */
async function readRedactions(ctx: Ctx, id: string, version: number): Promise<Map<string, string>> {
  const rows = await ctx.tx.execute<{ passageId: string; on: string }>(sql`
    select passage_id as "passageId", (redacted_at at time zone ${ctx.lio.timezone})::date::text as "on"
    from quote_redactions where representation_id = ${id} and version = ${version} and restored_at is null`)
  return new Map(rows.map(({ passageId, on }) => [passageId, on]))
}

/** That a version went to its body: when, and how. To whom by name is for staff. */
export type SentVersion = { sentOn: string; how: keyof typeof SEND_WAYS | null }

async function readSendings(ctx: Ctx, id: string, version: number): Promise<SentVersion[]> {
  return [
    ...(await ctx.tx.execute<SentVersion>(sql`
      select distinct s.sent_on::text as "sentOn", s.how from representation_sends s
      where s.representation_id = ${id} and s.version = ${version} order by 1, 2`)),
  ]
}

/**
 * One frozen version for anybody who has its address, with what the body has said to each of its asks since. A group that
 * took its words back is not quoted any more: what was frozen stays, and is not shown.
 */
export const getPublished = (ctx: Ctx, id: string, version: number) =>
  readingAll(ctx, "a published version is for anybody who has its address", () =>
    readPublished(ctx, id, version),
  )

/** A frozen version as anybody reads it. */
export type PublishedVersion = Awaited<ReturnType<typeof readPublished>>

async function readPublished(ctx: Ctx, id: string, version: number) {
  const [row] = await ctx.tx
    .select({
      content: representationVersions.content,
      digest: representationVersions.digest,
      version: representationVersions.version,
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
  if (frozen.withdrawnAt)
    return { ...frozen, content: null, sendings: [] as SentVersion[], replies: [] as (Reply | null)[] }
  const content = frozen.content as Published
  const [gone, removedOn, sendings, rows] = await Promise.all([
    readGone(ctx, content),
    readRedactions(ctx, id, version),
    readSendings(ctx, id, version),
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
  const removedFrom = (quotes: Quote[], pins: PrintedPin[] = []): Removed[] =>
    [...quotes, ...pins.flatMap(({ said }) => (said.kind === "passage" ? [said] : []))].flatMap((quote) => {
      const why = gone(quote)
      return why ? [{ on: removedOn.get(quote.passageId ?? "") ?? null, why }] : []
    })
  const without = <T>(same: T, removed: Removed[]) => ({
    removed,
    ...(removed.some(({ why }) => why === "stopped") ? { same: undefined } : { same }),
  })
  const shown: Shown = {
    ...content,
    parts: content.parts?.map((part) => ({
      ...part,
      pins: part.pins.filter(kept),
      ...without(part.same, removedFrom([], part.pins)),
    })),
    asks: content.asks.map((ask) => ({
      ...ask,
      // How many passages there are would tell of how many groups they are.
      ...(ask.groups === null ? { pinned: undefined } : {}),
      evidence: ask.evidence.filter((one) => !gone(one)),
      pins: ask.pins?.filter(kept),
      ...without(ask.same, removedFrom(ask.evidence, ask.pins)),
    })),
  }
  return { ...frozen, content: shown, sendings, replies: content.asks.map((ask) => replyTo(ask, replies)) }
}

/** To be joined to a paper `r` as `v`: the version that stands, which is the one that was sent, or the latest where that was withdrawn; none where all were. */
export const STANDING = sql`lateral (
  select * from representation_versions v where v.representation_id = r.id and v.withdrawn_at is null
  order by v.version = r.sent_version desc, v.version desc limit 1) v`

/** The asks that a version `v` of a paper `r` prints, as `x`, each with the ask `a` to which replies are filed: by its id, or by its words in versions from before ids were kept. */
export const PRINTED_ASKS = sql`jsonb_array_elements(v.content -> 'asks') with ordinality x(ask, at) left join asks a
  on a.representation_id = r.id and case when x.ask ? 'id' then a.id::text = x.ask ->> 'id' else a.text = x.ask ->> 'text' end`

/** The papers that were sent, the last first, in the version that stands; none that was withdrawn. Public. */
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
      from representations r join ${STANDING} on true
      where r.sent_on is not null order by r.sent_on desc, r.id limit ${most}`)),
  ])

/** The published numbers on which a paper rests: the newest edition that stands, and to which of its questions each passage is an answer. */
export type Numbers = { id: string; edition: number; title: string; questions: Record<string, string> }

/** The published edition of the consultation that a paper rests on; null where none is. Public. */
export const findNumbers = (ctx: Ctx, representationId: string): Promise<Numbers | null> =>
  readingAll(ctx, "what is published of a consultation is for anybody", async () => {
    const [row] = await ctx.tx.execute<Numbers>(sql`
      select e.consultation_id as id, e.edition, e.document -> 'consultation' ->> 'title' as title,
        (select coalesce(json_object_agg(p.id, x.question ->> 'code'), '{}') from passages p
          join questions q on q.id = p.question_id and q.consultation_id = e.consultation_id
          join jsonb_array_elements(e.document -> 'questions') x(question) on (x.question ->> 'number')::int = (
            select count(*) from questions o where o.consultation_id = q.consultation_id and (o.position, o.id) <= (q.position, q.id))
          where p.id in (select n.passage_id from pinned_passages n where n.representation_id = r.id)) as questions
      from representations r join consultation_results e on e.consultation_id = r.consultation_id
      where r.id = ${representationId} and e.published_at is not null and e.withdrawn_at is null
      order by e.edition desc limit 1`)
    return row ?? null
  })

/** A paper as the public list shows it: in the version that was sent, or a later one where that was withdrawn, each ask with where it stands. */
export type ListedPaper = {
  id: string
  title: string
  body: string
  version: number
  sentOn: string
  outcome: string | null
  asks: { id: string | null; text: string; reply: Reply["reply"] }[]
}

/** So many papers to a page. */
export const PAPERS_A_PAGE = 20

/** The papers that an LIO has sent, or those that rest on one consultation, the last first, each with its asks and where they stand; none that was withdrawn. Public. */
export const listPapers = (ctx: Ctx, page: number, consultationId: string | null = null) =>
  readingAll(ctx, "papers that were sent are for anybody", async () => {
    const rows = await ctx.tx.execute<ListedPaper & { all: number }>(sql`
      select r.id, v.content ->> 'title' as title, v.content ->> 'body' as body, v.version, r.sent_on::text as "sentOn", case when r.closed_at is not null then r.outcome end as outcome,
        count(*) over ()::int as all,
        (select coalesce(json_agg(json_build_object('id', a.id, 'text', x.ask ->> 'text', 'reply', a.reply) order by x.at), '[]')
          from ${PRINTED_ASKS}) as asks
      from representations r join ${STANDING} on true
      where r.sent_on is not null and (${consultationId}::uuid is null or r.consultation_id = ${consultationId}::uuid)
      order by r.sent_on desc, r.id
      limit ${PAPERS_A_PAGE} offset ${(page - 1) * PAPERS_A_PAGE}`)
    return { papers: rows.map(({ all: _, ...paper }): ListedPaper => paper), all: rows[0]?.all ?? 0 }
  })

/** The reply to a printed ask: by its id, or by its words in versions from before ids were kept. */
export const replyTo = <T extends { id: string; text: string }>(
  ask: { id?: string; text: string },
  all: T[],
): T | null => all.find((one) => (ask.id ? one.id === ask.id : one.text === ask.text)) ?? null
