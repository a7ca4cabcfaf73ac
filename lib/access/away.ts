import { authDatabase, type Database, putAway } from "@/db/client"
import { Unavailable } from "../errors"
import { requestNotes } from "../request"
import { say } from "../words"

/** PostgreSQL's codes, and the driver's and the system's, for a database that is away, full, or asked for too long. */
const AWAY =
  /^(08...|53...|57P0[1-4]|57014|55P03|25P0[34]|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|CONNECT(ION)?_\w+)$/
/** Those after which the connection is gone. */
const LOST = /^(08...|57P0[1-4]|ECONN\w+|EPIPE|CONNECTION_\w+)$/

/** Those by which a connection that stood was cut: what is left in it would spoil the next. */
const CUT = /^(57P0[12]|EPIPE|ECONNRESET|CONNECTION_(CLOSED|DESTROYED|ENDED))$/

function codeOf(error: unknown): string {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth++) {
    const { code } = one as { code?: unknown }
    if (typeof code === "string") return code
  }
  return ""
}

/** Whether a key led to a row that is not there, or a row was to go that another one needs. */
export const isOfSomethingGone = (error: unknown) => codeOf(error) === "23503"
/** Whether the database, and not what was asked of it, is the trouble. */
const isAway = (error: unknown) => AWAY.test(codeOf(error))
/** Whether a connection that stood was cut, and its pool is to be put away. */
const isCut = (error: unknown) => CUT.test(codeOf(error))
/** Whether the connection was lost: on another one the same work may go well. */
const isLost = (error: unknown) => LOST.test(codeOf(error))

/** Unavailable, said to the front as well, in the place of an error of a database that is away; other errors as they are. */
export function sayAway(error: unknown): unknown {
  if (!(error instanceof Unavailable) && !isAway(error)) return error
  requestNotes().unavailable = true
  return error instanceof Unavailable
    ? error
    : new Unavailable(say("The records cannot be reached."), { cause: error })
}

/**
 * Tries something on a connection, and once more on another where that one was lost: while nothing has `begun`, or whenever
 * it only reads. Unavailable when the database is the trouble.
 */
export async function twice<T>(
  database: () => Database,
  attempt: (db: Database, begun: () => void) => Promise<T>,
  reads = true,
): Promise<T> {
  for (let last = false; ; last = true) {
    let begun = false
    const db = database()
    try {
      return await attempt(db, () => (begun = true))
    } catch (error) {
      if (isCut(error)) putAway(db)
      if (!last && isLost(error) && (reads || !begun)) continue
      throw sayAway(error)
    }
  }
}

/** Reads what stands outside any LIO. */
export const available = <T>(read: () => Promise<T>) => twice(authDatabase, read)
