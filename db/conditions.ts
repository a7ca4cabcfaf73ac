import { type SQL, sql } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"

/**
 * Whether a column has one of these values; none never matches. They go as one parameter, however many: a statement whose
 * text grows with a list is parsed anew each time, and PostgreSQL takes no more than 65,534 of them.
 */
export const isOneOf = (column: PgColumn, values: readonly string[]): SQL =>
  sql`${column} = any (${sql.param(values)}::${sql.raw(column.getSQLType())}[])`
