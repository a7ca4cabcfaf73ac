import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { drizzle } from "drizzle-orm/postgres-js"
import { migrate } from "drizzle-orm/postgres-js/migrator"
import { runMigrations } from "graphile-worker"
import postgres from "postgres"
import journal from "@/drizzle/meta/_journal.json"
import { afterMigrations } from "./after"
import { beforeMigrations } from "./before"

const ROOT = path.resolve(import.meta.dirname, "..")

/** Lets the web say whether its migrations are there, and nothing more. */
const SHOW_MIGRATIONS = `
  grant usage on schema drizzle to trellis_app;
  grant select on drizzle.__drizzle_migrations to trellis_app;`

/** Brings the database behind `url` (the owner's login) up to date. One at a time, and safe to run again. */
export async function migrateDatabase(url: string, root = ROOT) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(hashtext('trellis migrations'))`
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

/** Whether every migration of this version has run behind `url`. */
export async function isMigrated(url: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const newest = Math.max(...journal.entries.map((entry) => entry.when))
    const [there] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as yes`
    if (!there?.yes) return false
    const [row] = await sql`select max(created_at)::float8 as newest from drizzle.__drizzle_migrations`
    return row?.newest >= newest
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
  const alone = ["db/after.ts", "db/before.ts", "db/migrate.ts", "node_modules/graphile-worker/package.json"]
  const files = [...filesUnder(path.join(root, "drizzle")), ...filesUnder(path.join(root, "db/rules"))]
  for (const file of [...files, ...alone.map((name) => path.join(root, name))])
    hash.update(fs.readFileSync(file))
  return hash.digest("hex").slice(0, 12)
}
