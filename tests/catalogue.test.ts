import { describe, expect, it } from "vitest"
import { OPEN_TABLES } from "@/db/rules/audiences"
import { ADD_ONLY, MAY_BE_NOTED } from "@/db/rules/frozen"
import { DIRECTORY_TABLES } from "@/db/rules/walls"
import { groups } from "@/db/schema"
import { world } from "./support/world"

const w = await world()
const sql = w.operator

describe("The database", () => {
  it("seals every table that is not on the short directory list", async () => {
    const tables = await sql<{ name: string; rls: boolean; forced: boolean; policies: number }[]>`
      select c.relname as name, c.relrowsecurity as rls, c.relforcerowsecurity as forced,
        (select count(*)::int from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname) as policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p')`
    const open = tables.filter(
      (t) =>
        !(t.name in DIRECTORY_TABLES) &&
        !(t.rls && t.forced && t.policies === (t.name in OPEN_TABLES ? 1 : 2)),
    )
    expect(open).toEqual([])
    expect(tables.length).toBeGreaterThan(40)
  })

  it("has the one policy, word for word, on each of them", async () => {
    const policies = await sql<{ qual: string; check: string }[]>`
      select distinct qual, with_check as check from pg_policies where schemaname = 'public' and policyname = 'sealed'`
    expect(policies).toHaveLength(1)
    expect(policies[0]?.qual).toBe(policies[0]?.check)
    expect(policies[0]?.qual).toContain("app.lio_id")
  })

  it("says of every tenant table who may read it: those that are open to all of the LIO stand on a list", async () => {
    const restrictive = await sql<{ table: string; qual: string }[]>`
      select tablename as table, qual from pg_policies
      where schemaname = 'public' and policyname = 'audience' and permissive = 'RESTRICTIVE' and cmd = 'SELECT'`
    const tenant = await sql<{ table: string }[]>`
      select tablename as table from pg_policies where schemaname = 'public' and policyname = 'sealed'`
    const said = new Set(restrictive.map(({ table }) => table))
    expect(
      tenant
        .map(({ table }) => table)
        .filter((table) => !said.has(table))
        .sort(),
    ).toEqual(Object.keys(OPEN_TABLES).sort())
    const loose = restrictive.filter(
      ({ qual }) => !/app\.audiences|SELECT [abcdeors]\.id|person_id IS NULL|FROM files f/.test(qual),
    )
    expect(loose).toEqual([])
  })

  it("lets no key between tenant tables point into another LIO", async () => {
    const keys = await sql<{ table: string; key: string; columns: string[]; target: string }[]>`
      select c.conrelid::regclass::text as table, c.conname as key, c.confrelid::regclass::text as target,
        (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any (c.conkey)) as columns
      from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`
    const loose = keys.filter(
      (k) => !(k.table in DIRECTORY_TABLES) && k.target !== "lios" && !k.columns.includes("lio_id"),
    )
    expect(loose).toEqual([])
    expect(keys.length).toBeGreaterThan(40)
  })

  it("leads every index and unique key of a tenant table with the LIO", async () => {
    const indexes = await sql<{ table: string; name: string; first: string }[]>`
      select t.relname as table, i.relname as name, a.attname as first
      from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
        join pg_namespace n on n.oid = t.relnamespace
        join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
      where n.nspname = 'public'`
    const wrong = indexes.filter((i) => !(i.table in DIRECTORY_TABLES) && i.first !== "lio_id")
    expect(wrong).toEqual([])
  })

  it("gives the app's role nothing to own and no way round the walls", async () => {
    const [role] = await sql<{ super: boolean; bypass: boolean; owned: number }[]>`
      select rolsuper as super, rolbypassrls as bypass,
        (select count(*)::int from pg_class where relowner = r.oid) as owned
      from pg_roles r where rolname = 'trellis_app'`
    expect(role).toEqual({ super: false, bypass: false, owned: 0 })
  })

  it("keeps tenant tables from the sign-in role, and sign-in tables from the app's", async () => {
    const grants = await sql<{ grantee: string; table: string }[]>`
      select grantee, table_name as table from information_schema.role_table_grants
      where table_schema = 'public' and grantee in ('trellis_app', 'trellis_auth')`
    const signIn = [
      "accounts",
      "auth_providers",
      "auth_sessions",
      "sign_in_tokens",
      "lio_access",
      "rate_limits",
    ]
    expect(
      grants.filter((g) => g.grantee === "trellis_auth" && ![...signIn, "lios"].includes(g.table)),
    ).toEqual([])
    expect(
      grants.filter((g) => g.grantee === "trellis_app" && [...signIn, "search_entries"].includes(g.table)),
    ).toEqual([])
  })

  it("lets the app add to the log, signed answers, their numbers and papers, and change none of it", async () => {
    for (const table of ADD_ONLY) {
      const rows = await sql<{ privilege: string }[]>`
        select privilege_type as privilege from information_schema.role_table_grants
        where table_schema = 'public' and table_name = ${table} and grantee = 'trellis_app' order by 1`
      expect(
        rows.map((row) => row.privilege),
        table,
      ).toEqual(["INSERT", "SELECT"])
    }
    const columns = await sql<{ table: string; column: string }[]>`
      select table_name as table, column_name as column from information_schema.role_column_grants
      where grantee = 'trellis_app' and privilege_type = 'UPDATE' and table_name = any (${[...ADD_ONLY]}) order by 1, 2`
    expect(Object.fromEntries(Map.groupBy(columns, ({ table }) => table))).toEqual(
      Object.fromEntries(
        Object.entries(MAY_BE_NOTED)
          .toSorted()
          .map(([table, names]) => [table, names.map((column) => ({ table, column }))]),
      ),
    )
  })

  it("shows the app's role not a row before a door has said which LIO", async () => {
    const tables = await sql<{ name: string }[]>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and c.relforcerowsecurity`
    await sql.begin(async (tx) => {
      await tx`set local role trellis_app`
      for (const { name } of tables) {
        const [row] = await tx<{ rows: number }[]>`select count(*)::int as rows from ${tx(name)}`
        expect(row?.rows, name).toBe(0)
      }
    })
  })

  it("lets nobody stand a temporary table of theirs in the way of ours", async () => {
    const functions = await sql<{ name: string; config: string[] | null }[]>`
      select p.oid::regprocedure::text as name, p.proconfig as config from pg_proc p
        join pg_namespace n on n.oid = p.pronamespace join pg_roles o on o.oid = p.proowner
      where p.prosecdef and o.rolname = 'trellis_owner'`
    const loose = functions.filter((f) => !f.config?.some((one) => /^search_path=.*\bpg_temp$/.test(one)))
    expect(loose).toEqual([])
    expect(functions.length).toBeGreaterThan(20)
    for (const role of ["trellis_app", "trellis_auth", "public"]) {
      const [may] = await sql`
        select ${
          role === "public"
            ? sql`exists (select from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
          where d.datname = current_database() and a.grantee = 0 and a.privilege_type = 'TEMPORARY')`
            : sql`has_database_privilege(${role}, current_database(), 'TEMP')`
        } as temp`
      expect(may?.temp, role).toBe(false)
    }
  })

  it("answers only with its own LIO's rows when a query forgets its where", async () => {
    const seen = await w.asWorker((ctx) => ctx.tx.select().from(groups))
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.filter((row) => row.lioId !== w.ribble.id)).toEqual([])
  })
})
