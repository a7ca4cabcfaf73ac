import { sql } from "drizzle-orm"
import { authDatabase } from "@/db/client"
import { say } from "../words"
import type { Ctx } from "./ctx"

/** Something that is not kept for ever. */
export type Retention = {
  /** What it is, in words for whoever runs the installation. */
  what: string
  /** For how many days it is kept. */
  days: number
  /** Lets go of what is from before a moment, and says of how many. */
  clear: (ctx: Ctx, before: Date) => Promise<number>
}

const from = (table: "sign_in_tokens" | "auth_sessions" | "rate_limits", ended: "expires" | "expire") =>
  (async (_ctx, before) => {
    const gone = await authDatabase().execute(
      sql`delete from ${sql.identifier(table)} where ${sql.identifier(ended)} < ${before.toISOString()}::timestamptz`,
    )
    return gone.count
  }) satisfies Retention["clear"]

/** What is kept of signing in for a time only, over all LIOs, counted from when it ended. */
export const retention: Retention[] = [
  { what: say("Sign-in links that have expired"), days: 1, clear: from("sign_in_tokens", "expires") },
  { what: say("Sign-ins that have ended"), days: 30, clear: from("auth_sessions", "expires") },
  {
    what: say("Counts that limit how often somebody may try"),
    days: 1,
    clear: from("rate_limits", "expire"),
  },
]
