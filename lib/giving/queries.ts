import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { Ctx } from "../access/ctx"
import { ensure } from "../errors"
import { listGuides } from "../guides/reading/queries"
import { maySeeGiven } from "./policy"

/** What was given: guides by their name in the address, resources by id. */
export type Given = { guides: string[]; resources: string[] }
/** The same with titles. */
type Titled = { guides: { slug: string; title: string }[]; resources: { id: string; title: string }[] }

/** Of what the uses are asked for. */
type Thing = { slug: string } | { resourceId: string }

/** What was given in a session, with the titles it has now. */
export async function listGivenIn(ctx: Ctx, sessionId: string): Promise<Titled> {
  ensure(maySeeGiven(ctx.actor))
  const [guides, resources] = await Promise.all([
    ctx.tx.execute<Titled["guides"][number]>(sql`
      select distinct sg.slug, coalesce(
        (select v.title from guides g join guide_versions v on v.guide_id = g.id and v.version = g.version where g.slug = sg.slug),
        (select s.title from shared_guides s where s.slug = sg.slug order by s.version desc limit 1), sg.slug) as title
      from sent_guides sg where sg.session_id = ${sessionId} order by title`),
    ctx.tx.execute<Titled["resources"][number]>(sql`
      select distinct r.id, r.title from sent_resources sr join resources r on r.id = sr.resource_id
      where sr.session_id = ${sessionId} order by r.title`),
  ])
  return { guides: [...guides], resources: [...resources] }
}

/** What can be ticked as given: guides that are shown, resources in use, and what was given already. */
export async function listToGive(ctx: Ctx, given: Titled = { guides: [], resources: [] }): Promise<Titled> {
  ensure(maySeeGiven(ctx.actor))
  const [guides, resources] = await Promise.all([
    listGuides(ctx),
    ctx.tx.execute<Titled["resources"][number]>(
      sql`select r.id, r.title from resources r where r.retired_at is null order by lower(r.title), r.id`,
    ),
  ])
  return {
    guides: [
      ...guides.map(({ slug, title }) => ({ slug, title })),
      ...given.guides.filter(({ slug }) => !guides.some((one) => one.slug === slug)),
    ],
    resources: [...resources, ...given.resources.filter(({ id }) => !resources.some((one) => one.id === id))],
  }
}

/** How many uses are on a page. */
export const USES_A_PAGE = 50

const sentOf = (thing: Thing): SQL =>
  "slug" in thing
    ? sql`select id, group_id, session_id, by_person_id, sent_at, version from sent_guides where slug = ${thing.slug}`
    : sql`select id, group_id, session_id, by_person_id, sent_at, null::int as version from sent_resources where resource_id = ${thing.resourceId}`

/** One use: an email to a group, or a session with all its groups. `on`: the session's day, or when it was emailed. */
export type Use = {
  id: string
  on: Date | string
  by: string | null
  version: number | null
  session: boolean
  groups: { id: string; name: string }[]
}

/** Where a guide or a resource was used: in emails to groups and in sessions, newest first, with how many there are of each. */
export async function listUses(ctx: Ctx, thing: Thing, page = 1) {
  ensure(maySeeGiven(ctx.actor))
  const [row] = await ctx.tx.execute<{
    emails: number
    sessions: number
    uses: (Omit<Use, "groups"> & { groups: [name: string, id: string][] })[]
  }>(sql`
    with uses as (
      select coalesce(u.session_id, u.id) as id, coalesce(s."on"::text, min(u.sent_at)::text) as "on", coalesce(s."on"::timestamptz, min(u.sent_at)) as at, p.name as by, max(u.version) as version, s.id is not null as session,
        coalesce(json_agg(distinct jsonb_build_array(g.name, g.id)) filter (where g.id is not null), '[]') as groups
      from (${sentOf(thing)}) u left join sessions s on s.id = u.session_id left join people p on p.id = coalesce(s.by_person_id, u.by_person_id)
        left join session_groups sg on sg.session_id = s.id left join groups g on g.id = coalesce(sg.group_id, u.group_id) and g.removed_at is null
      where s.undone_at is null group by coalesce(u.session_id, u.id), s.id, s."on", p.name)
    select count(*) filter (where not session)::int as emails, count(*) filter (where session)::int as sessions,
      coalesce((select json_agg(shown order by at desc, id) from (select * from uses order by at desc, id limit ${USES_A_PAGE} offset ${(page - 1) * USES_A_PAGE}) shown), '[]') as uses
    from uses`)
  const { emails = 0, sessions = 0, uses = [] } = row ?? {}
  return {
    emails,
    sessions,
    page,
    uses: uses.map(
      (use): Use => ({
        ...use,
        on: use.session ? use.on : new Date(use.on),
        groups: use.groups.map(([name, id]) => ({ id, name })),
      }),
    ),
  }
}
/** The same as a type. */
export type Uses = Awaited<ReturnType<typeof listUses>>
