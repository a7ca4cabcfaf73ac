import { sql } from "drizzle-orm"

/** An order as rows `o(id, place)` for the `from` of an update: places count from 1. */
export const placesOf = (ids: readonly string[]) =>
  sql`unnest(${sql.param(ids)}::uuid[]) with ordinality o(id, place)`
