import "server-only"
import type { Ctx } from "../access/ctx"
import { isStaff } from "../access/may"
import type { NavigationItem, RoomWaiting } from "../access/room-type"
import { found } from "../errors"
import { ROOMS } from "../rooms"

const COUNTED = ROOMS.flatMap((room) => {
  const items: readonly NavigationItem[] = "navigation" in room ? room.navigation : []
  return items.flatMap((item) =>
    item.for === "staff" && item.counts ? [{ room: room.name, path: item.path }] : [],
  )
})

/** How many things wait for the asker, by the paths of the navigation that count them; nothing for who is not staff. */
export async function countWaiting(ctx: Ctx): Promise<Record<string, number>> {
  if (!isStaff(ctx.actor)) return {}
  const counts = COUNTED.map(async ({ room, path }) => {
    const { waiting } = (await import(`../${room}/waiting.ts`)) as { waiting: RoomWaiting }
    return [path, await found(waiting[path])(ctx)] as const
  })
  return Object.fromEntries(await Promise.all(counts))
}
