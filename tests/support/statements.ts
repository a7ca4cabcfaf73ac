import { PostgresJsSession } from "drizzle-orm/postgres-js/session"
import { expect, vi } from "vitest"
import * as make from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"

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

/** Holds that an act sends as many statements for two things as for eight. `act` makes its things first, then does it. */
export async function sameForMany(act: (many: number) => Promise<() => Promise<unknown>>) {
  const counts: number[] = []
  for (const many of [2, 8]) counts.push(await statementsOf(await act(many)))
  expect(counts[1], `${counts[0]} statements for two, ${counts[1]} for eight`).toBe(counts[0])
}

/** So many new members, each with somebody who leads it. */
export async function membersOf(ctx: Ctx, many: number): Promise<{ id: string; name: string }[]> {
  const made: { id: string; name: string }[] = []
  for (let at = 0; at < many; at += 1) {
    const group = await make.group(ctx, { name: `Group ${crypto.randomUUID()}`, stage: "member" })
    const email = `${crypto.randomUUID()}@ribble.example`
    await make.speaker(ctx, { name: "A Lead", email, groups: [group], speaks: "lead" })
    made.push(group)
  }
  return made
}
