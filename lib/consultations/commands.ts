import "server-only"
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { consultations, networks } from "@/db/schema"
import type { PARTS } from "@/db/vocabulary"
import { type Ctx, personOf } from "../access/ctx"
import { ensure, found, RuleBroken } from "../errors"
import { settleBody } from "../groups/bodies/commands"
import { record } from "../journal/commands"
import { formatMoment, say } from "../words"
import { freezeResults } from "./editions/commands"
import { NOT_FOR_PEOPLE } from "./individuals/words"
import type { ChangePlan, ConsultationId, Extend, Finish, Plan } from "./input"
import { scheduleEnd, tellOutcome, tryOutcome } from "./invitations/letters"
import { closingMoment, isShort } from "./period"
import { knowsWhose, mayKeepConsultations } from "./policy"
import { type Consultation, getConsultation } from "./queries"
import { ensureNoFiles } from "./questions/files/queries"
import { ensureAskedOfAll } from "./questions/showing/queries"

const REFUSED = say("Only workers and managers can do this.")

/** The consultation as it stands, held until the change is written, for whoever may keep it. */
export async function holdConsultation(ctx: Ctx, id: string): Promise<Consultation> {
  ensure(mayKeepConsultations(ctx.actor), REFUSED)
  await ctx.tx.execute(sql`select from consultations where id = ${id}::uuid for update`)
  return getConsultation(ctx, id)
}

/** The same while it is still a draft: nobody opens it until the change is written. */
export async function holdDraft(ctx: Ctx, id: string): Promise<Consultation> {
  const consultation = await holdConsultation(ctx, id)
  if (consultation.state !== "draft")
    throw new RuleBroken(say("This consultation has been opened, so this can’t be changed any more."))
  return consultation
}

/** Refused when the network isn’t there; else the columns that say whom a draft asks. */
export async function audienceColumns(ctx: Ctx, audience: Plan["audience"]) {
  if (audience.networkId) {
    const [network] = await ctx.tx.select().from(networks).where(eq(networks.id, audience.networkId))
    if (!network) throw new RuleBroken(say("Choose who to ask"), "audience")
  }
  return audience
}

async function columnsOf(ctx: Ctx, plan: Omit<Plan, "audience">) {
  const { closesOn, closesTime, newBody, ...rest } = plan
  const bodyId = await settleBody(ctx, { bodyId: plan.bodyId, newBody })
  if (closesOn && closesOn < ctx.today) {
    throw new RuleBroken(say("This day has gone by. Choose a later one."), "closesOn")
  }
  const closesAt = closesOn ? closingMoment(closesOn, closesTime, ctx.lio.timezone) : null
  const partsBy: keyof typeof PARTS = plan.naming === "body" ? "every" : plan.partsBy
  return { ...rest, bodyId, partsBy, closesAt }
}

/** Begins a consultation as a draft: nobody hears of it until it opens. */
export async function planConsultation(
  ctx: Ctx,
  { audience, ...input }: Plan,
): Promise<{ id: string; title: string }> {
  ensure(mayKeepConsultations(ctx.actor), REFUSED)
  const values = { ...(await columnsOf(ctx, input)), ...(await audienceColumns(ctx, audience)) }
  const [made] = await ctx.tx
    .insert(consultations)
    .values({ ...values, lioId: ctx.lio.id, createdAt: ctx.now, createdBy: personOf(ctx.actor)?.personId })
    .returning({ id: consultations.id, title: consultations.title })
  const consultation = found(made)
  await record(ctx, {
    what: "consultation.planned",
    subject: ["consultation", consultation.id],
    summary: say("Began a consultation: {consultation}", { consultation: consultation.title }),
  })
  return consultation
}

