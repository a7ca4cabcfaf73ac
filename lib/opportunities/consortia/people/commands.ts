import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { consortiumPeople } from "@/db/schema"
import { readingAll, tellAudiences } from "../../../access/audiences"
import { type Ctx, personIdOf } from "../../../access/ctx"
import { isHeld, isStaff, leads, speaksFor } from "../../../access/may"
import { post } from "../../../email/commands"
import { ensure, found, RuleBroken } from "../../../errors"
import { record } from "../../../journal/commands"
import { dayOf, say } from "../../../words"
import { audienceOf, getConsortium, isAnybodyIn, ownIn } from "../queries"
import type { LetIn, StepOut } from "./input"

type Where = { id: string; opportunityId: string }
type Who = { groupId: string | null; personId: string }
const placeOf = (id: string, personId: string) =>
  and(eq(consortiumPeople.consortiumId, id), eq(consortiumPeople.personId, personId))

/** Names somebody who speaks for the group, or works here where no group is named. Who may is settled by who calls. */
export async function letIn(
  ctx: Ctx,
  { id, opportunityId }: Where,
  { groupId, personId }: Who,
): Promise<string> {
  const [known] = await ctx.tx.execute<{ name: string }>(sql`
    select p.name from people p where p.id = ${personId}::uuid and p.left_at is null and ${
      groupId
        ? sql`exists (select from roles r where r.person_id = p.id and r.group_id = ${groupId}::uuid and r.speaks is not null and ${isHeld(ctx)})`
        : sql`exists (select from staff s where s.person_id = p.id and s.ended_at is null)`
    }`)
  if (!known)
    throw new RuleBroken(
      groupId ? say("Choose somebody who speaks for the group.") : say("Choose somebody who works here."),
      "personId",
    )
  const me = personIdOf(ctx.actor)
  const named = {
    groupId,
    namedAt: ctx.now,
    namedBy: me,
    enteredAt: null,
    enteredAs: null,
    leftAt: null,
    recused: false,
  }
  await readingAll(ctx, "whether somebody was let in before", async () => {
    const [there] = await ctx.tx
      .select({ leftAt: consortiumPeople.leftAt, groupId: consortiumPeople.groupId })
      .from(consortiumPeople)
      .where(placeOf(id, personId))
    // A row of a group that went up in another holds nobody back.
    if (there && !there.leftAt && there.groupId === groupId)
      throw new RuleBroken(say("They have been let in already."), "personId")
    await ctx.tx
      .insert(consortiumPeople)
      .values({ ...named, lioId: ctx.lio.id, consortiumId: id, opportunityId, personId })
      .onConflictDoUpdate({
        target: [consortiumPeople.lioId, consortiumPeople.consortiumId, consortiumPeople.personId],
        set: named,
      })
  })
  if (personId !== me)
    // Staff can read the outbox, so the email says nothing of which room it is.
    await post(ctx, {
      ...{ letter: "consortium-let-in", stream: "service", to: { personId } },
      props: { url: `/${ctx.lio.slug}/consortia` },
    })
  await record(ctx, {
    what: "consortium.named",
    subject: ["consortium", id],
    audience: audienceOf(id),
    summary: say("Let {name} into the room", { name: known.name }),
    about: { personIds: [personId] },
  })
  return known.name
}

/**
 * Lets somebody in by name. For a group: a lead of it who is in the room, or, where nobody of it is, any lead of it. Of the staff:
 * a lead of any of its groups who is in the room.
 */
export async function nameSomebody(ctx: Ctx, { id, groupId, personId }: LetIn) {
  const its = await getConsortium(ctx, id)
  const own = ownIn(ctx, its).filter((one) => one.stands === "in" && leads(ctx.actor, one.groupId))
  if (its.dissolvedAt) throw new RuleBroken(say("This consortium has ended."))
  const group = own.find((one) => one.groupId === groupId)
  ensure(
    groupId === null ? its.inside && own.length > 0 : group !== undefined,
    say("Only a lead of the group can say who comes in for it, and a lead who is in the room lets staff in."),
  )
  if (group?.renamed)
    throw new RuleBroken(
      say("This group has become one with another since. The consortium has to ask it again."),
    )
  if (groupId !== null && !its.inside && (await isAnybodyIn(ctx, id, groupId)))
    throw new RuleBroken(say("Ask the person of your group who is in the room to let somebody else in."))
  return { id, name: await letIn(ctx, its, { groupId, personId }) }
}

/**
 * Whoever was let in comes in. Nobody is in two rooms for one opportunity: that is said to them alone. That they were in another
 * until a day is said to all in the room, without its name.
 */
export async function enterRoom(ctx: Ctx, { id }: { id: string }): Promise<{ id: string }> {
  const me = found(personIdOf(ctx.actor))
  await readingAll(ctx, "whether somebody is in another room for the same", async () => {
    const [row] = await ctx.tx.execute<{
      groupId: string | null
      entered: boolean
      opportunityId: string
    }>(sql`
      select cp.group_id as "groupId", cp.entered_at is not null as entered, cp.opportunity_id as "opportunityId" from consortium_people cp
      where cp.consortium_id = ${id}::uuid and cp.person_id = ${me}::uuid and cp.left_at is null for update`)
    const { groupId, opportunityId, entered } = found(row)
    if (entered) throw new RuleBroken(say("You’re in this room already."))
    if (groupId ? !speaksFor(ctx.actor, groupId) : !isStaff(ctx.actor))
      throw new RuleBroken(say("Sign in as whom you were let in: for your group, or as staff."))
    const others = await ctx.tx.execute<{ leftAt: string | null }>(sql`
      select left_at as "leftAt" from consortium_people where opportunity_id = ${opportunityId}::uuid and person_id = ${me}::uuid
        and consortium_id <> ${id}::uuid and entered_at is not null order by left_at desc nulls first`)
    const [other] = others
    if (other && other.leftAt === null)
      throw new RuleBroken(
        say(
          "You’re in another room for this opportunity. Nobody can be in two that bid against each other. Step out of that one first, or ask your group to name somebody else.",
        ),
      )
    await ctx.tx
      .update(consortiumPeople)
      .set({
        ...{ enteredAt: ctx.now, enteredAs: me },
        elsewhereUntil: other?.leftAt ? dayOf(new Date(other.leftAt), ctx.lio.timezone) : null,
      })
      .where(placeOf(id, me))
  })
  await tellAudiences(ctx.tx, ctx.actor)
  await record(ctx, {
    what: "consortium.entered",
    subject: ["consortium", id],
    audience: audienceOf(id),
    summary: say("Came into the room"),
  })
  return { id }
}

/** Somebody steps out, or says that they don't come in. With `recuse` the room reads that it's because of an interest elsewhere. */
export async function stepOut(ctx: Ctx, { id, recuse }: StepOut): Promise<{ id: string }> {
  const me = found(personIdOf(ctx.actor))
  const [gone] = await readingAll(ctx, "writes what somebody may not read from now on", () =>
    ctx.tx
      .update(consortiumPeople)
      .set({ leftAt: ctx.now, recused: recuse === "yes" })
      .where(and(placeOf(id, me), isNull(consortiumPeople.leftAt)))
      .returning({ id: consortiumPeople.id }),
  )
  found(gone)
  await record(ctx, {
    what: "consortium.stepped_out",
    subject: ["consortium", id],
    audience: audienceOf(id),
    summary:
      recuse === "yes"
        ? say("Stepped out of the room because of an interest elsewhere")
        : say("Stepped out of the room"),
  })
  await tellAudiences(ctx.tx, ctx.actor)
  return { id }
}
