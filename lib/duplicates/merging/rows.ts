import { sql } from "drizzle-orm"
import { byName } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"

/** What two of can be made one. */
export type Merged = "groups" | "people"

/** A column that names a group, and what is needed to hand its rows over. */
export type Pointer = {
  table: string
  column: string
  /** The columns, without the LIO, by which a row is known; the pointing column is left out. */
  key: string[]
  /** Two rows of one group that agree in these are one row twice. Null: nothing stands against handing over. */
  twin: string[] | null
  /** Whether a row that is there twice may go: nothing hangs on it. */
  loose: boolean
  /** The other rows it needs: [column, table, column]. */
  needs: [string, string, string][]
  /** Its rows say themselves who may read them: those in a room of a consortium stay. */
  says: boolean
}

/** How a merge names the place of its rows. */
export const placeOf = ({ table, column }: Pointer) => `${table}.${column}`

/**
 * What stays with the one that goes: its log, its import, what is said of the two as two, and that they were in the room of a
 * consortium. All staff read what a merge moved, so nothing that stands in such a room is among it, whoever merges.
 */
const STAYS: Record<Merged, ReadonlySet<string>> = {
  groups: new Set([
    ...["events", "import_rows", "merges", "duplicate_pairs", "bulk_change_groups"],
    "consortium_people",
  ]),
  people: new Set(["events", "staff", "people", "person_merges", "people_apart", "consortium_people"]),
}
/** Rows with an id of their own that nobody wants twice. */
const TWINS: Record<Merged, Record<string, string[]>> = {
  groups: {
    group_identifiers: ["register", "value"],
    roles: ["person_id", "role", "speaks", "ended_on"],
  },
  people: { roles: ["group_id", "role", "speaks", "ended_on"] },
}
/** Rows that are written anew with each change of their list: known by what they say, not by their id. */
const KNOWN_BY: Record<string, string[]> = { group_identifiers: ["register", "value"] }
/** A row that has ended gives way to one that goes on. */
const ENDED: Record<string, string> = { network_groups: "left_at" }
/** A passage goes where the answer goes that it was taken from. */
const FOLLOWS: Record<string, { table: string; by: string }> = {
  passages: { table: "responses", by: "response_id" },
}

type Found = {
  table: string
  column: string
  primary: string[]
  unique: string[][]
  pointedAt: boolean
  says: boolean
  needs: [string, string, string][]
}

/** Columns that name a person without a key to it, by what they are called. */
const BY_NAME: Record<Merged, ReturnType<typeof sql>> = {
  groups: sql`false`,
  people: sql`(a.attname like '%person\\_id' or a.attname = 'main_contact_id')`,
}

/** Every column of the database that names a group, or a person: a table made tomorrow is handed over, too. */
export async function pointersOf(ctx: Ctx, of: Merged = "groups"): Promise<Pointer[]> {
  const found = await ctx.tx.execute<Found>(sql`
    with keys as (
      select c.conrelid as rel, c.confrelid as target, a.attname::text as column, b.attname::text as theirs
      from pg_constraint c
        join unnest(c.conkey, c.confkey) as k(mine, other) on true
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.mine
        join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.other
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace and a.attname <> 'lio_id'),
    named as (
      select keys.rel, keys.column from keys where target = ${of}::regclass
      union
      select a.attrelid, a.attname::text from pg_attribute a join pg_class r on r.oid = a.attrelid
      where r.relkind = 'r' and r.relnamespace = 'public'::regnamespace and a.atttypid = 'uuid'::regtype and not a.attisdropped and ${BY_NAME[of]})
    select k.rel::regclass::text as table, k.column,
      (select array_agg(a.attname::text) from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
        where i.indrelid = k.rel and i.indisprimary and a.attname <> 'lio_id') as primary,
      coalesce((select json_agg(u.columns) from (
        select array_agg(a.attname::text) as columns from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
        where i.indrelid = k.rel and i.indisunique and a.attname <> 'lio_id' group by i.indexrelid) u where k.column = any (u.columns)), '[]') as unique,
      exists (select from keys p where p.target = k.rel) as "pointedAt",
      exists (select from pg_attribute a where a.attrelid = k.rel and a.attname = 'audience' and not a.attisdropped) as says,
      coalesce((select json_agg(json_build_array(n.column, n.target::regclass::text, n.theirs)) from keys n
        where n.rel = k.rel and n.target <> ${of}::regclass and n.target <> 'lios'::regclass), '[]') as needs
    from named k where has_column_privilege(k.rel, k.column, 'UPDATE') order by 1, 2`)
  return [...found]
    .filter(({ table }) => !STAYS[of].has(table))
    .map(({ table, column, primary, unique, pointedAt, says, needs }) => ({
      table,
      column,
      key: KNOWN_BY[table] ?? primary.filter((name) => name !== column),
      twin: TWINS[of][table] ?? unique[0]?.filter((name) => name !== column) ?? null,
      loose: !pointedAt,
      says,
      needs,
    }))
    .sort((a, b) => Number(a.table in FOLLOWS) - Number(b.table in FOLLOWS))
}

