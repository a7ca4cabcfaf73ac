import { describe, expect, it } from "vitest"
import { world } from "./support/world"

const w = await world()
const sql = w.operator

/** Ids that are no key to one row, each with its reason. */
const NO_KEYS: Record<string, string> = {
  "consortium_groups.asked_as": "the group as it was asked: a merge must not move it",
  "consortium_people.entered_as": "who entered: making two people one must not move it",
  "event_people.person_id": "the log outlives whom it is about",
  "events.actor_id": "the log outlives whoever acted",
  "events.subject_id": "the log tells of things of every kind, also after they are gone",
  "examples.row_id": "names rows of several tables, which go together",
  "files.on_id": "things of every kind may have files",
  "imports.book_id": "tells the sheets of one workbook apart; no row of its own",
  "letters.batch_id": "tells the letters of one try apart; no row of its own",
  "paper_consents.paper_id": "a paper of another LIO: no key crosses the wall",
  "submissions.key": "a form’s own key",
}
/** Keys without an index, each with its reason. */
const NO_INDEX: Record<string, string> = {
  "lio_access(lio_id)": "an LIO is never deleted while anybody signs in to it",
}

describe("The keys of the database", () => {
  it("say of every id which row it names", async () => {
    const loose = await sql<{ name: string }[]>`
      select r.relname || '.' || a.attname as name from pg_attribute a
        join pg_class r on r.oid = a.attrelid join pg_namespace n on n.oid = r.relnamespace
      where n.nspname = 'public' and r.relkind = 'r' and a.atttypid = 'uuid'::regtype and not a.attisdropped
        and a.attname not in ('id', 'lio_id') and not exists (
          select from pg_constraint c where c.conrelid = r.oid and c.contype = 'f' and a.attnum = any (c.conkey))
      order by 1`
    const names = loose.map(({ name }) => name).filter((name) => !name.startsWith("search_entries."))
    expect(names).toEqual(Object.keys(NO_KEYS).sort())
  })

  it("each have an index that begins with them, so that nothing is read through to delete or merge a row", async () => {
    const bare = await sql<{ name: string }[]>`
      select c.conrelid::regclass || '(' || (
        select string_agg(a.attname, ',' order by k.ord) from unnest(c.conkey) with ordinality k(n, ord)
          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n) || ')' as name
      from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists (
        select from pg_index i where i.indrelid = c.conrelid and i.indpred is null
          and (i.indkey::int2[])[0:array_length(c.conkey, 1) - 1] @> c.conkey
          and (i.indkey::int2[])[0:array_length(c.conkey, 1) - 1] <@ c.conkey)
      order by 1`
    expect(bare.map(({ name }) => name)).toEqual(Object.keys(NO_INDEX))
  })
})
