import { randomBytes } from "node:crypto"
import fs from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { drizzle } from "drizzle-orm/postgres-js"
import { migrate } from "drizzle-orm/postgres-js/migrator"
import postgres from "postgres"
import { beforeMigrations } from "@/db/before"
import { migrateDatabase } from "@/db/migrate"
import { addressFor } from "./postgres"

/**
 * A database as it was before a migration, without the rules: those of today name columns that came later. `migrated` takes it to
 * today.
 */
export async function databaseBefore(tag: string) {
  const admin = process.env.TRELLIS_TEST_POSTGRES ?? ""
  const name = `trellis_test_${Date.now()}_${randomBytes(4).toString("hex")}`
  const root = await fs.mkdtemp(path.join(os.tmpdir(), "trellis-before-"))
  const server = postgres(admin, { max: 1, onnotice: () => {} })
  await server.unsafe(`create database ${name} owner trellis_owner`)
  const owner = addressFor(admin, "trellis_owner", name)
  await fs.cp("drizzle", path.join(root, "drizzle"), { recursive: true })
  const file = path.join(root, "drizzle/meta/_journal.json")
  const journal = JSON.parse(await fs.readFile(file, "utf8"))
  const at = journal.entries.findIndex((entry: { tag: string }) => entry.tag === tag)
  if (at < 0) throw new Error(`There is no migration ${tag}.`)
  await fs.writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, at) }))
  const earlier = postgres(owner, { max: 1, onnotice: () => {} })
  await beforeMigrations(earlier)
  await migrate(drizzle(earlier), { migrationsFolder: path.join(root, "drizzle") })
  await earlier.end()
  const all = new URL(admin)
  all.pathname = `/${name}`
  const sql = postgres(all.href, { max: 1, onnotice: () => {} })
  return {
    sql,
    migrated: () => migrateDatabase(owner),
    async drop() {
      await sql.end()
      await server.unsafe(`drop database if exists ${name} with (force)`)
      await server.end()
      await fs.rm(root, { recursive: true, force: true })
    },
  }
}
