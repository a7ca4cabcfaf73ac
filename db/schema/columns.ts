import { sql } from "drizzle-orm"
import { type AnyPgColumn, bigint, check, foreignKey, text, timestamp, uuid } from "drizzle-orm/pg-core"
import { lios } from "./lios"

/** The first column of every tenant table. */
export const lioId = () =>
  uuid("lio_id")
    .notNull()
    .references(() => lios.id, { onDelete: "cascade" })

/** The same where `belongs` to a row of the LIO says so already: one key less to check for each row of a long list. */
export const lioIdOfOwner = () => uuid("lio_id").notNull()

/** The second half of every tenant table's primary key. */
export const id = () => uuid("id").notNull().defaultRandom()

/** A moment, with time zone. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" })
export const createdAt = () => moment("created_at").notNull().defaultNow()

/** A sum of money, in pence. */
export const pence = (name: string) => bigint(name, { mode: "number" })

/** Who may read a row: a word of db/rules/audiences.ts, or one with an id ("group:…"). All staff, if nothing else is said. */
export const audience = () => text("audience").notNull().default("staff")

/** A word from a closed list of db/vocabulary.ts; pair it with `oneOf`. */
export const word = <T extends string>(name: string) => text(name).$type<T>()

/** CHECK that a column holds a word of the list. */
export function oneOf(name: string, column: AnyPgColumn, list: object) {
  const words = Object.keys(list)
    .map((key) => `'${key}'`)
    .join(", ")
  return check(name, sql`${column} in (${sql.raw(words)})`)
}

type Target = { lioId: AnyPgColumn; id: AnyPgColumn }

/** A key between tenant tables: always carries the LIO, so a row cannot point into another LIO. */
export function belongs(
  from: AnyPgColumn,
  lio: AnyPgColumn,
  to: Target,
  onDelete: "cascade" | "restrict" = "restrict",
) {
  return foreignKey({
    columns: [lio, from] as [AnyPgColumn, AnyPgColumn],
    foreignColumns: [to.lioId, to.id],
  }).onDelete(onDelete)
}
