import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { RESOURCE_KINDS, RESOURCE_READERS } from "@/db/vocabulary"
import { readingAll } from "../access/audiences"
import type { Ctx } from "../access/ctx"
import { ensure, found, SignedOut } from "../errors"
import { listFilesAmong } from "../files/queries"
import { colleagueOptions, themeOptions } from "../lists/choices/queries"
import { say } from "../words"
import { BROKEN_AFTER, type WhyUnread } from "./input"
import { maySeeLibrary } from "./policy"

type Readers = keyof typeof RESOURCE_READERS
/** A resource; days as "2026-06-04". `hasFile`: there is a file that the asker may open. */
export type Resource = {
  id: string
  title: string
  kind: keyof typeof RESOURCE_KINDS
  summary: string | null
  link: string | null
  linkBroken: boolean
  ownerId: string | null
  owner: string | null
  checkedOn: string | null
  reviewOn: string
  openTo: Readers
  audience: Readers
  themes: { id: string; name: string }[]
  hasFile: boolean
  changedAt: Date | null
  retiredAt: Date | null
  /** Contents of its files (by digest) that search doesn’t look into, and why; null: it was read before that was noted. */
  unreadFiles: { digest: string; why: WhyUnread | null }[]
  /** How often it was used: emails to groups, and sessions. */
  used: number
}
type Row = Omit<Resource, "changedAt" | "retiredAt" | "unreadFiles"> & {
  changedAt: string | null
  retiredAt: string | null
  unreadFiles: string[]
}

const HAS_FILE = sql`exists (select from files f where f.on_kind = 'resource' and f.on_id = r.id and f.removed_at is null)`

/** The resources `r` that a condition leaves. */
export async function readResources(ctx: Ctx, rest: SQL): Promise<Resource[]> {
  const rows = await ctx.tx.execute<Row>(sql`
    select r.id, r.title, r.kind, r.summary, r.link, r.link_failures >= ${BROKEN_AFTER} as "linkBroken", r.owner_id as "ownerId", p.name as owner,
      r.checked_on::text as "checkedOn", r.review_on::text as "reviewOn", r.open_to as "openTo", r.audience, r.changed_at as "changedAt", r.retired_at as "retiredAt", r.unread_files as "unreadFiles",
      ${HAS_FILE} as "hasFile",
      (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name), '[]') from resource_terms rt join terms t on t.id = rt.term_id where rt.resource_id = r.id) as themes,
      (select count(distinct coalesce(s.session_id, s.id))::int from sent_resources s left join sessions n on n.id = s.session_id where s.resource_id = r.id and n.undone_at is null) as used
    from resources r left join people p on p.id = r.owner_id where ${rest}`)
  return rows.map(({ changedAt, retiredAt, unreadFiles, ...row }) => ({
    ...row,
    unreadFiles: unreadFiles.map((unread) => {
      const [digest = "", why] = unread.split(" ")
      return { digest, why: (why as WhyUnread | undefined) ?? null }
    }),
    changedAt: changedAt ? new Date(changedAt) : null,
    retiredAt: retiredAt ? new Date(retiredAt) : null,
  }))
}

/** One resource that the asker may read. NotFound. */
export const getResource = async (ctx: Ctx, id: string) =>
  found((await readResources(ctx, sql`r.id = ${id}`))[0])

/** What groups and visitors are shown: in use, and with something to open. */
const OFFERED = sql`r.retired_at is null and r.audience in ('public', 'members') and (r.link is not null or ${HAS_FILE})`
const MOST = 500

/** What is offered to whoever asks, by name: those with these words, of this kind. `anybody`: only what visitors see. */
export const listOffered = (
  ctx: Ctx,
  { q, kind, anybody }: { q?: string; kind?: string; anybody?: boolean },
) =>
  readResources(
    ctx,
    sql`${OFFERED} ${anybody ? sql`and r.audience = 'public'` : sql``}
      ${q ? sql`and r.id in (select id from search_ids('resource', ${q}, true))` : sql``} ${kind ? sql`and r.kind = ${kind}` : sql``}
      order by r.title, r.id limit ${MOST}`,
  )

/** Those of these resources that are in use, with something to open, and that the asker may read. */
export const listInUse = (ctx: Ctx, ids: string[]) =>
  readResources(
    ctx,
    sql`r.id = any (${sql.param(ids)}::uuid[]) and r.retired_at is null and (r.link is not null or ${HAS_FILE})`,
  )

/** Whether anybody may open something. Public. */
export async function hasPublicResources(ctx: Ctx): Promise<boolean> {
  const [row] = await ctx.tx.execute<{ any: boolean }>(
    sql`select exists (select from resources r where ${OFFERED} and r.audience = 'public') as any`,
  )
  return row?.any ?? false
}

/** One resource as it is offered, with its files. NotFound; SignedOut for a visitor where it is for groups that are signed in. */
export async function getOffered(ctx: Ctx, id: string) {
  const offered = () => readResources(ctx, sql`r.id = ${id} and ${OFFERED}`)
  const [read] = await offered()
  if (!read && ctx.actor.kind === "public") {
    const [forMembers] = await readingAll(ctx, "tells a visitor to sign in for what groups may open", offered)
    if (forMembers) throw new SignedOut(say("Sign in to open this resource."))
  }
  const resource = found(read)
  return { resource, files: await listFilesAmong(ctx, "resource", [id]) }
}

/** What a resource may be about, and who may look after it. */
export async function listResourceChoices(ctx: Ctx) {
  ensure(maySeeLibrary(ctx.actor))
  const [themes, colleagues] = await Promise.all([themeOptions(ctx), colleagueOptions(ctx)])
  return { themes, colleagues }
}
