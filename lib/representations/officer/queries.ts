import "server-only"
import { and, desc, eq, isNull, sql } from "drizzle-orm"
import { replyLinks } from "@/db/schema"
import type { FILED_REPLIES } from "@/db/vocabulary"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { asLink } from "../../access/doors"
import { replyPath } from "../../access/links"
import { holdsLink } from "../../access/may"
import { ensure, RuleBroken, SignedOut } from "../../errors"
import { say } from "../../words"
import { mayReadRepresentations, mayRepresent } from "../policy"
import { getPublished, STANDING } from "../versions/queries"

/** What the link of a body opens. */
export type LinkedPaper = {
  linkId: string
  representationId: string
  name: string
  version: number
  closed: boolean
  /** No version stands any more. */
  withdrawn: boolean
}

/** The paper of a link that nobody has ended, in the version that stands; once all are withdrawn, the one that was sent, which says so. */
async function findLinked(ctx: Ctx, linkId: string | null): Promise<LinkedPaper | null> {
  if (!linkId) return null
  const [row] = await readingAll(ctx, "whoever holds the link may read this one paper", () =>
    ctx.tx.execute<LinkedPaper>(sql`
      select l.id as "linkId", r.id as "representationId", l.name, r.closed_at is not null as closed,
        coalesce(v.version, r.sent_version) as version, v.version is null as withdrawn
      from reply_links l join representations r on r.id = l.representation_id left join ${STANDING} on true
      where l.id = ${linkId} and l.ended_at is null and r.sent_on is not null`),
  )
  return row ?? null
}

/** Opens the door for whoever at a body holds the link of a paper, to that and nothing else. SignedOut once it was ended. */
export function byReplyLink<T>(
  { lio, key }: { lio: string; key: string },
  work: (ctx: Ctx, paper: LinkedPaper) => Promise<T>,
  now?: Date,
): Promise<T> {
  return asLink(
    { lio, purpose: "reply", key },
    async (ctx, { about }) => {
      const paper = await findLinked(ctx, about)
      if (!paper) throw new SignedOut(say("This link has expired."))
      return work(ctx, paper)
    },
    { now },
  )
}

/** Refused for whoever doesn’t hold the link, and where a paper takes no more replies by it. */
export function ensureTakesReplies(ctx: Ctx, paper: LinkedPaper) {
  ensure(holdsLink(ctx.actor, "reply", paper.linkId), say("Use the link that you were sent."))
  if (paper.closed) throw new RuleBroken(say("This paper is closed. Get in touch to tell us more."))
  if (paper.withdrawn) throw new RuleBroken(say("This paper was withdrawn. Get in touch to tell us more."))
}

/** What somebody at the body entered. `refusedReason`: staff didn’t file it. */
export type Proposed = {
  id: string
  askId: string | null
  ask: string | null
  position: number | null
  reply: keyof typeof FILED_REPLIES
  words: string | null
  reason: string | null
  promisedBy: string | null
  promisedFor: string | null
  sender: string
  proposedAt: string
  decided: boolean
  refusedReason: string | null
  /** Files that came with it, the last first; of one that was accepted the one that was filed with it. */
  files: { id: string; name: string; size: number }[]
}

const proposed = (where: ReturnType<typeof sql>) => sql<Proposed>`
  select p.id, p.ask_id as "askId", a.text as ask, a.position, p.reply, p.words, p.reason, p.promised_by as "promisedBy",
    p.promised_for::text as "promisedFor", p.sender, p.proposed_at as "proposedAt", p.decided_at is not null as decided,
    p.refused_reason as "refusedReason",
    coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'size', c.size) order by f.added_at desc, f.id)
      from files f join file_contents c on c.digest = f.digest
      where f.removed_at is null and ((f.on_kind = 'proposed_reply' and f.on_id = p.id)
        or f.id = (select r.file_id from ask_replies r where r.id = p.reply_id))), '[]') as files
  from proposed_replies p join reply_links l on l.id = p.link_id left join asks a on a.id = p.ask_id
  where ${where} order by a.position nulls first, p.proposed_at desc`

/** The paper as the body reads it by its link, what has been said to each ask so far, and what was entered by this link. */
export async function getLinkedPaper(ctx: Ctx, paper: LinkedPaper) {
  const published = await getPublished(ctx, paper.representationId, paper.version)
  const entered = await readingAll(ctx, "what was entered by this very link", () =>
    ctx.tx.execute<Proposed>(proposed(sql`p.link_id = ${paper.linkId}`)),
  )
  return { paper, published, entered: [...entered] }
}

/** What bodies entered about a paper and nobody has decided on yet. For staff. */
export async function listProposed(ctx: Ctx, representationId: string): Promise<Proposed[]> {
  ensure(mayReadRepresentations(ctx.actor))
  return [
    ...(await ctx.tx.execute<Proposed>(
      proposed(sql`l.representation_id = ${representationId} and p.decided_at is null`),
    )),
  ]
}

/** The links of a paper that work, each with its path for those who may hand it on. */
export async function listReplyLinks(ctx: Ctx, representationId: string) {
  ensure(mayReadRepresentations(ctx.actor))
  const rows = await ctx.tx
    .select({
      id: replyLinks.id,
      name: replyLinks.name,
      madeAt: replyLinks.madeAt,
      expiresAt: replyLinks.expiresAt,
    })
    .from(replyLinks)
    .where(and(eq(replyLinks.representationId, representationId), isNull(replyLinks.endedAt)))
    .orderBy(desc(replyLinks.madeAt))
  const hands = mayRepresent(ctx.actor)
  return rows
    .filter(({ expiresAt }) => expiresAt > ctx.now)
    .map((one) => ({ ...one, path: hands ? replyPath(ctx.lio, one.id, one.expiresAt) : null }))
}