/** Changes a draft. Refused when somebody else saved meanwhile, with what they saved. */
export async function changePlan(ctx: Ctx, { id, version, ...input }: ChangePlan) {
  const before = await holdDraft(ctx, id)
  const values = await columnsOf(ctx, input)
  if (values.naming !== "body") await ensureAskedOfAll(ctx, id, "naming")
  if (before.individuals && !knowsWhose(values)) throw new RuleBroken(NOT_FOR_PEOPLE, "naming")
  await ensureNoFiles(ctx, id, values, "naming")
  const [changed] = await ctx.tx
    .update(consultations)
    .set({ ...values, version: sql`${consultations.version} + 1` })
    .where(and(eq(consultations.id, id), eq(consultations.version, version), isNull(consultations.openedAt)))
    .returning({ id: consultations.id, title: consultations.title })
  if (!changed) {
    throw new RuleBroken(
      say("Somebody else saved changes while you had this page open. Look at both, then save again."),
      "title",
      { title: before.title, about: before.about ?? "", version: String(before.version) },
    )
  }
  await record(ctx, {
    what: "consultation.changed",
    subject: ["consultation", id],
    summary: say("Changed the consultation: {changed}", { changed: changed.title }),
    from: before,
    to: values,
  })
  return changed
}

/** Throws a draft away. Only a draft: nobody has been asked. */
export async function removeDraft(ctx: Ctx, { id }: ConsultationId) {
  const draft = await holdDraft(ctx, id)
  await ctx.tx.delete(consultations).where(and(eq(consultations.id, id), isNull(consultations.openedAt)))
  await record(ctx, {
    what: "consultation.removed",
    subject: ["consultation", id],
    summary: say("Removed the draft: {draft}", { draft: draft.title }),
    from: draft,
  })
  return { id, title: draft.title }
}

/** All changes of the closing time with one more, as they are printed with the numbers. */
export const withChange = (
  ctx: Ctx,
  { closesAt, closingChanges }: Pick<Consultation, "closesAt" | "closingChanges">,
  to: Date,
  reason: string | null | undefined,
) => [
  ...closingChanges,
  {
    at: ctx.now.toISOString(),
    from: (closesAt ?? ctx.now).toISOString(),
    to: to.toISOString(),
    reason: reason ?? null,
  },
]

/** Gives groups more time, or less, while it is open. The reminder and the closing follow. */
export async function extendConsultation(ctx: Ctx, { id, closesOn, closesTime, reason }: Extend) {
  const before = await holdConsultation(ctx, id)
  if (!closesOn) throw new RuleBroken(say("Enter the day on which it closes"), "closesOn")
  const closesAt = closingMoment(closesOn, closesTime, ctx.lio.timezone)
  if (closesAt <= ctx.now) throw new RuleBroken(say("This time has gone by. Choose a later one."), "closesOn")
  if (closesAt.getTime() === before.closesAt?.getTime())
    throw new RuleBroken(say("That’s already its closing date. Choose another day or time."), "closesOn")
  if (before.openedAt && before.closesAt) {
    const earlier = closesAt < before.closesAt
    if (
      !reason &&
      (earlier || (isShort(before.openedAt, closesAt, ctx.lio.timezone) && !before.periodReason))
    )
      throw new RuleBroken(
        earlier
          ? say("Say why groups will have less time than you told them")
          : say("Say why groups still get less than 12 weeks"),
        "reason",
      )
  }
  const closingChanges = withChange(ctx, before, closesAt, reason)
  const [changed] = await ctx.tx
    .update(consultations)
    .set({ closesAt, closingChanges })
    .where(and(eq(consultations.id, id), isNotNull(consultations.openedAt), isNull(consultations.closedAt)))
    .returning({ id: consultations.id })
  if (!changed || before.state !== "open")
    throw new RuleBroken(say("Only an open consultation can get another closing day."))
  await scheduleEnd(ctx, { id, closesAt })
  await record(ctx, {
    what: "consultation.extended",
    subject: ["consultation", id],
    summary: say("“{before}” now closes on {closesAt}", {
      before: before.title,
      closesAt: formatMoment(closesAt, ctx.lio.timezone),
    }),
    from: { closesAt: before.closesAt },
    to: { closesAt },
  })
  return { id, closesAt }
}

