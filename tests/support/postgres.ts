import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import os from "node:os"
import path from "node:path"
import postgres, { type Sql } from "postgres"
import { migrateDatabase, migrationsMark } from "@/db/migrate"

const ROLES = ["trellis_owner", "trellis_app", "trellis_auth"]
const HOUR = 3_600_000

/** The same address for another role and database; in tests all roles share one password. */
export function addressFor(admin: string, role: string, database: string) {
  const url = new URL(admin)
  url.username = role
  url.pathname = `/${database}`
  return url.href
}

/** The folder of this checkout's own test server. It goes on running between runs; `npm test` stops it. */
export function testServerFolder() {
  const name = createHash("sha256").update(process.cwd()).digest("hex").slice(0, 12)
  return path.join(os.tmpdir(), `.trellis-test-${process.getuid?.() ?? "me"}-${name}`)
}

/** Address of the test server's superuser; starts the server if it does not run yet. */
function startTestServer() {
  if (process.env.TRELLIS_TEST_POSTGRES) return process.env.TRELLIS_TEST_POSTGRES
  const started = spawnSync(process.execPath, ["bin/parts/test-postgres.mjs", testServerFolder()], {
    encoding: "utf8",
  })
  if (started.status !== 0) throw new Error(`The test database did not start: ${started.stderr}`)
  return started.stdout.trim()
}

async function prepareRoles(sql: Sql, password: string) {
  for (const role of ROLES) {
    const [known] = await sql`select 1 from pg_roles where rolname = ${role}`
    if (!known) await sql.unsafe(`create role ${role} login password '${password}'`)
  }
  await sql`grant trellis_app, trellis_auth to trellis_owner`
}

async function prepareTemplate(sql: Sql, admin: string) {
  const template = `trellis_template_${migrationsMark()}`
  const [ready] = await sql`select 1 from pg_database where datname = ${template} and datistemplate`
  if (ready) return template
  await sql.unsafe(`drop database if exists ${template}`)
  await sql.unsafe(`create database ${template} owner trellis_owner`)
  await migrateDatabase(addressFor(admin, "trellis_owner", template))
  await sql.unsafe(`alter database ${template} is_template true allow_connections false`)
  await sql.unsafe(`comment on database ${template} is '${Date.now()}'`)
  return template
}

/** Databases that stopped runs left behind, and templates of older migrations. */
async function clearAway(sql: Sql, keep: string) {
  const old = await sql<{ name: string; template: boolean; made: number }[]>`
    select datname as name, datistemplate as template,
      coalesce(shobj_description(oid, 'pg_database'), split_part(datname, '_', 3))::float8 as made
    from pg_database where datname ~ '^trellis_(test_[0-9]+_|template_)' and datname <> ${keep}
      and (datistemplate or datname like 'trellis_test%')`
  for (const { name, template, made } of old) {
    if (Date.now() - made < (template ? 6 * HOUR : HOUR)) continue
    if (template) await sql.unsafe(`alter database ${name} is_template false`)
    await sql.unsafe(`drop database if exists ${name} with (force)`)
  }
}

/** One PostgreSQL for all test files, with a migrated template that each file copies. */
export async function setup() {
  const admin = startTestServer()
  const sql = postgres(admin, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(hashtext('trellis tests'))`
    await prepareRoles(sql, decodeURIComponent(new URL(admin).password))
    process.env.TRELLIS_TEST_TEMPLATE = await prepareTemplate(sql, admin)
    await clearAway(sql, process.env.TRELLIS_TEST_TEMPLATE)
  } finally {
    await sql.end()
  }
  process.env.TRELLIS_TEST_POSTGRES = admin
}
