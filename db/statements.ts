import type { Sql, TransactionSql } from "postgres"

/** So many different statements are kept by name; what changes its text with every use must not fill PostgreSQL's memory. */
const MOST_KEPT = 400
/** Longer ones are told each time: they are lists of values. */
const MOST_LETTERS = 8_000

type Client = Sql | TransactionSql

/**
 * A client of postgres.js whose statements PostgreSQL keeps by name from their second use on. drizzle sends everything by
 * `unsafe`, which is parsed anew each time and, where it has parameters, costs a second way there and back.
 */
export function keepingStatements(client: Sql): Sql {
  const seen = new Map<string, boolean>()
  const isKept = (text: string) => {
    if (text.length > MOST_LETTERS) return false
    const again = seen.get(text)
    if (again === undefined && seen.size < MOST_KEPT) seen.set(text, true)
    return again === true
  }
  const wrap = <C extends Client>(one: C): C =>
    new Proxy(one, {
      get(target, name, receiver) {
        if (name === "unsafe") {
          return (text: string, parameters?: never[], options?: object) =>
            target.unsafe(text, parameters, { ...options, prepare: isKept(text) })
        }
        if (name === "begin" || name === "savepoint") {
          const open = Reflect.get(target, name) as (...given: unknown[]) => unknown
          return (...given: unknown[]) =>
            open(
              ...given.map((work) =>
                typeof work === "function" ? (tx: TransactionSql) => work(wrap(tx)) : work,
              ),
            )
        }
        return Reflect.get(target, name, receiver)
      },
    })
  return wrap(client)
}
