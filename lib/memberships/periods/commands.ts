import "server-only"
import { sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { memberships } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { found } from "../../errors"
import { keepJoined, keepStages } from "../../groups/stage/commands"
import { recordEach } from "../../journal/commands"
import { paidInWords, periodInWords } from "../../membership-status/words"
import { say } from "../../words"
import type { Period } from "../queries"
import type { Plan } from "./queries"

/** A period that was written down, with its group's name. */
export type Written = { id: string; groupId: string; group: string; endsOn: string | null }

/** Writes periods down, one a group: however many they are, it is the same few statements. */
export async function writePeriods(ctx: Ctx, what: "begun" | "renewed", plans: Plan[]): Promise<Written[]> {
  if (plans.length === 0) return []
  const planned = plans.map(({ group, type, startsOn, endsOn }) => ({
    groupId: group.id,
    typeId: type.id,
    startsOn,
    endsOn,
    feePence: type.feePence,
  }))
  const made = await ctx.tx.execute<{ id: string; groupId: string }>(sql`
    insert into memberships (lio_id, group_id, type_id, starts_on, ends_on, fee_pence, created_at)
    select ${ctx.lio.id}::uuid, d."groupId", d."typeId", d."startsOn", d."endsOn", d."feePence", ${ctx.now.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(planned)}::json)
      as d("groupId" uuid, "typeId" uuid, "startsOn" date, "endsOn" date, "feePence" int)
    returning id, group_id as "groupId"`)
  const idOf = new Map(made.map(({ id, groupId }) => [groupId, id]))
  const written = plans.map(({ group, endsOn }) => ({
    id: found(idOf.get(group.id)),
    groupId: group.id,
    group: group.name,
    endsOn,
  }))
  await recordEach(
    ctx,
    plans.map(({ group, type, startsOn, endsOn }) => ({
      what: `membership.${what}`,
      subject: ["membership", found(idOf.get(group.id))],
      groupIds: [group.id],
      summary:
        what === "begun"
          ? say("Began the membership: {type}, {period}", {
              type: type.name,
              period: periodInWords({ startsOn, endsOn }),
            })
          : say("Renewed the membership: {type}, {period}", {
              type: type.name,
              period: periodInWords({ startsOn, endsOn }),
            }),
      to: { typeId: type.id, startsOn, endsOn, feePence: type.feePence },
    })),
  )
  await keepJoined(
    ctx,
    written.map(({ id }) => id),
  )
  await keepStages(
    ctx,
    written.map(({ groupId }) => groupId),
  )
  return written
}

/** Says that the fees of periods were paid on a day. */
export async function writePaid(ctx: Ctx, periods: Period[], paidOn: string) {
  if (periods.length === 0) return
  await ctx.tx
    .update(memberships)
    .set({ paidOn })
    .where(
      isOneOf(
        memberships.id,
        periods.map(({ id }) => id),
      ),
    )
  await recordEach(
    ctx,
    periods.map((period) => ({
      what: "membership.paid",
      subject: ["membership", period.id],
      groupIds: [period.groupId],
      summary: say("The membership was paid: {paidInWords}", {
        paidInWords: paidInWords({ ...period, paidOn }),
      }),
      from: { paidOn: null },
      to: { paidOn },
    })),
  )
}
