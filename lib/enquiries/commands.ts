import "server-only"
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { enquiries } from "@/db/schema"
import { ENQUIRY_SOURCES } from "@/db/vocabulary"
import { readingAll } from "../access/audiences"
import { type Ctx, nameOf, personIdOf, personOf } from "../access/ctx"
import { ensure, found, RuleBroken } from "../errors"
import { record } from "../journal/commands"
import { checkSeen } from "../seen"
import { addTask } from "../tasks/commands"
import { formatDate, say } from "../words"
import type { ChangeEnquiry, EndEnquiry, Enter, Tell } from "./input"
import { mayKeepEnquiries } from "./policy"
import { getEnquiry } from "./queries"
import { toChange } from "./words"

const guard = (ctx: Ctx) =>
  ensure(mayKeepEnquiries(ctx.actor), say("Only workers and managers can deal with enquiries."))

/** Somebody tells the LIO about their group or idea. The same again while it waits is the first one. */
export async function tellLio(ctx: Ctx, { company: _nobody, ...said }: Tell): Promise<{ id: string }> {
  return readingAll(ctx, "whether the same was said before; whoever tells reads no enquiry", async () => {
    const [twice] = await ctx.tx
      .select({ id: enquiries.id })
      .from(enquiries)
      .where(
        and(
          isNull(enquiries.doneAt),
          sql`(${enquiries.email}, ${enquiries.phone}) is not distinct from (${said.email}::text, ${said.phone}::text)`,
          eq(enquiries.about, said.about),
        ),
      )
    if (twice) return twice
    const [made] = await ctx.tx
      .insert(enquiries)
      .values({ ...said, lioId: ctx.lio.id, askedAt: ctx.now })
      .returning({ id: enquiries.id })
    const { id } = found(made)
    await record(ctx, {
      what: "enquiry.made",
      subject: ["enquiry", id],
      // What they said stands in the enquiry alone, and goes with it.
      summary: said.place ? say("An enquiry from {place}", { place: said.place }) : say("An enquiry"),
    })
    return { id }
  })
}

/** A worker writes down who rang, wrote or came by. */
export async function enterEnquiry(ctx: Ctx, said: Enter): Promise<{ id: string }> {
  guard(ctx)
  const [made] = await ctx.tx
    .insert(enquiries)
    .values({ ...said, lioId: ctx.lio.id, askedAt: ctx.now, helperId: personIdOf(ctx.actor) })
    .returning({ id: enquiries.id })
  const enquiry = found(made)
  await record(ctx, {
    what: "enquiry.entered",
    subject: ["enquiry", enquiry.id],
    summary: say("Entered an enquiry ({source})", { source: ENQUIRY_SOURCES[said.source] }),
  })
  return enquiry
}

/** Says better who asks and what for, while the enquiry is open. Nothing of it stands in the history, which is kept longer. */
export async function changeEnquiry(ctx: Ctx, { id, seen, ...said }: ChangeEnquiry): Promise<{ id: string }> {
  guard(ctx)
  const [row] = await ctx.tx
    .select()
    .from(enquiries)
    .where(and(eq(enquiries.id, id), isNull(enquiries.doneAt)))
    .for("update")
  const before = toChange(found(row))
  checkSeen(seen, before, said)
  if (JSON.stringify(before) === JSON.stringify(toChange(said))) return { id }
  await ctx.tx
    .update(enquiries)
    .set({ ...said, touchedAt: ctx.now })
    .where(eq(enquiries.id, id))
  await record(ctx, {
    what: "enquiry.changed",
    subject: ["enquiry", id],
    summary: say("Changed the details of an enquiry"),
  })
  return { id }
}

/** Closes an enquiry that goes no further, with the reason where one is known. */
export async function endEnquiry(ctx: Ctx, { id, because }: EndEnquiry) {
  guard(ctx)
  const enquiry = await settle(ctx, id, false)
  await ctx.tx.update(enquiries).set({ endedBecause: because }).where(eq(enquiries.id, id))
  await record(ctx, {
    what: "enquiry.ended",
    subject: ["enquiry", id],
    summary: say("Closed an enquiry"),
  })
  return enquiry
}

async function settle(ctx: Ctx, id: string, tasked: boolean) {
  const [done] = await ctx.tx
    .update(enquiries)
    .set({ doneAt: ctx.now, doneBy: nameOf(ctx.actor), tasked })
    .where(and(eq(enquiries.id, id), isNull(enquiries.doneAt)))
    .returning()
  if (done) return done
  await getEnquiry(ctx, id)
  throw new RuleBroken(say("Somebody has dealt with this already."))
}

/** Marks an enquiry as dealt with. Said twice it is refused: somebody did it already. */
export async function answerEnquiry(ctx: Ctx, { id }: { id: string }) {
  guard(ctx)
  const enquiry = await settle(ctx, id, false)
  await record(ctx, {
    what: "enquiry.answered",
    subject: ["enquiry", id],
    summary: say("Dealt with an enquiry"),
  })
  return enquiry
}

/** Opens an enquiry again that was marked by mistake. */
export async function reopenEnquiry(ctx: Ctx, { id }: { id: string }) {
  guard(ctx)
  const [open] = await ctx.tx
    .update(enquiries)
    .set({ doneAt: null, doneBy: null, tasked: false, endedBecause: null, touchedAt: ctx.now })
    .where(and(eq(enquiries.id, id), isNotNull(enquiries.doneAt), isNull(enquiries.groupId)))
    .returning()
  if (!open) {
    const { groupId } = await getEnquiry(ctx, id)
    throw new RuleBroken(
      groupId
        ? say("This enquiry has become a group. Go on from the group’s page.")
        : say("This enquiry is open already."),
    )
  }
  await record(ctx, {
    what: "enquiry.reopened",
    subject: ["enquiry", id],
    summary: say("Opened an enquiry again"),
  })
  return open
}

/** Makes an enquiry into a task of whoever presses the button. */
export async function taskOfEnquiry(ctx: Ctx, { id }: { id: string }) {
  guard(ctx)
  const enquiry = await settle(ctx, id, true)
  const { place } = enquiry
  const day = formatDate(enquiry.askedAt)
  // A task and the history are kept for good, so who asked stands in the enquiry alone.
  const task = await addTask(ctx, {
    what: place
      ? say("Answer the enquiry of {day} from {place}: see Enquiries", { day, place })
      : say("Answer the enquiry of {day}: see Enquiries", { day }),
    assigneeId: personOf(ctx.actor)?.personId ?? null,
    dueOn: null,
    groupId: null,
  })
  await record(ctx, {
    what: "enquiry.tasked",
    subject: ["enquiry", id],
    summary: say("Made a task of an enquiry"),
  })
  return { ...enquiry, task }
}
