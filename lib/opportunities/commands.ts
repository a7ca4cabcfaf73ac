import "server-only"
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { opportunities } from "@/db/schema"
import { type Ctx, personIdOf } from "../access/ctx"
import { closingMoment } from "../consultations/period"
import { ensure, found, RuleBroken } from "../errors"
import { nameKey } from "../groups/names"
import { record } from "../journal/commands"
import { say } from "../words"
import type { AddOpportunity, ChangeOpportunity, NoteOpportunity } from "./input"
import { mayKeepOpportunities } from "./policy"

const guard = (ctx: Ctx) =>
  ensure(mayKeepOpportunities(ctx.actor), say("Only workers and managers change opportunities."))

type Made = { id: string; title: string }

/** What was typed, as it is kept. */
function rowOf(ctx: Ctx, input: AddOpportunity) {
  const { closesOn, closesTime, vcse, division, areaIds: _, ...fields } = input
  return {
    ...fields,
    buyerKey: nameKey(fields.buyer),
    currency: fields.valueMost === null ? null : "GBP",
    closesAt: closesOn ? closingMoment(closesOn, closesTime, ctx.lio.timezone) : null,
    vcse: vcse === null ? null : vcse === "yes",
    divisions: division ? [division] : [],
  }
}

type Bids = { stands: string; closesAt: Date | null }

/** Open means that bids can still come. One that has closed since it was said may stay as it was said `before`. */
function ensureOpens(ctx: Ctx, { stands, closesAt }: Bids, before?: Bids) {
  const same = before?.stands === stands && before.closesAt?.getTime() === closesAt?.getTime()
  if (stands === "open" && closesAt && closesAt <= ctx.now && !same)
    throw new RuleBroken(
      say("Bids can’t come in any more by then. Enter a day that is still to come, or choose “Closed”."),
      "closesOn",
    )
}

/** The statutory body on the list that a buyer is, and the areas that were chosen. */
async function join(ctx: Ctx, id: string, areaIds: string[]) {
  await ctx.tx.execute(sql`
    update opportunities o set buyer_id = (select g.id from groups g where g.name_key = o.buyer_key and g.sector = 'statutory' and g.removed_at is null order by g.id limit 1)
    where o.id = ${id}::uuid`)
  await ctx.tx.execute(sql`delete from opportunity_areas where opportunity_id = ${id}::uuid`)
  await ctx.tx.execute(sql`
    insert into opportunity_areas (lio_id, opportunity_id, area_id)
    select ${ctx.lio.id}::uuid, ${id}::uuid, a.id from areas a where a.id = any (${sql.param(areaIds)}::uuid[])`)
}

/** Adds an opportunity that came some other way than in published notices: by email, by telephone. */
export async function addOpportunity(ctx: Ctx, input: AddOpportunity): Promise<Made> {
  guard(ctx)
  const said = rowOf(ctx, input)
  ensureOpens(ctx, said)
  const [row] = await ctx.tx
    .insert(opportunities)
    .values({
      ...said,
      lioId: ctx.lio.id,
      publishedAt: ctx.now,
      releasedAt: ctx.now,
      addedAt: ctx.now,
      addedBy: personIdOf(ctx.actor),
    })
    .returning({ id: opportunities.id, title: opportunities.title })
  const made = found(row)
  await join(ctx, made.id, input.areaIds)
  await record(ctx, {
    what: "opportunity.added",
    subject: ["opportunity", made.id],
    summary: say("Added an opportunity: {title}", { title: made.title }),
  })
  return made
}

async function lock(ctx: Ctx, id: string) {
  guard(ctx)
  const [row] = await ctx.tx.select().from(opportunities).where(eq(opportunities.id, id)).for("update")
  return found(row)
}

/** Says an opportunity better that was added by hand. Refused when somebody saved it after the page was opened, and for what notices say. */
export async function changeOpportunity(ctx: Ctx, { id, seen, ...input }: ChangeOpportunity): Promise<Made> {
  const before = await lock(ctx, id)
  if (before.ocid !== null)
    throw new RuleBroken(say("This one follows its published notices. You can add a note to it, or hide it."))
  if ((before.changedAt?.toISOString() ?? "") !== seen)
    throw new RuleBroken(
      say(
        "Somebody changed this opportunity while you were typing. Open the page again to see what they saved.",
      ),
      "title",
      { seen: before.changedAt?.toISOString() ?? "" },
    )
  const to = rowOf(ctx, input)
  ensureOpens(ctx, to, before)
  await ctx.tx
    .update(opportunities)
    .set({ ...to, changedAt: ctx.now, releasedAt: ctx.now })
    .where(eq(opportunities.id, id))
  await join(ctx, id, input.areaIds)
  const { title, stands, closesAt, valueMost } = before
  await record(ctx, {
    what: "opportunity.changed",
    subject: ["opportunity", id],
    summary: say("Changed the opportunity: {title}", { title: to.title }),
    from: { title, stands, closesAt, valueMost },
    to: { title: to.title, stands: to.stands, closesAt: to.closesAt, valueMost: to.valueMost },
  })
  return { id, title: to.title }
}

async function setHidden(ctx: Ctx, id: string, hidden: boolean): Promise<Made> {
  guard(ctx)
  const [row] = await ctx.tx
    .update(opportunities)
    .set({ hiddenAt: hidden ? ctx.now : null, audience: hidden ? "staff" : "members" })
    .where(
      and(
        eq(opportunities.id, id),
        hidden ? isNull(opportunities.hiddenAt) : isNotNull(opportunities.hiddenAt),
      ),
    )
    .returning({ id: opportunities.id, title: opportunities.title })
  if (row) return row
  const { title } = await lock(ctx, id)
  throw new RuleBroken(
    hidden ? say("“{title}” is hidden already.", { title }) : say("“{title}” isn’t hidden.", { title }),
  )
}

/** Hides an opportunity that is nothing for groups here: only staff see it from then on. */
export async function hideOpportunity(ctx: Ctx, { id }: { id: string }): Promise<Made> {
  const made = await setHidden(ctx, id, true)
  await record(ctx, {
    what: "opportunity.hidden",
    subject: ["opportunity", id],
    summary: say("Hid the opportunity: {title}", { title: made.title }),
  })
  return made
}

/** Shows it to groups again. */
export async function showOpportunity(ctx: Ctx, { id }: { id: string }): Promise<Made> {
  const made = await setHidden(ctx, id, false)
  await record(ctx, {
    what: "opportunity.shown",
    subject: ["opportunity", id],
    summary: say("Showed the opportunity again: {title}", { title: made.title }),
  })
  return made
}

/** Says what we think of it, for our groups; an empty note takes it away. */
export async function noteOpportunity(ctx: Ctx, { id, note }: NoteOpportunity): Promise<Made> {
  const { title, note: before } = await lock(ctx, id)
  if (before === note) return { id, title }
  await ctx.tx
    .update(opportunities)
    .set({ note, notedAt: note ? ctx.now : null, notedBy: note ? personIdOf(ctx.actor) : null })
    .where(eq(opportunities.id, id))
  await record(ctx, {
    what: "opportunity.noted",
    subject: ["opportunity", id],
    summary: note
      ? say("Said what we think of the opportunity: {title}", { title })
      : say("Took back what we thought of the opportunity: {title}", { title }),
    from: { note: before },
    to: { note },
  })
  return { id, title }
}
