import postgres from "postgres"
import { describe, expect, it } from "vitest"
import { world } from "../support/world"

const w = await world()

/** Code that got hold of the app's own connection. */
async function asApp<T>(work: (tx: postgres.TransactionSql) => Promise<T>) {
  const sql = postgres(process.env.TRELLIS_APP_URL ?? "", { max: 1, onnotice: () => {} })
  try {
    return await sql.begin(async (tx) => {
      await tx`select set_config('app.lio_id', ${w.ribble.id}, true)`
      return work(tx)
    })
  } finally {
    await sql.end()
  }
}

/** Stands a table in the way of the owner's triggers, with a trigger of its own that takes down a wall. */
const trap = async (tx: postgres.TransactionSql) => {
  await tx.unsafe(`
    create temporary table lio_access (email text, lio_id uuid, primary key (email, lio_id));
    grant all on lio_access to trellis_owner;
    create function pg_temp.fall() returns trigger language plpgsql as $$
    begin alter table public.groups no force row level security; alter table public.groups disable row level security; return new; end $$;
    create trigger fall before insert on lio_access for each row execute function pg_temp.fall();`)
  await tx`
    insert into roles (lio_id, id, group_id, person_id, role, speaks, started_on)
    select lio_id, gen_random_uuid(), ${w.loner.id}, person_id, role, speaks, started_on from roles where person_id = ${w.member.id} limit 1`
}

const wall = async () =>
  (
    await w.operator`select relrowsecurity as on, relforcerowsecurity as forced from pg_class where relname = 'groups'`
  )[0]

describe("Somebody with the app's role in PostgreSQL", () => {
  it("cannot make a temporary table", async () => {
    await expect(asApp(trap)).rejects.toThrow("permission denied to create temporary tables")
    expect(await wall()).toEqual({ on: true, forced: true })
  })

  it("takes over no function of the owner's even where a temporary table can be made", async () => {
    const [{ name = "" } = {}] = await w.operator<{ name: string }[]>`select current_database() as name`
    await w.operator.unsafe(`grant temporary on database ${name} to trellis_app`)
    await asApp(trap)
    expect(await wall()).toEqual({ on: true, forced: true })
  })
})
