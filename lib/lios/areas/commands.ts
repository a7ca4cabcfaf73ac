import "server-only"
import { eq, sql } from "drizzle-orm"
import { areas } from "@/db/schema"
import type { AREA_KINDS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { ensure, found, NotFound, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say, sayCount } from "../../words"
import { mayNameAreas, mayRunLio } from "../policy"
import type { AddPlaces, NameAreas, NewArea } from "./input"

const guard = (ctx: Ctx) => ensure(mayRunLio(ctx.actor), say("Only a manager can change where you work."))

/** Adds districts and wards of the open data to where the LIO works, and every ward of some districts; those that are there stay. Gives the names of the new ones. */
export async function addPlaces(ctx: Ctx, { codes, whole }: AddPlaces): Promise<{ names: string[] }> {
  guard(ctx)
  const known = await ctx.tx.execute<{ code: string }>(sql`
    select code from places where code = any (${sql.param([...codes, ...whole])}::text[]) and kind in ('district', 'ward')`)
  if (known.length < new Set([...codes, ...whole]).size) throw new NotFound(say("There is no such place."))
  const added = await ctx.tx.execute<{ name: string; code: string }>(sql`
    insert into areas (lio_id, kind, code, name)
    select ${ctx.lio.id}::uuid, p.kind, p.code, p.name from places p
    where (p.code = any (${sql.param(codes)}::text[])
        or (p.kind = 'ward' and p.name <> p.code and p.district_code = any (${sql.param(whole)}::text[])))
      and not exists (select from areas a where a.code = p.code)
    order by p.kind, p.name returning name, code`)
  if (added.length === 0) throw new RuleBroken(say("All of these are on your list already."), "districts")
  const names = added.map(({ name }) => name)
  await record(ctx, {
    what: "lio.area_added",
    subject: ["lio", ctx.lio.id],
    summary: sayCount(
      names.length,
      { one: "Added {first} to the areas served", other: "Added {count} areas to the areas served" },
      { first: names[0] ?? "" },
    ),
    to: { areas: added.map(({ code, name }) => ({ code, name })) },
  })
  return { names }
}

/** Adds a neighbourhood by its name. */
export async function addNeighbourhood(ctx: Ctx, { name }: { name: string }): Promise<{ name: string }> {
  guard(ctx)
  const { added } = await putNames(ctx, { names: [name], kind: "neighbourhood" })
  if (added === 0) throw new RuleBroken(say("{area} is on your list already.", { area: name }), "name")
  return { name }
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
    select title, (count(*) over () - 1)::int as more from needs where id in (select need_id from need_areas where area_id = ${id}) order by created_at limit 1`)
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
      and not exists (select from need_areas n where n.area_id = a.id)`)
}
