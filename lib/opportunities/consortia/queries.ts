import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { BID_OUTCOMES } from "@/db/vocabulary"
import { readingAll } from "../../access/audiences"
import { type Ctx, personOf } from "../../access/ctx"
import { groupIdsOf, leads } from "../../access/may"
import { ensure, found, NotAllowed, RuleBroken } from "../../errors"
import { say } from "../../words"
import { maySeeOpportunities } from "../policy"

/** A group of a consortium. `renamed`: it has become one with another group since, and nobody new comes in for it. */
export type OfConsortium = {
  groupId: string
  group: string
  leads: boolean
  stands: "proposed" | "asked" | "in" | "declined" | "left" | "removed"
  since: string
  renamed: boolean
}
/** A consortium as anybody sees it who may know of it; `inside`: the asker is in its room. */
export type Consortium = {
  id: string
  opportunityId: string
  /** Of the opportunity. */
  title: string
  buyer: string | null
  /** Until when bids for it are taken, while its notices ask for bids or have asked. */
  closesAt: Date | null
  closed: boolean
  /** The LIO's time zone, in which moments are said. */
  zone: string
  /** Whether the asker may read it: staff can have hidden it since. */
  readable: boolean
  formedAt: Date
  dissolvedAt: Date | null
  inside: boolean
  /** What became of the bid, for whoever is in the room; null: nothing yet, or not for the asker to know. */
  outcome: keyof typeof BID_OUTCOMES | null
  groups: OfConsortium[]
}

/** The audience of a room: what each of its rows, files and events carries. */
export const audienceOf = (id: string) => `consortium:${id}`

/** Whether the door has let the asker into the room of `c`. */
const IS_INSIDE = sql`array['*', 'consortium:' || c.id] && nullif(current_setting('app.audiences', true), '')::text[]`

type Row = Omit<
  Consortium,
  "formedAt" | "dissolvedAt" | "title" | "buyer" | "closesAt" | "closed" | "zone"
> & {
  formedAt: string
  dissolvedAt: string | null
}

async function read(ctx: Ctx, where: SQL): Promise<Consortium[]> {
  ensure(maySeeOpportunities(ctx.actor), say("Sign in to see who bids together."))
  const rows = await ctx.tx.execute<Row>(sql`
    select c.id, c.opportunity_id as "opportunityId", c.formed_at as "formedAt", c.dissolved_at as "dissolvedAt", ${IS_INSIDE} as inside,
      exists (select from opportunities o where o.id = c.opportunity_id) as readable, (select cb.outcome from consortium_bids cb where cb.consortium_id = c.id) as outcome,
      (select coalesce(json_agg(json_build_object('groupId', g.id, 'group', g.name, 'leads', cg.leads, 'renamed', cg.asked_as <> cg.group_id,
          'stands', case when cg.removed then 'removed' when cg.left_at is not null then 'left' when cg.declined_at is not null then 'declined' when cg.accepted_at is not null then 'in'
            when cg.invited_at is not null then 'asked' else 'proposed' end,
          'since', coalesce(cg.left_at, cg.declined_at, cg.accepted_at, cg.invited_at, c.formed_at)) order by cg.leads desc, lower(g.name)), '[]')
        from consortium_groups cg join groups g on g.id = cg.group_id where cg.consortium_id = c.id) as groups
    from consortia c where ${where} order by c.dissolved_at nulls first, c.formed_at desc, c.id`)
  const names = await readingAll(ctx, "what a consortium bids for, also where it’s hidden since", () =>
    ctx.tx.execute<{ id: string; title: string; buyer: string | null; closesAt: string | null }>(
      sql`select id, title, buyer, case when stands in ('open', 'planned', 'closed') then closes_at end as "closesAt" from opportunities where id = any (${sql.param(rows.map((row) => row.opportunityId))}::uuid[])`,
    ),
  )
  return rows.map((row) => {
    const of = names.find(({ id }) => id === row.opportunityId)
    const closesAt = of?.closesAt ? new Date(of.closesAt) : null
    return {
      ...row,
      title: of?.title ?? "",
      buyer: of?.buyer ?? null,
      closesAt,
      closed: closesAt !== null && closesAt <= ctx.now,
      zone: ctx.lio.timezone,
      formedAt: new Date(row.formedAt),
      dissolvedAt: row.dissolvedAt ? new Date(row.dissolvedAt) : null,
    }
  })
}

/** One consortium that the asker may know of. NotFound. */
export const getConsortium = async (ctx: Ctx, id: string) =>
  found((await read(ctx, sql`c.id = ${id}::uuid`))[0])

