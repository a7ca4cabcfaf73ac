import "server-only"
import { eq, sql } from "drizzle-orm"
import { areas } from "@/db/schema"
import type { AREA_KINDS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say, sayCount } from "../../words"
import { mayNameAreas, mayRunLio } from "../policy"
import type { NameAreas, NewArea } from "./input"

const guard = (ctx: Ctx) => ensure(mayRunLio(ctx.actor), say("Only a manager can change where you work."))

async function keep(ctx: Ctx, area: { kind: keyof typeof AREA_KINDS; code: string | null; name: string }) {
  const [twice] = await ctx.tx.execute(
    sql`select 1 from areas where code = ${area.code} or (lower(name) = lower(${area.name}) and ${area.code}::text is null)`,
  )
  if (twice)
    throw new RuleBroken(
      say("{area} is on your list already.", { area: area.name }),
      area.code ? undefined : "name",
    )
  await ctx.tx.insert(areas).values({ lioId: ctx.lio.id, ...area })
  await record(ctx, {
    what: "lio.area_added",
    subject: ["lio", ctx.lio.id],
    summary: say("Added {area} to the areas served", { area: area.name }),
    to: area,
  })
  return { name: area.name }
}

/** Adds a district or ward of the open data to where the LIO works. */
export async function addArea(ctx: Ctx, { code }: { code: string }): Promise<{ name: string }> {
  guard(ctx)
  const [place] = await ctx.tx.execute<{ kind: "district" | "ward"; name: string }>(
    sql`select kind, name from places where code = ${code} and kind in ('district', 'ward')`,
  )
  return keep(ctx, { code, ...found(place) })
}

/** Adds every ward of a district that is not on the list yet; says how many. */
export async function addWards(
  ctx: Ctx,
  { code }: { code: string },
): Promise<{ name: string; wards: number }> {
  guard(ctx)
  const [district] = await ctx.tx.execute<{ name: string }>(
    sql`select name from places where code = ${code} and kind = 'district'`,
  )
  const { name } = found(district)
  const added = await ctx.tx.execute<{ name: string }>(sql`
    insert into areas (lio_id, kind, code, name)
    select ${ctx.lio.id}::uuid, 'ward', p.code, p.name from places p where p.kind = 'ward' and p.district_code = ${code}
      and not exists (select from areas a where a.code = p.code)
    returning name`)
  if (added.length === 0) throw new RuleBroken(say("Every ward of {name} is on your list already.", { name }))
  await record(ctx, {
    what: "lio.area_added",
    subject: ["lio", ctx.lio.id],
    summary: sayCount(
      added.length,
      {
        one: "Added {count} ward of {name} to the areas served",
        other: "Added {count} wards of {name} to the areas served",
      },
      { name },
    ),
    to: { district: code, wards: added.map((ward) => ward.name) },
  })
  return { name, wards: added.length }
}

/** Adds a neighbourhood by its name. */
export async function addNeighbourhood(ctx: Ctx, { name }: { name: string }): Promise<{ name: string }> {
  guard(ctx)
  return keep(ctx, { kind: "neighbourhood", code: null, name })
}

/** Takes an area off the list, and off the groups that name it; says how many did. */
export async function removeArea(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ name: string; groups: number }> {
  guard(ctx)
  const [counted] = await ctx.tx.execute<{ groups: number }>(
    sql`select count(*)::int as groups from group_areas where area_id = ${id}`,
  )
  const [need] = await ctx.tx.execute<{ title: string; more: number }>(sql`
    select title, (count(*) over () - 1)::int as more from needs where area_id = ${id} order by created_at limit 1`)
  if (need)
    throw new RuleBroken(
      need.more > 0
        ? sayCount(
            need.more,
            {
              one: "The need “{title}” and {count} other name this area. Give it another area first.",
              other: "The need “{title}” and {count} others name this area. Give it another area first.",
            },
            { title: need.title },
          )
        : say("The need “{title}” names this area. Give it another area first.", { title: need.title }),
    )
  const [gone] = await ctx.tx.delete(areas).where(eq(areas.id, id)).returning()
  const { name, kind, code } = found(gone)
  const groups = counted?.groups ?? 0
  await record(ctx, {
    what: "lio.area_removed",
    subject: ["lio", ctx.lio.id],
    summary:
      groups > 0
        ? sayCount(
            groups,
            {
              one: "Removed {name} from the areas served; {count} group named it",
              other: "Removed {name} from the areas served; {count} groups named it",
            },
            { name },
          )
        : say("Removed {name} from the areas served", { name }),
    from: { name, kind, code, groups },
  })
  return { name, groups }
}

