import type { Sql } from "postgres"

/** What the migrations themselves need: extensions, all of them "trusted", so that the database's owner may add them. */
export async function beforeMigrations(sql: Sql) {
  await sql`create extension if not exists pg_trgm`
  await sql`create extension if not exists btree_gin`
  await sql`create extension if not exists unaccent`
}
