import "server-only"
import { sql } from "drizzle-orm"
import { OPPORTUNITY_STANDS, type RELEASE_TAGS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { formatDate, formatMoment, formatSum, inWords, say } from "../../words"
import { getOpportunity } from "../queries"
import { type Facts, factsOf } from "../standard/facts"
import { type Content, mergeReleases } from "../standard/merge"

/** A release, and what it changed, each in a sentence. */
export type Step = { id: string; at: Date; tags: (keyof typeof RELEASE_TAGS)[]; changed: string[] }

const MOST = 50

/** What one release says otherwise than those before it. */
function changesOf(before: Facts, after: Facts, zone: string): string[] {
  const moment = (at: string | null) => (at ? formatMoment(new Date(at), zone) : say("not said"))
  const day = (on: string | null) => (on ? formatDate(on) : say("not said"))
  const sum = (facts: Facts) =>
    facts.valueMost === null ? say("not said") : formatSum(facts.valueMost, facts.currency)
  const lines: [from: string, to: string, words: (from: string, to: string) => string][] = [
    [before.title, after.title, (from, to) => say("It’s called “{to}” now; it was “{from}”.", { from, to })],
    [
      OPPORTUNITY_STANDS[before.stands],
      OPPORTUNITY_STANDS[after.stands],
      (from, to) => say("Status: {to}; it was: {from}.", { from, to }),
    ],
    [
      moment(before.closesAt),
      moment(after.closesAt),
      (from, to) => say("Bids by: {to}; before: {from}.", { from, to }),
    ],
    [sum(before), sum(after), (from, to) => say("Worth up to: {to}; before: {from}.", { from, to })],
    [
      day(before.startsOn),
      day(after.startsOn),
      (from, to) => say("Starts: {to}; before: {from}.", { from, to }),
    ],
    [day(before.endsOn), day(after.endsOn), (from, to) => say("Ends: {to}; before: {from}.", { from, to })],
    [
      inWords(before.awardedTo),
      inWords(after.awardedTo),
      (_, to) => (to ? say("Awarded to {to}.", { to }) : say("No longer awarded to anybody.")),
    ],
  ]
  const texts = before.description === after.description ? [] : [say("The description was changed.")]
  const documents = after.documents.filter(({ link }) => !before.documents.some((one) => one.link === link))
  return [
    ...lines.flatMap(([from, to, words]) => (from === to ? [] : [words(from, to)])),
    ...texts,
    ...documents.map(({ title }) => say("New document: {title}.", { title })),
  ]
}

/** The releases of an opportunity, the newest first, each with what it changed. */
async function listSteps(ctx: Ctx, id: string): Promise<Step[]> {
  const rows = await ctx.tx.execute<{ id: string; at: string; tags: Step["tags"]; content: Content }>(sql`
    select release_id as id, released_at as at, tags, content from opportunity_releases
    where opportunity_id = ${id}::uuid order by released_at, release_id collate "C" limit ${MOST}`)
  const zone = ctx.lio.timezone
  let [content, tags]: [Content, string[]] = [{}, []]
  let before: Facts | null = null
  const steps: Step[] = []
  for (const row of rows) {
    content = mergeReleases([content, row.content])
    tags = [...tags, ...row.tags]
    const facts = factsOf(content, tags, zone)
    steps.push({
      id: row.id,
      at: new Date(row.at),
      tags: row.tags,
      changed: before ? changesOf(before, facts, zone) : [],
    })
    before = facts
  }
  return steps.reverse()
}

/** An opportunity with all its releases. NotFound. */
export async function getOpportunityWithSteps(ctx: Ctx, id: string) {
  const [opportunity, steps] = await Promise.all([getOpportunity(ctx, id), listSteps(ctx, id)])
  return { opportunity, steps }
}
