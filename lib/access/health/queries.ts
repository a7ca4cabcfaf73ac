import "server-only"
import { sql } from "drizzle-orm"
import { appDatabase } from "@/db/client"
import journal from "@/drizzle/meta/_journal.json"

type State = {
  database: "ok" | "down"
  worker: "ok" | "late" | "unknown"
  migrations: "current" | "behind" | "unknown"
}

/** A worker that has said nothing for this long, in seconds, is taken for dead. */
const SILENCE = 45
const newest = Math.max(...journal.entries.map((entry) => entry.when))

/** Whether the database answers, the worker is alive, and the tables are those this version was written for. */
export async function checkHealth(): Promise<State> {
  const answer = appDatabase().execute<{ alive: boolean; migrated: string }>(sql`
    select exists (select from worker_heartbeats where at > now() - make_interval(secs => ${SILENCE})) as alive,
      (select max(created_at) from drizzle.__drizzle_migrations) as migrated`)
  const late = new Promise<never>((_, refuse) => setTimeout(() => refuse(new Error("late")), 4_000).unref())
  try {
    const [row] = await Promise.race([answer, late])
    return {
      database: "ok",
      worker: row?.alive ? "ok" : "late",
      migrations: Number(row?.migrated) >= newest ? "current" : "behind",
    }
  } catch {
    return { database: "down", worker: "unknown", migrations: "unknown" }
  }
}
