import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { loopLetters, representations } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { post } from "../../email/commands"
import { found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { openRepresentation } from "../commands"
import type { CloseRepresentation } from "../input"
import { getOutcome, listContributors } from "./queries"

async function voicesOf(ctx: Ctx, groupId: string) {
  const rows = await ctx.tx.execute<{ personId: string }>(sql`
    select distinct r.person_id as "personId" from roles r join people p on p.id = r.person_id
    where r.group_id = ${groupId} and r.speaks is not null and p.left_at is null and (r.ended_on is null or r.ended_on > current_date)`)
  return [...rows]
}

/** Tells one group what came of what it said: a letter to each person who speaks for it, once. */
async function tellGroup(ctx: Ctx, representationId: string, group: { id: string; name: string }) {
  const fresh = await ctx.tx
    .insert(loopLetters)
    .values({ lioId: ctx.lio.id, representationId, groupId: group.id, toldAt: ctx.now })
    .onConflictDoNothing()
    .returning({ groupId: loopLetters.groupId })
  if (fresh.length === 0) return
  const outcome = await getOutcome(ctx, representationId, group.id)
  for (const { personId } of await voicesOf(ctx, group.id)) {
    await post(ctx, {
      letter: "representation-outcome",
      stream: "outcomes",
      to: { personId },
      props: {
        title: outcome.title,
        body: outcome.body,
        group: outcome.group,
        consultation: outcome.consultation,
        outcome: outcome.outcome ?? "",
        asks: outcome.asks.map(({ text, reply, replyText, outcome, yours }) => ({
          text,
          reply,
          replyText,
          outcome,
          yours,
        })),
        url: `/${ctx.lio.slug}/outcomes`,
      },
      basis: { groupIds: [group.id] },
    })
  }
}

/** Ends a representation with what came of it, and tells every group that spoke. It cannot end without an outcome and a word on each ask. */
export async function closeRepresentation(ctx: Ctx, input: CloseRepresentation) {
  const representation = await openRepresentation(ctx, input.id)
  if (!representation.sentOn)
    throw new RuleBroken("It has not been sent yet, so nothing can have come of it.")
  const [open] = await ctx.tx.execute<{ asks: number }>(
    sql`select count(*)::int as asks from asks where representation_id = ${input.id} and reply is null`,
  )
  if ((open?.asks ?? 0) > 0) {
    throw new RuleBroken(
      "Some asks have no reply yet. Enter it, or say that there was none, before you close.",
    )
  }
  const [closed] = await ctx.tx
    .update(representations)
    .set({ outcome: input.outcome, closedAt: ctx.now })
    .where(and(eq(representations.id, input.id), isNull(representations.closedAt)))
    .returning({ id: representations.id })
  found(closed)
  const contributors = await listContributors(ctx, input.id)
  for (const group of contributors) await tellGroup(ctx, input.id, group)
  await record(ctx, {
    what: "representation.closed",
    subject: ["representation", input.id],
    groupIds: [representation.bodyId, ...contributors.map((group) => group.id)].filter(
      (id, at, all) => all.indexOf(id) === at,
    ),
    summary: `What came of “${representation.title}”: ${input.outcome}`,
  })
  return { id: input.id, told: contributors.length }
}
