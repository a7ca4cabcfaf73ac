import "server-only"
import { sql } from "drizzle-orm"
import { authDatabase } from "@/db/client"
import type { RuleBroken } from "../../errors"
import { sayAway } from "../away"

/** Counts one use of `key`, and says how many there were in its quarter of an hour, this one included. */
export async function countUse(key: string): Promise<number> {
  const counting = authDatabase().execute<{ points: number }>(sql`
    insert into rate_limits as r (key, points, expire) values (${key}, 1, now() + interval '15 minutes')
    on conflict (key) do update set
      points = case when r.expire < now() then 1 else r.points + 1 end,
      expire = case when r.expire < now() then excluded.expire else r.expire end
    returning points`)
  const [row] = await counting.catch((error) => Promise.reject(sayAway(error)))
  return row?.points ?? 0
}

/** Counts one use of `key`; past `most` in a quarter of an hour it is refused with these words. */
export async function within(key: string, most: number, refusal: RuleBroken) {
  if ((await countUse(key)) > most) throw refusal
}

/** The network an address belongs to, as far as limits go: of IPv6 the first half, for whoever has one has the rest. */
export function networkOf(asker: string): string {
  if (!asker.includes(":")) return asker
  const [head = "", tail = ""] = asker.split("%")[0]?.split("::") ?? []
  const [front, back] = [head, tail].map((part) => part.split(":").filter(Boolean))
  const gap = Math.max(0, 8 - (front?.length ?? 0) - (back?.length ?? 0))
  const groups = [...(front ?? []), ...Array<string>(gap).fill("0"), ...(back ?? [])]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")
}
