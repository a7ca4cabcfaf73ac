import "server-only"
import { sql } from "drizzle-orm"
import { authDatabase } from "@/db/client"
import type { RuleBroken } from "../../errors"

/** Counts one use of `key`; past `most` in a quarter of an hour it is refused with these words. */
export async function within(key: string, most: number, refusal: RuleBroken) {
  const [row] = await authDatabase().execute<{ points: number }>(sql`
    insert into rate_limits as r (key, points, expire) values (${key}, 1, now() + interval '15 minutes')
    on conflict (key) do update set
      points = case when r.expire < now() then 1 else r.points + 1 end,
      expire = case when r.expire < now() then excluded.expire else r.expire end
    returning points`)
  if ((row?.points ?? 0) > most) throw refusal
}
