import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { enquiries, enquirySteps } from "@/db/schema"
import { type Ctx, personIdOf } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { colleague } from "../../tasks/commands"
import { say } from "../../words"
import { getPathway } from "../pathways/queries"
import { STARTER } from "../pathways/words"
import { mayKeepEnquiries } from "../policy"
import type { AddStep, Begin, ChangeStep, TickStep } from "./input"

const guard = (ctx: Ctx) =>
  ensure(mayKeepEnquiries(ctx.actor), say("Only workers and managers can deal with enquiries."))

/** An enquiry that is open, kept from others until this is done. */
async function lockOpen(ctx: Ctx, id: string) {
  guard(ctx)
  const [row] = await ctx.tx.select().from(enquiries).where(eq(enquiries.id, id)).for("update")
  const enquiry = found(row)
  if (enquiry.doneAt) throw new RuleBroken(say("This enquiry is closed. Open it again first."))
  return enquiry
}

const touch = (ctx: Ctx, id: string) =>
  ctx.tx.update(enquiries).set({ touchedAt: ctx.now }).where(eq(enquiries.id, id))

/** Begins an enquiry on a pathway: its steps are copied, so that a later change of the pathway leaves them as they are. */
export async function beginPathway(ctx: Ctx, { id, pathwayId, helperId }: Begin): Promise<{ id: string }> {
  const enquiry = await lockOpen(ctx, id)
  if (enquiry.begunAt) throw new RuleBroken(say("This enquiry is on its way already."))
  const helper = await colleague(ctx, helperId ?? personIdOf(ctx.actor) ?? null, "helperId")
  const { name, steps } = pathwayId ? await getPathway(ctx, pathwayId) : STARTER
  await ctx.tx
    .update(enquiries)
    .set({ begunAt: ctx.now, touchedAt: ctx.now, helperId: helper?.id ?? null })
    .where(eq(enquiries.id, id))
  await ctx.tx.insert(enquirySteps).values(
    steps.map(({ title, about, guide }, position) => ({
      ...{ lioId: ctx.lio.id, enquiryId: id, position, title, about, guide },
    })),
  )
  await record(ctx, {
    what: "enquiry.begun",
    subject: ["enquiry", id],
    summary: say("Began an enquiry on the pathway “{name}”", { name }),
  })
  return { id }
}

async function lockStep(ctx: Ctx, id: string) {
  guard(ctx)
  const [row] = await ctx.tx.select().from(enquirySteps).where(eq(enquirySteps.id, id))
  const step = found(row)
  await lockOpen(ctx, step.enquiryId)
  return step
}

/** Ticks a step off, or opens it again. Said twice it changes nothing. */
export async function tickStep(
  ctx: Ctx,
  { id, done }: TickStep,
): Promise<{ id: string; title: string; done: boolean }> {
  const { enquiryId, title } = await lockStep(ctx, id)
  const [ticked] = await ctx.tx
    .update(enquirySteps)
    .set({ doneOn: done ? ctx.today : null })
    .where(
      and(
        eq(enquirySteps.id, id),
        done ? isNull(enquirySteps.doneOn) : sql`${enquirySteps.doneOn} is not null`,
      ),
    )
    .returning({ id: enquirySteps.id })
  if (ticked) {
    await touch(ctx, enquiryId)
    await record(ctx, {
      what: done ? "enquiry.step_done" : "enquiry.step_opened",
      subject: ["enquiry", enquiryId],
      summary: done
        ? say("Step done: {title}", { title })
        : say("Step not done after all: {title}", { title }),
    })
  }
  return { id: enquiryId, title, done }
}

/** Says of a step who helps with it, until when it is to be done, and what there is to know. */
export async function changeStep(ctx: Ctx, { id, ...said }: ChangeStep): Promise<{ id: string }> {
  const { enquiryId, helperId } = await lockStep(ctx, id)
  if (said.helperId !== helperId) await colleague(ctx, said.helperId, "helperId")
  await ctx.tx.update(enquirySteps).set(said).where(eq(enquirySteps.id, id))
  await touch(ctx, enquiryId)
  await record(ctx, {
    what: "enquiry.step_changed",
    subject: ["enquiry", enquiryId],
    // The note may name somebody, and stands in the step alone.
    summary: say("Changed a step: {title}", { title: said.title }),
  })
  return { id: enquiryId }
}

/** Adds a step that this enquiry needs, after the others. */
export async function addStep(ctx: Ctx, { id, title }: AddStep): Promise<{ id: string }> {
  const { begunAt } = await lockOpen(ctx, id)
  if (!begunAt) throw new RuleBroken(say("Begin the enquiry on a pathway first."))
  await ctx.tx.insert(enquirySteps).values({
    ...{ lioId: ctx.lio.id, enquiryId: id, title },
    position: sql`(select coalesce(max(s.position) + 1, 0) from enquiry_steps s where s.enquiry_id = ${id}::uuid)`,
  })
  await touch(ctx, id)
  await record(ctx, {
    what: "enquiry.step_added",
    subject: ["enquiry", id],
    summary: say("Added a step: {title}", { title }),
  })
  return { id }
}
