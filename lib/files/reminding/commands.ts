import "server-only"
import { sql } from "drizzle-orm"
import { FILE_KINDS } from "@/db/vocabulary"
import { byName } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { daysAfter } from "../../days"
import { leaveForStaff } from "../../tasks/commands"
import { formatDate, say } from "../../words"
import { SOON_DAYS } from "../input"
import { ofCase } from "../opening/words"

type Ending = {
  name: string
  kind: keyof typeof FILE_KINDS
  until: string
  audience: string
  groupId: string | null
  group: string | null
}

/** Leaves a task for staff for each file that runs out within 30 days, once for each last day. Gives how many. */
export async function remindOfFiles(ctx: Ctx): Promise<number> {
  const ending = await ctx.tx.execute<Ending>(sql`
    with due as (
      update files f set reminded_at = ${ctx.now.toISOString()}::timestamptz
      where f.removed_at is null and f.reminded_at is null
        and not ${byName(sql`f.audience`)}
        and f.runs_until between ${ctx.today}::date and ${daysAfter(ctx.today, SOON_DAYS)}::date
        and not exists (select from groups g where g.id = f.group_id and (g.removed_at is not null or g.stage = 'closed'))
      returning f.name, f.kind, f.runs_until, f.group_id, f.audience)
    select due.name, due.kind, due.runs_until::text as until, due.audience, due.group_id as "groupId", g.name as "group"
    from due left join groups g on g.id = due.group_id order by due.runs_until, due.name`)
  await leaveForStaff(
    ctx,
    ending.map(({ name, kind, until, audience, groupId }) => ({
      groupId,
      audience: ofCase(audience) ? audience : "staff",
      what: say("{fileKinds} runs out on {until}: “{name}”. Ask for the new one.", {
        fileKinds: FILE_KINDS[kind],
        until: formatDate(until),
        name,
      }),
    })),
  )
  return ending.length
}