type Whole = { row: Record<string, unknown> }

const name = (word: string) => sql.identifier(word)

/** Hands the rows of one group to another; gives the keys of those that went, and whole the ones that went away. */
export async function handOver(ctx: Ctx, pointer: Pointer, from: string, to: string) {
  const { table, column, key, twin, loose, says } = pointer
  const t = name(table)
  const its = sql`t.${name(column)} = ${from}::uuid and ${says ? sql`not ${byName(sql`t.audience`)}` : sql`true`}`
  const follows = FOLLOWS[table]
  const agree = twin && [
    sql`true`,
    ...twin.map((part) => sql`k.${name(part)} is not distinct from t.${name(part)}`),
  ]
  const twice = agree
    ? sql`exists (select from ${t} k where k.${name(column)} = ${to}::uuid and ${sql.join(agree, sql` and `)})`
    : sql`false`
  const held = follows
    ? sql`not exists (select from ${name(follows.table)} f where f.id = t.${name(follows.by)} and f.group_id = ${to}::uuid)`
    : sql`false`
  const ended = ENDED[table]
  const gaveWay =
    ended && agree
      ? await ctx.tx.execute<Whole>(sql`
          delete from ${t} k using ${t} t where k.${name(column)} = ${to}::uuid and k.${name(ended)} is not null
            and ${its} and t.${name(ended)} is null and ${sql.join(agree, sql` and `)} returning to_jsonb(k) as row`)
      : []
  const dropped =
    loose && agree
      ? await ctx.tx.execute<Whole>(
          sql`delete from ${t} t where ${its} and ${twice} returning to_jsonb(t) as row`,
        )
      : []
  const keys = sql.join(
    key.map((part) => sql`${part}::text, t.${name(part)}`),
    sql`, `,
  )
  const moved = await ctx.tx.execute<{ key: Record<string, unknown> }>(sql`
    update ${t} t set ${name(column)} = ${to}::uuid where ${its} and not ${twice} and not ${held}
    returning jsonb_build_object(${keys}) as key`)
  return { moved: [...moved].map((one) => one.key), dropped: [...gaveWay, ...dropped].map((one) => one.row) }
}

/** Gives rows back to the group they came from, as far as they still are with the other. */
export async function giveBack(ctx: Ctx, pointer: Pointer, keys: unknown[], from: string, to: string) {
  if (keys.length === 0) return 0
  const { table, column, key } = pointer
  const t = name(table)
  const agree = [sql`true`, ...key.map((part) => sql`t.${name(part)} = k.${name(part)}`)]
  const given = await ctx.tx.execute(sql`
    update ${t} t set ${name(column)} = ${to}::uuid
    from jsonb_populate_recordset(null::${t}, ${JSON.stringify(keys)}::jsonb) k
    where t.${name(column)} = ${from}::uuid and ${sql.join(agree, sql` and `)} returning 1`)
  return given.length
}

/** Gives a group the rows of another that it has no twin of; gives the keys of those it took. */
export async function takeOver(ctx: Ctx, pointer: Pointer, rows: Record<string, unknown>[], to: string) {
  const { table, column, key, twin } = pointer
  const t = name(table)
  const agree = (twin ?? key).map((part) => sql`k.${name(part)} is not distinct from r.${name(part)}`)
  const moved = rows.map((row) => ({ ...row, [column]: to }))
  const keys = sql.join(
    key.map((part) => sql`${part}::text, t.${name(part)}`),
    sql`, `,
  )
  const taken = await ctx.tx.execute<{ key: Record<string, unknown> }>(sql`
    insert into ${t} as t select r.* from jsonb_populate_recordset(null::${t}, ${JSON.stringify(moved)}::jsonb) r
    where not exists (select from ${t} k where k.${name(column)} = ${to}::uuid and ${sql.join(agree, sql` and `)})
    on conflict do nothing returning jsonb_build_object(${keys}) as key`)
  return [...taken].map((one) => one.key)
}

/** Puts rows back that went away, where what they need is still there. */
export async function putBack(ctx: Ctx, pointer: Pointer, rows: Record<string, unknown>[]) {
  if (rows.length === 0) return
  const t = name(pointer.table)
  const there = pointer.needs.map(
    ([column, table, theirs]) =>
      sql`(r.${name(column)} is null or exists (select from ${name(table)} n where n.${name(theirs)} = r.${name(column)}))`,
  )
  await ctx.tx.execute(sql`
    insert into ${t} select r.* from jsonb_populate_recordset(null::${t}, ${JSON.stringify(rows)}::jsonb) r
    where ${there.length > 0 ? sql.join(there, sql` and `) : sql`true`} on conflict do nothing`)
}
