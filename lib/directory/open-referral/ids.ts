import { createHash } from "node:crypto"
import { sql } from "drizzle-orm"

/** An id, in the form of a UUID, that is always the same for one thing of one group: its organisation, its place. */
export function idOf(what: string, id: string): string {
  const hash = createHash("md5").update(`${what} ${id}`).digest("hex")
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-3${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20)}`
}

/** The same made by PostgreSQL, for the group `g`. */
export const idInSql = (what: string) =>
  sql`overlay(overlay(md5(${`${what} `} || g.id::text) placing '3' from 13 for 1) placing 'a' from 17 for 1)::uuid`
