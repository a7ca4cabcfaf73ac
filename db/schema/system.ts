import { pgTable, text, timestamp } from "drizzle-orm/pg-core"

/** When each worker process last said that it is alive. */
export const workerHeartbeats = pgTable("worker_heartbeats", {
  name: text("name").primaryKey(),
  at: timestamp("at", { withTimezone: true }).notNull(),
})
