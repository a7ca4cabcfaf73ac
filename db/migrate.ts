import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { drizzle } from "drizzle-orm/postgres-js"
import { migrate } from "drizzle-orm/postgres-js/migrator"
import { runMigrations } from "graphile-worker"
import postgres, { type Sql } from "postgres"
import journal from "@/drizzle/meta/_journal.json"
import { afterMigrations } from "./after"
import { beforeMigrations } from "./before"

const ROOT = path.resolve(import.meta.dirname, "..")

/** Lets the web say whether its migrations are there, and nothing more. */
const SHOW_MIGRATIONS = `
  grant usage on schema drizzle to trellis_app;
  grant select on drizzle.__drizzle_migrations to trellis_app;`

const NEWEST = Math.max(...journal.entries.map((entry) => entry.when))

/** How far the database behind `sql` has come, measured by the migrations of this version. */
async function stateOf(sql: Sql): Promise<"behind" | "current" | "newer"> {
  const [there] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as yes`
  if (!there?.yes) return "behind"
  const [row] = await sql`select max(created_at)::float8 as newest from drizzle.__drizzle_migrations`
  const newest = Number(row?.newest ?? 0)
  return newest > NEWEST ? "newer" : newest === NEWEST ? "current" : "behind"
}

/** The database was brought up to date by a newer version: this one must not touch it. */
export class NewerDatabase extends Error {
  constructor() {
    super(
      "This database belongs to a newer version of Trellis. Start that version again, or restore a backup from before the upgrade into an empty DATA_DIR. Nothing was changed.",
    )
  }
}

/** Brings the database behind `url` (the owner's login) up to date. One at a time, and safe to run again. */
export async function migrateDatabase(url: string, root = ROOT) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(hashtext('trellis migrations'))`
    if ((await stateOf(sql)) === "newer") throw new NewerDatabase()
    await beforeMigrations(sql)
    await migrate(drizzle(sql), { migrationsFolder: path.join(root, "drizzle") })
    await sql.unsafe(SHOW_MIGRATIONS)
    await runMigrations({ connectionString: url })
    await sql`select similarity('', '')` // loads pg_trgm: until then only a superuser may name its settings in a function
    await afterMigrations(sql)
  } finally {
    await sql.end()
  }
}

/** Whether every migration of this version has run behind `url`; throws NewerDatabase when others have, too. */
export async function isMigrated(url: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const state = await stateOf(sql)
    if (state === "newer") throw new NewerDatabase()
    return state === "current"
  } finally {
    await sql.end()
  }
}

function filesUnder(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

/** Changes whenever a freshly migrated database would look different. */
export function migrationsMark(root = ROOT) {
  const hash = createHash("sha256")
  const alone = [
    "db/after.ts",
    "db/findable.ts",
    "db/before.ts",
    "db/migrate.ts",
    "node_modules/graphile-worker/package.json",
  ]
  const files = [
    ...filesUnder(path.join(root, "drizzle")),
    ...["db/rules", "db/schema"].flatMap((folder) => filesUnder(path.join(root, folder))),
  ]
  for (const file of [...files, ...alone.map((name) => path.join(root, name))])
    hash.update(fs.readFileSync(file))
  return hash.digest("hex").slice(0, 12)
}