/** Those that the asker may know of: for staff all, for others those of their groups. */
export const listConsortia = (ctx: Ctx, opportunityId?: string) =>
  read(ctx, opportunityId ? sql`c.opportunity_id = ${opportunityId}::uuid` : sql`true`)

/** The room of a consortium, for whoever is in it; `open`: while it may still be changed. */
export async function openRoom(ctx: Ctx, id: string, { open = false } = {}): Promise<Consortium> {
  const its = await getConsortium(ctx, id)
  if (!its.inside) throw new NotAllowed(say("Only the people of this room may see what’s inside."))
  if (open && its.dissolvedAt)
    throw new RuleBroken(say("This consortium has ended. Its room can only be read."))
  return its
}

/** Whether the asker is in the room and a lead of the group that leads it. */
export const guides = (ctx: Ctx, its: Consortium) =>
  its.inside && its.groups.some((one) => one.leads && one.stands === "in" && leads(ctx.actor, one.groupId))

/** A room that may be changed, for a lead of the group that leads. */
export async function guided(ctx: Ctx, id: string): Promise<Consortium> {
  const its = await openRoom(ctx, id, { open: true })
  ensure(guides(ctx, its), say("Only a lead of the group that leads the consortium can do that."))
  return its
}

/** The group that leads a consortium. */
export const leadOf = ({ groups }: Consortium) => found(groups.find((one) => one.leads))

/** Whether a group was asked into a consortium and can answer. */
export const isAsked = ({ stands, renamed }: OfConsortium) => stands === "asked" && !renamed

/** The groups of a consortium for which the asker speaks. */
export const ownIn = (ctx: Ctx, { groups }: Consortium) => {
  const own = groupIdsOf(ctx)
  return groups.filter(({ groupId }) => own.includes(groupId))
}

/** Where the asker stands by name: let in and not entered yet, inside, or gone again; null when nobody has named them. */
export async function getOwnPlace(ctx: Ctx, id: string) {
  const me = personOf(ctx.actor)?.personId
  if (!me) return null
  const [row] = await ctx.tx.execute<{ groupId: string | null; entered: boolean; left: boolean }>(sql`
    select group_id as "groupId", entered_at is not null as entered, left_at is not null as left
    from consortium_people where consortium_id = ${id}::uuid and person_id = ${me}::uuid`)
  return row ?? null
}

/** Groups that a consortium can ask: those that show their interest, those that may be found, and those that staff have proposed. */
export async function listToAsk(ctx: Ctx, { id, opportunityId }: Consortium) {
  const rows = await ctx.tx.execute<{ value: string; label: string }>(sql`
    select g.id as value, g.name as label from groups g
    where g.removed_at is null and g.stage <> 'closed' and (
        g.id in (select e.group_id from expressions_of_interest e where e.opportunity_id = ${opportunityId}::uuid and e.withdrawn_at is null and e.seen_by = 'interested')
        or g.id in (select b.group_id from bidding_consents b where b.willing)
        or g.id in (select cg.group_id from consortium_groups cg where cg.consortium_id = ${id}::uuid and (cg.invited_at is null or cg.asked_as <> cg.group_id)))
      and g.id not in (select cg.group_id from consortium_groups cg where cg.consortium_id = ${id}::uuid
        and cg.declined_at is null and cg.left_at is null and cg.invited_at is not null and cg.asked_as = cg.group_id)
    order by lower(g.name), g.id`)
  return [...rows]
}

/** Whether somebody of a group of the asker's was let into the room, and has not gone. */
export async function isAnybodyIn(ctx: Ctx, id: string, groupId: string): Promise<boolean> {
  const rows = await ctx.tx.execute(sql`
    select from consortium_people where consortium_id = ${id}::uuid and group_id = ${groupId}::uuid and left_at is null limit 1`)
  return rows.length > 0
}

/** Whether a group, whose leads may know it, bids in a consortium for an opportunity already. */
export const bidsAlready = (
  ctx: Ctx,
  { opportunityId, groupId }: { opportunityId: string; groupId: string },
) =>
  readingAll(ctx, "a group is in one consortium for an opportunity", async () => {
    const rows = await ctx.tx.execute(sql`
      select from consortium_groups cg join consortia c on c.id = cg.consortium_id and c.dissolved_at is null
      where c.opportunity_id = ${opportunityId}::uuid and cg.group_id = ${groupId}::uuid and cg.accepted_at is not null and cg.left_at is null limit 1`)
    return rows.length > 0
  })
