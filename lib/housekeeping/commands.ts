import "server-only"
import { asSystem } from "../access/doors"
import type { Retention } from "../access/retention"

/** Lets go of everything whose time is over in one LIO: how many of each, by its words. */
export async function tidy(
  lio: string,
  all: readonly Retention[],
  at: Date,
): Promise<Record<string, number>> {
  const gone: Record<string, number> = {}
  for (const { what, days, clear } of all) {
    const before = new Date(at.getTime() - days * 86_400_000)
    gone[what] = await asSystem(lio, (ctx) => clear(ctx, before), { now: at, name: "Housekeeping" })
  }
  return gone
}
