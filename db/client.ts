import "server-only"
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js"
import postgres, { type Sql } from "postgres"
import * as schema from "./schema"
import { keepingStatements } from "./statements"

export type Database = PostgresJsDatabase<typeof schema>
/** A transaction of drizzle on postgres.js. */
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0]

type Pool = { sql: Sql; db: Database }
const everywhere = globalThis as { trellisPools?: Map<string, Pool> }
const pools = everywhere.trellisPools ?? new Map<string, Pool>()
everywhere.trellisPools = pools

function pool(variable: string, roleVariable: string, max: number): Pool {
  const url = process.env[variable]
  if (!url) throw new Error(`${variable} is not set. Start Trellis with "npm start" or "npm run dev".`)
  const pool = pools.get(url)
  if (pool) return pool
  const role = process.env[roleVariable]
  const direct = process.env.TRELLIS_PREPARE !== "0" // not through a pooler, which takes no settings
  const sql = postgres(url, {
    max,
    idle_timeout: 60,
    connect_timeout: 5,
    backoff: (tries) => Math.min(2 ** tries / 100, 1), // seconds: back soon after PostgreSQL is
    prepare: direct,
    onnotice: () => {},
    connection: {
      application_name: "trellis",
      // A transaction whose process hangs lets go; a door sets how long its own statements may take. A statement that is
      // kept by name is still planned for the values of each use: a plan for any values takes a list of ids to be short.
      ...(direct
        ? {
            idle_in_transaction_session_timeout: 120_000,
            statement_timeout: 20_000,
            plan_cache_mode: "force_custom_plan",
          }
        : {}),
      ...(role ? { role } : {}),
    },
  })
  const made = { sql, db: drizzle(direct ? keepingStatements(sql) : sql, { schema }) }
  pools.set(url, made)
  return made
}

/** Pools that were put away and still have something under way. */
const leaving = new Set<Sql>()
/** What is under way in a pool that was put away may take so long. */
const LONGEST_JOB_MS = 600_000

/**
 * Puts a pool away in which a connection was lost: whoever comes next gets a fresh one, and what is under way in this one may end. postgres.js
 * 3.4.9 leaves half a message in such a connection and sends it before the greeting of the next.
 */
export function putAway(lost: Database) {
  for (const [url, { sql, db }] of pools) {
    if (db !== lost) continue
    pools.delete(url)
    leaving.add(sql)
    // Ended later: from then on it is given five seconds. Connections that nobody uses end by themselves.
    setTimeout(() => leaving.delete(sql) && sql.end({ timeout: 5 }).catch(() => {}), LONGEST_JOB_MS).unref()
  }
}

/** The tenant tables, behind row-level security. Only lib/access/doors.ts may use it. */
export const appDatabase = () =>
  pool("TRELLIS_APP_URL", "TRELLIS_APP_ROLE", Number(process.env.TRELLIS_APP_POOL ?? 20)).db
/** The sign-in tables. Only lib/access may use it. */
export const authDatabase = () => pool("TRELLIS_AUTH_URL", "TRELLIS_AUTH_ROLE", 5).db
/** Lets go of every connection, so that a command or a test can end. */
export async function closeDatabases() {
  const all = [...[...pools.values()].map(({ sql }) => sql), ...leaving]
  await Promise.all(all.map((sql) => sql.end({ timeout: 5 })))
  leaving.clear()
  pools.clear()
}