/** The groups that took part: they signed an answer off, or said that they have nothing to say. */
async function listTookPart(ctx: Ctx, id: string): Promise<string[]> {
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    select i.group_id as id from invitations i
    left join counted_answers a on a.consultation_id = i.consultation_id and a.group_id = i.group_id
    where i.consultation_id = ${id}::uuid and (a.response_id is not null or i.declined_at is not null)`)
  return rows.map((row) => row.id)
}

/** Groups that a representation resting on it has told what came of it: they are not written to again. */
async function listToldAlready(ctx: Ctx, id: string): Promise<string[]> {
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    select distinct l.group_id as id from loop_letters l join representations r on r.id = l.representation_id
    where r.consultation_id = ${id}::uuid and r.closed_at is not null`)
  return rows.map((row) => row.id)
}

/** Who took part, and whom of them an outcome would be emailed to. */
export async function listToTell(ctx: Ctx, id: string, again = false) {
  ensure(mayKeepConsultations(ctx.actor), REFUSED)
  const [took, told] = await Promise.all([
    listTookPart(ctx, id),
    again ? Promise.resolve<string[]>([]) : listToldAlready(ctx, id),
  ])
  return { took, toTell: took.filter((groupId) => !told.includes(groupId)) }
}

/**
 * Finishes a closed consultation with what came of it, and tells every group that took part, unless a representation has.
 * `again`: something else came of it afterwards.
 */
export async function finishConsultation(ctx: Ctx, { id, outcome, again = false }: Finish) {
  ensure(mayKeepConsultations(ctx.actor), REFUSED)
  const consultation = await getConsultation(ctx, id)
  const { state, title } = consultation
  if (state !== (again ? "finished" : "closed")) {
    throw new RuleBroken(
      state === "finished"
        ? say("This consultation is finished already.")
        : say("Close this consultation first. Then say what came of it."),
    )
  }
  if (again && consultation.outcome === outcome)
    throw new RuleBroken(say("You’ve already told the groups this. Add what else has happened."), "outcome")
  const [finished] = await ctx.tx
    .update(consultations)
    .set({
      outcome,
      finishedAt: ctx.now,
      closedAt: sql`coalesce(${consultations.closedAt}, ${consultations.closesAt})`,
    })
    .where(
      and(
        eq(consultations.id, id),
        isNotNull(consultations.openedAt),
        again ? isNotNull(consultations.finishedAt) : isNull(consultations.finishedAt),
      ),
    )
    .returning({ id: consultations.id })
  if (!finished) throw new RuleBroken(say("This consultation is finished already."))
  await freezeResults(ctx, id)
  const { took, toTell } = await listToTell(ctx, id, again)
  await record(ctx, {
    what: "consultation.finished",
    subject: ["consultation", id],
    groupIds: took,
    summary: say("What came of “{title}”: {outcome}", { title, outcome }),
    from: { outcome: consultation.outcome },
    to: { outcome },
  })
  const told = toTell.length > 0 ? await tellOutcome(ctx, { ...consultation, outcome }, toTell) : 0
  return { id, title, told }
}

/** Finishes it, or first sends oneself the email that groups would get. What was typed is kept. */
export async function finishOrTry(ctx: Ctx, input: Finish) {
  if (input.button !== "try") return { id: input.id, email: null, done: await finishConsultation(ctx, input) }
  ensure(mayKeepConsultations(ctx.actor), REFUSED)
  const consultation = await getConsultation(ctx, input.id)
  if (!input.again && consultation.state === "closed") {
    await ctx.tx.update(consultations).set({ outcome: input.outcome }).where(eq(consultations.id, input.id))
  }
  return {
    id: input.id,
    email: await tryOutcome(ctx, { ...consultation, outcome: input.outcome }),
    done: null,
  }
}
