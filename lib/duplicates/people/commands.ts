import "server-only"
import { and, eq, gt, isNull, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { people, peopleApart, personMerges, staff } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { joinStops } from "../../email/preferences/commands"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import {
  type MergedFields,
  writeMerged,
  writeMergedInto,
  writeSeparated,
} from "../../people/merging/commands"
import { mayChangePerson, mayKeepPeople } from "../../people/policy"
import { getMembershipStatus } from "../../people/queries"
import { endSessionsOf } from "../../sign-in/commands"
import { say } from "../../words"
import { giveBack, handOver, placeOf, pointersOf, putBack } from "../merging/rows"
import { type MergePeople, PERSON_FACTS } from "./input"

type Row = typeof people.$inferSelect
const nameOf = (ctx: Ctx) => personOf(ctx.actor)?.name ?? "Trellis"

/** Both people, held until the work is done; always in the same order. */
async function bothHeld(ctx: Ctx, keptId: string, goneId: string) {
  const rows = await ctx.tx
    .select()
    .from(people)
    .where(isOneOf(people.id, [keptId, goneId]))
    .orderBy(people.id)
    .for("update")
  return {
    kept: found(rows.find(({ id }) => id === keptId)),
    gone: found(rows.find(({ id }) => id === goneId)),
  }
}

async function ensureMay(ctx: Ctx, ids: string[]) {
  ensure(mayKeepPeople(ctx.actor), say("Only staff can merge people."))
  for (const id of ids)
    ensure(
      mayChangePerson(ctx.actor, await getMembershipStatus(ctx, id)),
      say("Only a manager can merge somebody who is on the staff."),
    )
}

/** What changes on the person who stays: field → [before, after]. What only the other knows is taken. */
function changesOf(kept: Row, gone: Row, take: MergePeople) {
  const fields: Record<string, [string | null, string | null]> = {}
  for (const fact of PERSON_FACTS) {
    const whose = take[fact] ?? (kept[fact] === null ? "gone" : "kept")
    if (whose === "gone" && gone[fact] !== null && gone[fact] !== kept[fact])
      fields[fact] = [kept[fact], gone[fact]]
  }
  return fields
}

const valuesOf = (fields: [string, string | null][]) => Object.fromEntries(fields) as MergedFields

/**
 * Makes one person of two records. Roles, sessions, letters and whatever else names the one that goes are handed over.
 * `unmergePeople` takes it back.
 */
export async function mergePeople(
  ctx: Ctx,
  input: MergePeople,
): Promise<{ id: string; keptId: string; name: string }> {
  const { keptId, goneId } = input
  if (keptId === goneId) throw new RuleBroken(say("Choose two different people."))
  await ensureMay(ctx, [keptId, goneId])
  const { kept, gone } = await bothHeld(ctx, keptId, goneId)
  if (kept.mergedIntoId || gone.mergedIntoId)
    throw new RuleBroken(
      say("One of the two has been merged already. Open the page of the person who stayed."),
    )
  const [onStaff] = await ctx.tx.select().from(staff).where(eq(staff.personId, goneId))
  if (onStaff)
    throw new RuleBroken(
      say("{gone} is on your staff. Keep that entry and merge the other into it.", { gone: gone.name }),
    )
  const fields = changesOf(kept, gone, input)
  await joinStops(ctx, keptId, goneId)
  const moved: Record<string, unknown[]> = {}
  const dropped: Record<string, Record<string, unknown>[]> = {}
  for (const pointer of await pointersOf(ctx, "people")) {
    const went = await handOver(ctx, pointer, goneId, keptId)
    if (went.moved.length > 0) moved[placeOf(pointer)] = went.moved
    if (went.dropped.length > 0) dropped[placeOf(pointer)] = went.dropped
  }
  await writeMergedInto(ctx, gone, keptId)
  const after = Object.entries(fields).map(([fact, [, value]]): [string, string | null] => [fact, value])
  // Somebody who is in a group today is here, whichever of the two records had left.
  const here = kept.leftAt && !gone.leftAt ? { leftAt: null } : {}
  if (after.length > 0 || kept.leftAt)
    await writeMerged(ctx, keptId, { ...valuesOf(after), ...here, name: fields.name?.[1] ?? kept.name })
  const [made] = await ctx.tx
    .insert(personMerges)
    .values({
      ...{ lioId: ctx.lio.id, keptId, goneId, at: ctx.now, by: nameOf(ctx), fields, moved, dropped },
      gone: { email: gone.email, leftAt: gone.leftAt?.toISOString() ?? null },
    })
    .returning({ id: personMerges.id })
  await record(ctx, {
    what: "person.merged",
    subject: ["person", keptId],
    groupIds: (await getMembershipStatus(ctx, keptId)).groupIds,
    summary: say("Merged two entries for {kept}", { kept: kept.name }),
    from: Object.fromEntries(Object.entries(fields).map(([fact, [value]]) => [fact, value])),
    to: Object.fromEntries(after),
  })
  if (gone.email) await endSessionsOf(gone.email)
  return { id: found(made).id, keptId, name: fields.name?.[1] ?? kept.name }
}

/** A later merge into the same person, or of that person into another, is undone first. */
async function ensureLast(ctx: Ctx, merge: typeof personMerges.$inferSelect, kept: Row) {
  if (kept.mergedIntoId)
    throw new RuleBroken(
      say("{kept} was merged into somebody else since. Undo that merge first, then this one.", {
        kept: kept.name,
      }),
    )
  const [later] = await ctx.tx
    .select({ name: people.name })
    .from(personMerges)
    .innerJoin(people, eq(people.id, personMerges.goneId))
    .where(
      and(
        eq(personMerges.keptId, merge.keptId),
        isNull(personMerges.undoneAt),
        gt(personMerges.at, merge.at),
      ),
    )
  if (later)
    throw new RuleBroken(
      say("Another entry for {later} has been merged in since. Undo that merge first, then this one.", {
        later: later.name,
      }),
    )
}

/** Makes two people again of one. What came with the merge goes back; what was done since stays with the one who stayed. */
export async function unmergePeople(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ keptId: string; goneId: string; name: string }> {
  const [row] = await ctx.tx.select().from(personMerges).where(eq(personMerges.id, id)).for("update")
  const merge = found(row)
  if (merge.undoneAt) throw new RuleBroken(say("This merge was undone already."))
  const { keptId, goneId, fields } = merge
  await ensureMay(ctx, [keptId])
  const { kept, gone } = await bothHeld(ctx, keptId, goneId)
  await ensureLast(ctx, merge, kept)
  for (const pointer of await pointersOf(ctx, "people")) {
    await giveBack(ctx, pointer, merge.moved[placeOf(pointer)] ?? [], keptId, goneId)
    await putBack(ctx, pointer, merge.dropped[placeOf(pointer)] ?? [])
  }
  const back = Object.entries(fields).flatMap(([fact, [before, after]]): [string, string | null][] =>
    kept[fact as (typeof PERSON_FACTS)[number]] === after ? [[fact, before]] : [],
  )
  await writeMerged(ctx, keptId, valuesOf(back))
  const { email, leftAt } = merge.gone
  await writeSeparated(ctx, goneId, { email, leftAt: leftAt ? new Date(leftAt) : null })
  // A group's main contact is one of its people: they may have gone back with the other.
  await ctx.tx.execute(sql`
    update groups g set main_contact_id = null where main_contact_id = ${keptId}
      and not exists (select from roles r where r.group_id = g.id and r.person_id = ${keptId})`)
  await ctx.tx
    .update(personMerges)
    .set({ undoneAt: ctx.now, undoneBy: nameOf(ctx) })
    .where(eq(personMerges.id, id))
  await record(ctx, {
    what: "person.unmerged",
    subject: ["person", keptId],
    groupIds: (await getMembershipStatus(ctx, goneId)).groupIds,
    summary: say("Undid the merge of two entries for {gone}", { gone: gone.name }),
    to: Object.fromEntries(back),
    about: { personIds: [goneId] },
  })
  return { keptId, goneId, name: gone.name }
}

/** Says that two people of one name are two: they are not offered again. */
export async function keepPeopleApart(ctx: Ctx, two: { oneId: string; otherId: string }) {
  ensure(mayKeepPeople(ctx.actor), say("Only staff can decide this."))
  const [oneId, otherId] = [two.oneId, two.otherId].sort() as [string, string]
  const [one, other] = [await getMembershipStatus(ctx, oneId), await getMembershipStatus(ctx, otherId)]
  await ctx.tx
    .insert(peopleApart)
    .values({ lioId: ctx.lio.id, oneId, otherId, at: ctx.now, by: nameOf(ctx) })
    .onConflictDoNothing()
  await record(ctx, {
    what: "person.apart",
    subject: ["person", oneId],
    summary: say("Said that two people called {name} and {other} are two", {
      name: one.name,
      other: other.name,
    }),
    about: { personIds: [otherId] },
  })
  return { one: one.name, other: other.name }
}
