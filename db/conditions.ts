import { type SQL, sql } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"

/**
 * Whether a column, or an expression of the type `type`, has one of these values; none never matches. They go as one
 * parameter, however many: a statement whose text grows with a list is parsed anew each time, and PostgreSQL takes no more
 * than 65,534 of them. A single one is compared by itself, which PostgreSQL plans better.
 */
export function isOneOf(column: PgColumn | SQL, values: readonly string[], type?: string): SQL {
  const of = sql.raw(type ?? ("getSQLType" in column ? column.getSQLType() : "text"))
  return values.length === 1
    ? sql`${column} = ${values[0]}::${of}`
    : sql`${column} = any (${sql.param(values)}::${of}[])`
}
