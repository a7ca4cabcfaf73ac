import "server-only"
import { asc, desc, eq, sql } from "drizzle-orm"
import { guideVersions, hiddenGuides } from "@/db/schema"
import type { Ctx, Outside } from "../../access/ctx"
import { found } from "../../errors"
import type { Nation } from "../words"

/** A published guide. `own`: the LIO's, else the installation's. */
export type Guide = {
  slug: string
  version: number
  title: string
  summary: string
  nations: Nation[]
  body: string
  related: string[]
  checkedOn: string | null
  reviewOn: string | null
  publishedAt: Date
  own: boolean
  /** The newest version there is. */
  newest: number
}

/** A guide in a list. */
export type Listed = Pick<Guide, "slug" | "title" | "summary" | "nations" | "own">

const SHARED = sql`slug, version, title, summary, nations, body, related, checked_on::text as "checkedOn", review_on::text as "reviewOn",
  published_at as "publishedAt", false as own, (select max(n.version) from shared_guides n where n.slug = s.slug) as newest`
const NEWEST = sql`version = (select max(n.version) from shared_guides n where n.slug = s.slug)`
const OWN = sql`g.slug, v.version, v.title, v.summary, v.nations, v.body, v.related, g.checked_on::text as "checkedOn", g.review_on::text as "reviewOn",
  v.published_at as "publishedAt", true as own, g.version as newest`

const dated = (row: Guide): Guide => ({ ...row, publishedAt: new Date(row.publishedAt) })

/** The version that an address names; undefined where it names none. NotFound for what is no number. */
export const versionIn = (named: string | undefined) =>
  named === undefined ? undefined : Number(found(/^[1-9]\d{0,6}$/.exec(named))[0])

/** The guides of the installation, in their order. */
export async function listSharedGuides({ tx }: Outside): Promise<Listed[]> {
  const rows = await tx.execute<Listed>(sql`
    select slug, title, summary, nations, false as own from shared_guides s where ${NEWEST} order by position, title`)
  return [...rows]
}

/** A guide of the installation: the newest, or one of its versions. NotFound. */
export async function getSharedGuide({ tx }: Outside, slug: string, version?: number): Promise<Guide> {
  const [row] = await tx.execute<Guide>(sql`
    select ${SHARED} from shared_guides s where slug = ${slug} and ${version ? sql`version = ${version}` : NEWEST}`)
  return dated(found(row))
}

/** What an LIO shows: its own guides and those of the installation that it has neither hidden nor replaced. Public. */
export async function listGuides({ tx }: Ctx): Promise<Listed[]> {
  const rows = await tx.execute<Listed>(sql`
    select slug, title, summary, nations, own from (
      select g.slug, v.title, v.summary, v.nations, true as own, coalesce((select min(s.position) from shared_guides s where s.slug = g.slug), 0) as position
      from guides g join guide_versions v on v.guide_id = g.id and v.version = g.version where g.retired_at is null
      union all
      select slug, title, summary, nations, false, position from shared_guides s where ${NEWEST}
        and not exists (select from hidden_guides h where h.slug = s.slug)
        and not exists (select from guides g where g.slug = s.slug and g.version is not null and g.retired_at is null)) l
    order by position, title`)
  return [...rows]
}

/** A guide as an LIO shows it: the newest, or one of its versions. NotFound for one that it hides. Public. */
export async function getGuide(ctx: Ctx, slug: string, version?: number): Promise<Guide> {
  const [own] = await ctx.tx.execute<Guide>(sql`
    select ${OWN} from guides g join guide_versions v on v.guide_id = g.id
    where g.slug = ${slug} and g.retired_at is null and v.version = ${version ?? sql`g.version`}`)
  if (own) return dated(own)
  const [hidden] = await ctx.tx.select().from(hiddenGuides).where(eq(hiddenGuides.slug, slug))
  found(hidden ? null : true)
  return getSharedGuide(ctx, slug, version)
}

/** A version in the list of versions. */
export type Version = {
  version: number
  publishedAt: Date
  change: string | null
  writtenBy: string | null
  checkedBy: string | null
}

/** The versions of a guide of the installation, newest first. */
export async function listSharedVersions({ tx }: Outside, slug: string): Promise<Version[]> {
  const rows = await tx.execute<{ version: number; publishedAt: string }>(sql`
    select version, published_at as "publishedAt" from shared_guides where slug = ${slug} order by version desc`)
  return rows.map(({ version, publishedAt }) => ({
    version,
    publishedAt: new Date(publishedAt),
    change: null,
    writtenBy: null,
    checkedBy: null,
  }))
}

/** The versions of a guide as an LIO shows it, newest first. Public. */
export async function listVersions(ctx: Ctx, slug: string): Promise<Version[]> {
  const { own } = await getGuide(ctx, slug)
  if (!own) return listSharedVersions(ctx, slug)
  const { version, publishedAt, change, writtenBy, checkedBy } = guideVersions
  return ctx.tx
    .select({ version, publishedAt, change, writtenBy, checkedBy })
    .from(guideVersions)
    .where(sql`${guideVersions.guideId} = (select g.id from guides g where g.slug = ${slug})`)
    .orderBy(desc(version), asc(change))
}

/** The guides of the installation with all that they say, to look for words in them. */
export async function listWholeSharedGuides({ tx }: Outside): Promise<Guide[]> {
  const rows = await tx.execute<Guide>(sql`select ${SHARED} from shared_guides s where ${NEWEST}`)
  return rows.map(dated)
}

/** What an LIO shows, with all that it says. Public. */
export async function listWholeGuides({ tx }: Ctx): Promise<Guide[]> {
  const rows = await tx.execute<Guide>(sql`
    select ${OWN} from guides g join guide_versions v on v.guide_id = g.id and v.version = g.version where g.retired_at is null
    union all select ${SHARED} from shared_guides s where ${NEWEST}
      and not exists (select from hidden_guides h where h.slug = s.slug)
      and not exists (select from guides g where g.slug = s.slug and g.version is not null and g.retired_at is null)`)
  return rows.map(dated)
}

/** Those that a guide names as going with it and doesn't link to already, in its order, out of the guides that are shown. */
export const relatedTo = ({ related, slug, body }: Guide, shown: Listed[]) =>
  related.flatMap((one) =>
    shown.filter((other) => other.slug === one && one !== slug && !body.includes(`](${one})`)),
  )
