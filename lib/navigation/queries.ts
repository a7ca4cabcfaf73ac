import "server-only"
import type { Ctx } from "../access/ctx"
import { isStaff } from "../access/may"
import type { RoomWaiting } from "../access/room-type"
import { found } from "../errors"
import { NAVIGATION } from "../rooms"

/** How many things wait for the asker, by the paths of the navigation that count them; nothing for who is not staff. */
export async function countWaiting(ctx: Ctx): Promise<Record<string, number>> {
  if (!isStaff(ctx.actor)) return {}
  const counted = NAVIGATION.filter((item) => item.for === "staff" && item.counts)
  const counts = counted.map(async ({ room, path }) => {
    const { waiting } = (await import(`../${room}/waiting.ts`)) as { waiting: RoomWaiting }
    return [path, await found(waiting[path])(ctx)] as const
  })
  return Object.fromEntries(await Promise.all(counts))
}
