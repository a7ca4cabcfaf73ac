import "server-only"
import { and, eq, notInArray } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { caseGroups, casePeople, cases, people, staff } from "@/db/schema"
import { readingAll, tellAudiences } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { isColleague } from "../../lists/choices/queries"
import { say } from "../../words"
import type { LetIn } from "../input"
import { mayKeepCases, mayLetIn } from "../policy"

/** Writes who works on a case: people who work here, one at least. Who has left may stay, and is not added anew. */
export async function settlePeople(ctx: Ctx, caseId: string, personIds: string[]): Promise<void> {
  ensure(mayKeepCases(ctx.actor))
  const ids = [...new Set(personIds)]
  if (ids.length === 0) throw new RuleBroken(say("Choose at least one person who works on it"), "personIds")
  const there = await ctx.tx
    .select({ id: casePeople.personId })
    .from(casePeople)
    .where(eq(casePeople.caseId, caseId))
  const fresh = ids.filter((id) => !there.some((one) => one.id === id))
  const known = await ctx.tx
    .select({ id: staff.personId })
    .from(staff)
    .where(and(isOneOf(staff.personId, fresh, "uuid"), isColleague))
  if (known.length < fresh.length)
    throw new RuleBroken(say("Choose people on your staff, not trustees who only look on"), "personIds")
  await ctx.tx
    .delete(casePeople)
    .where(and(eq(casePeople.caseId, caseId), notInArray(casePeople.personId, ids)))
  if (fresh.length > 0)
    await ctx.tx
      .insert(casePeople)
      .values(fresh.map((personId) => ({ lioId: ctx.lio.id, caseId, personId, addedAt: ctx.now })))
}

/**
 * A manager lets somebody into a confidential case that they don't see themselves: when its people are away or have
 * left. The reason stands in the case's history, for its people.
 */
export async function letIntoCase(
  ctx: Ctx,
  { id, personId, reason }: LetIn,
): Promise<{ id: string; name: string }> {
  ensure(mayLetIn(ctx.actor), say("Only managers can let somebody into a confidential case."))
  const [who] = await ctx.tx
    .select({ name: people.name })
    .from(staff)
    .innerJoin(people, eq(people.id, staff.personId))
    .where(and(eq(staff.personId, personId), isColleague))
  if (!who) throw new RuleBroken(say("Choose somebody who works here"), "personId")
  const its = await readingAll(ctx, "lets somebody into a case that a manager doesn't see", async () => {
    const [row] = await ctx.tx
      .select({ audience: cases.audience, groupId: caseGroups.groupId })
      .from(cases)
      .leftJoin(caseGroups, eq(caseGroups.caseId, cases.id))
      .where(eq(cases.id, id))
      .for("update", { of: cases })
    const one = found(row)
    await ctx.tx
      .insert(casePeople)
      .values({ lioId: ctx.lio.id, caseId: id, personId, addedAt: ctx.now })
      .onConflictDoNothing()
    return one
  })
  await record(ctx, {
    what: "case.let_in",
    subject: ["case", id],
    audience: its.audience,
    summary: say("Let {name} into the case: {reason}", { name: who.name, reason }),
    about: { personIds: [personId] },
  })
  await tellAudiences(ctx.tx, ctx.actor)
  return { id, name: who.name }
}
