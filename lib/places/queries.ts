import "server-only"
import { sql } from "drizzle-orm"

/** The version of the postcode table that is in force, as a piece of a query. */
export const versionInForce = sql`(select version from place_versions order by imported_at desc limit 1)`