type Named = { names: string[]; kind: keyof typeof AREA_KINDS }

/** Puts names on the list that are not there yet, in one line of the log; gives every id, those that were there among them. */
async function putNames(ctx: Ctx, { names, kind }: Named) {
  const { ids, added } = await keepAreaNames(ctx, names, kind)
  if (added.length > 0) {
    const fresh = names.filter((name) => added.includes(ids.get(name.toLowerCase()) ?? ""))
    await record(ctx, {
      what: "lio.area_added",
      subject: ["lio", ctx.lio.id],
      summary: sayCount(
        fresh.length,
        { one: "Added {first} to the areas served", other: "Added {count} areas to the areas served" },
        { first: fresh[0] ?? "" },
      ),
      to: { kind, names: fresh },
    })
  }
  return { ids, added: added.length }
}

/** Adds areas by their names, for an LIO whose districts and wards are in no file here. */
export async function nameAreas(ctx: Ctx, { names, newAreaKind }: NameAreas) {
  guard(ctx)
  const { ids, added } = await putNames(ctx, { names, kind: newAreaKind })
  return { added, known: ids.size - added }
}

/** The area that was typed where one is chosen, because the list lacks it: added, unless one of its name is there. */
export async function settleArea(ctx: Ctx, { newArea, newAreaKind }: NewArea): Promise<string | null> {
  if (!newArea) return null
  ensure(mayNameAreas(ctx.actor), say("Only workers and managers can add an area."))
  const { ids } = await putNames(ctx, { names: [newArea], kind: newAreaKind ?? "neighbourhood" })
  return ids.get(newArea.toLowerCase()) ?? null
}

/** Adds an area by its name while something else is being done; one of this name will do. */
export async function nameArea(ctx: Ctx, typed: NewArea & { newArea: string }) {
  return { id: found(await settleArea(ctx, typed)), name: typed.newArea }
}

/** The areas that were ticked, with the one that was typed. */
export async function withNewArea(ctx: Ctx, areaIds: string[], typed: NewArea): Promise<string[]> {
  const id = await settleArea(ctx, typed)
  return id ? [...new Set([...areaIds, id])] : areaIds
}

/** Looks areas up by their names and adds those that the LIO does not have; gives id by name in small letters, and the ids that are new. */
export async function keepAreaNames(
  ctx: Ctx,
  names: string[],
  kind: keyof typeof AREA_KINDS = "neighbourhood",
) {
  const rows = sql`json_to_recordset(${JSON.stringify(names.map((name) => ({ name })))}::json) as d(name text)`
  const added = await ctx.tx.execute<{ id: string }>(sql`
    insert into areas (lio_id, kind, name) select distinct on (lower(d.name)) ${ctx.lio.id}::uuid, ${kind}, d.name from ${rows}
    where not exists (select from areas a where lower(a.name) = lower(d.name)) returning id`)
  const found = await ctx.tx.execute<{ id: string; name: string }>(sql`
    select distinct on (lower(a.name)) a.id, d.name from ${rows} join areas a on lower(a.name) = lower(d.name) order by lower(a.name), a.id`)
  return {
    ids: new Map(found.map(({ id, name }) => [name.toLowerCase(), id])),
    added: added.map(({ id }) => id),
  }
}

/** Takes those areas off the LIO's list that nothing uses but these groups. */
export async function dropUnusedAreas(ctx: Ctx, ids: string[], groupIds: string[]) {
  await ctx.tx.execute(sql`
    delete from areas a where a.id = any (${sql.param(ids)}::uuid[])
      and not exists (select from group_areas l where l.area_id = a.id and l.group_id <> all (${sql.param(groupIds)}::uuid[]))
      and not exists (select from needs n where n.area_id = a.id)`)
}
