import "server-only"
import { desc, eq, sql } from "drizzle-orm"
import { guideDrafts, guides, guideVersions } from "@/db/schema"
import type { GUIDE_STAGES } from "@/db/vocabulary"
import { type Ctx, personIdOf } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { listColleagues } from "../../lios/queries"
import { say } from "../../words"
import { maySeeGuides, mayShowGuides } from "../policy"
import type { Listed } from "../reading/queries"
import type { Standing } from "../words"

const guard = (ctx: Ctx) => ensure(maySeeGuides(ctx.actor), say("Only staff can see how guides are made."))

/** A guide in the staff's list. */
export type Kept = Listed & {
  standing: Standing
  stage: keyof typeof GUIDE_STAGES | null
  hidden: boolean
  /** An own guide stands in place of the installation's. */
  replaces: boolean
  reviewOn: string | null
  ownerName: string | null
  /** How often it was used in emails to groups and in sessions, and how many said that it was useful or not. */
  used: number
  useful: number
  notUseful: number
}

/** All guides that staff have to do with: their own, and the installation's. */
export async function listKeptGuides(ctx: Ctx): Promise<Kept[]> {
  guard(ctx)
  const rows = await ctx.tx.execute<Kept>(sql`
    with shown as (
      select g.slug, coalesce(d.title, v.title) as title, coalesce(d.summary, v.summary) as summary, coalesce(d.nations, v.nations) as nations, true as own,
        case when g.retired_at is not null then 'retired' when g.version is null then 'new' when d.guide_id is not null then 'changed' else 'published' end as standing,
        d.stage, false as hidden, exists (select from shared_guides s where s.slug = g.slug) as replaces, g.review_on::text as "reviewOn",
        (select p.name from people p where p.id = g.owner_id) as "ownerName", coalesce((select min(s.position) from shared_guides s where s.slug = g.slug), 0) as position
      from guides g left join guide_drafts d on d.guide_id = g.id left join guide_versions v on v.guide_id = g.id and v.version = g.version
      union all
      select s.slug, s.title, s.summary, s.nations, false, 'published', null, h.slug is not null, false, s.review_on::text, null, s.position
      from shared_guides s left join hidden_guides h on h.slug = s.slug
      where s.version = (select max(n.version) from shared_guides n where n.slug = s.slug)
        and not exists (select from guides g where g.slug = s.slug and g.retired_at is null))
    select shown.*, coalesce(sent.used, 0) as used, coalesce(said.useful, 0) as useful, coalesce(said.not_useful, 0) as "notUseful"
    from shown
      left join (select sg.slug, count(distinct coalesce(sg.session_id, sg.id))::int as used from sent_guides sg left join sessions s on s.id = sg.session_id
        where s.undone_at is null group by 1) sent on sent.slug = shown.slug
      left join (select slug, count(*) filter (where r.useful)::int as useful, count(*) filter (where not r.useful)::int as not_useful from guide_remarks r group by 1) said on said.slug = shown.slug
    order by own desc, position, title`)
  return [...rows]
}

/** An own guide with what is being written of it (null: nothing since it was published). NotFound for the installation's. */
export async function getOwnGuide(ctx: Ctx, slug: string) {
  guard(ctx)
  const [row] = await ctx.tx
    .select({ guide: guides, draft: guideDrafts })
    .from(guides)
    .leftJoin(guideDrafts, eq(guideDrafts.guideId, guides.id))
    .where(eq(guides.slug, slug))
  return found(row)
}
export type OwnGuide = Awaited<ReturnType<typeof getOwnGuide>>

/**
 * What a form says it was opened at, so that nothing that was saved since is overwritten: version, revision and moment,
 * "2.5.1764450000000". The moment tells a draft from one before it that was discarded and had as many revisions.
 */
export const seenOf = ({ guide, draft }: OwnGuide) =>
  `${guide.version ?? 0}.${draft?.revision ?? 0}.${draft?.editedAt.getTime() ?? 0}`

/** The version of an own guide that is published; null before there is one. */
export async function getPublished(ctx: Ctx, guideId: string) {
  const [row] = await ctx.tx
    .select()
    .from(guideVersions)
    .where(eq(guideVersions.guideId, guideId))
    .orderBy(desc(guideVersions.version))
    .limit(1)
  return row ?? null
}

/** Who wrote and who checked what is being written, by name. */
export async function namesOfDraft(
  ctx: Ctx,
  { editedBy, checkedBy }: { editedBy: string | null; checkedBy: string | null },
) {
  const [row] = await ctx.tx.execute<{ writer: string | null; checker: string | null }>(sql`
    select (select name from people where id = ${editedBy}) as writer, (select name from people where id = ${checkedBy}) as checker`)
  return row ?? { writer: null, checker: null }
}

/** Guides that wait to be checked and that the asker did not write, longest waiting first. */
export async function listToCheck(ctx: Ctx, most: number) {
  guard(ctx)
  const rows = await ctx.tx.execute<{ slug: string; title: string; writer: string | null }>(sql`
    select g.slug, d.title, p.name as writer from guide_drafts d join guides g on g.id = d.guide_id left join people p on p.id = d.edited_by
    where d.stage = 'to_check' and g.retired_at is null and d.edited_by is distinct from ${personIdOf(ctx.actor) ?? null}::uuid
    order by d.edited_at limit ${most}`)
  return [...rows]
}

/** Whether the asker may publish what nobody has checked: a manager, where nobody works here who could check it. */
export async function mayPublishUnchecked(
  ctx: Ctx,
  { editedBy }: { editedBy: string | null },
): Promise<boolean> {
  guard(ctx)
  return (
    mayShowGuides(ctx.actor) && !(await listColleagues(ctx)).some(({ personId }) => personId !== editedBy)
  )
}
