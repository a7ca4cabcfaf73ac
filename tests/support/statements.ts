import { PostgresJsSession } from "drizzle-orm/postgres-js/session"
import { vi } from "vitest"

/** How many statements a piece of work sends to PostgreSQL, whichever way it asks. */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const asked = vi.spyOn(PostgresJsSession.prototype, "prepareQuery")
  try {
    await work()
    return asked.mock.calls.length
  } finally {
    asked.mockRestore()
  }
}
