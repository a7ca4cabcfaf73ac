import "server-only"
import { asSystem } from "../access/doors"
import type { Retention } from "../access/retention"
import { ROOMS } from "../rooms"

/** What the rooms keep for a time only, and for how long. */
export async function listRetention(): Promise<Retention[]> {
  const retentions = ROOMS.filter((room) => "hasRetention" in room).map(
    async ({ name }) => ((await import(`../${name}/retention.ts`)) as { retention: Retention[] }).retention,
  )
  return (await Promise.all(retentions)).flat()
}

/** Lets go of everything whose time is over in one LIO: how many of each, by its words. */
export async function tidy(lio: string, at: Date): Promise<Record<string, number>> {
  const gone: Record<string, number> = {}
  for (const { what, days, clear } of await listRetention()) {
    const before = new Date(at.getTime() - days * 86_400_000)
    gone[what] = await asSystem(lio, (ctx) => clear(ctx, before), { now: at, name: "Housekeeping" })
  }
  return gone
}
