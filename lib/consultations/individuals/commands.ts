import "server-only"
import { eq, sql } from "drizzle-orm"
import { consultations, individualAnswers } from "@/db/schema"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { within } from "../../access/limits/commands"
import { individualPath } from "../../access/links"
import { holdsLink } from "../../access/may"
import { postAll } from "../../email/commands"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { formatMoment, say } from "../../words"
import { answersTo, type Typed } from "../answering/several/input"
import { holdConsultation } from "../commands"
import { knowsWhose } from "../policy"
import type { AskPeople, SayForYourself } from "./input"
import { getOpenToPeople, type OwnAnswers } from "./queries"
import { isForPeople, NOT_FOR_PEOPLE } from "./words"

/** The link still opens what was said for so long after the day it closes, for that day may move. */
const KEPT_DAYS = 60

/** Said to whoever sends answers again and again. */
export const TOO_MANY_ANSWERS = new RuleBroken(
  say("That’s a lot of answers in a short time. Wait a quarter of an hour and send yours again."),
)

/** Lets people answer for themselves as well, or no longer: before it opens, or while nobody has. */
export async function askPeople(ctx: Ctx, { id, individuals }: AskPeople) {
  const of = await holdConsultation(ctx, id)
  if (of.state !== "draft" && of.state !== "open")
    throw new RuleBroken(say("This consultation isn’t open any more, so nobody else can be asked."))
  if (individuals && !knowsWhose(of)) throw new RuleBroken(NOT_FOR_PEOPLE, "individuals")
  if (!individuals && of.individuals) {
    const [some] = await ctx.tx
      .select({ id: individualAnswers.id })
      .from(individualAnswers)
      .where(eq(individualAnswers.consultationId, id))
      .limit(1)
    if (some)
      throw new RuleBroken(
        say("Somebody has already answered for themselves, so this stays as it is."),
        "individuals",
      )
  }
  await ctx.tx.update(consultations).set({ individuals }).where(eq(consultations.id, id))
  await record(ctx, {
    what: "consultation.changed",
    subject: ["consultation", id],
    summary: individuals
      ? say("People can answer “{title}” for themselves", { title: of.title })
      : say("People can’t answer “{title}” for themselves", { title: of.title }),
    from: { individuals: of.individuals },
    to: { individuals },
  })
  return { id, individuals }
}

function ensureSomething(answers: Record<string, unknown>) {
  if (Object.keys(answers).length === 0) throw new RuleBroken(say("Answer at least one of the questions."))
}

/** Held open until it is written: nothing comes in after closing. */
async function holdOpenToPeople(ctx: Ctx, id: string) {
  await ctx.tx.execute(sql`select from consultations where id = ${id}::uuid for share`)
  return getOpenToPeople(ctx, id)
}

/**
 * Keeps what somebody said for themselves until they confirm it, and writes to them for that. It isn't in the history, for
 * its time there would tell who said it.
 */
export async function sayForYourself(ctx: Ctx, { id, email, said }: SayForYourself) {
  return readingAll(ctx, "what people say for themselves is theirs alone to confirm", async () => {
    const { consultation, questions } = await holdOpenToPeople(ctx, id)
    const typed = answersTo(questions.filter(isForPeople), said)
    ensureSomething(typed)
    await within(`individual-address:${ctx.lio.id}:${email}`, 5, TOO_MANY_ANSWERS)
    const [kept] = await ctx.tx
      .insert(individualAnswers)
      .values({ lioId: ctx.lio.id, consultationId: id, email, typed, typedAt: ctx.now })
      .onConflictDoUpdate({
        target: [individualAnswers.lioId, individualAnswers.consultationId, individualAnswers.email],
        set: { typed, typedAt: ctx.now },
      })
      .returning({ id: individualAnswers.id })
    const expires = new Date(consultation.closesAt.getTime() + KEPT_DAYS * 86_400_000)
    const url = individualPath(ctx.lio, found(kept).id, expires)
    await postAll(ctx, [
      {
        letter: "consultation-confirm",
        stream: "service",
        to: { email },
        props: {
          title: consultation.title,
          closes: formatMoment(consultation.closesAt, ctx.lio.timezone),
          url,
        },
      },
    ])
    return { id, url }
  })
}

/** Confirms what somebody said for themselves, as it now is in the form: from here on it counts. */
export async function confirmForYourself(ctx: Ctx, own: OwnAnswers, said: Record<string, Typed>) {
  ensure(holdsLink(ctx.actor, "individual", own.id))
  return readingAll(ctx, "what people say for themselves is theirs alone to confirm", async () => {
    if (!own.open)
      throw new RuleBroken(say("This consultation has closed, so answers can no longer be changed."))
    const { questions } = await holdOpenToPeople(ctx, own.consultation.id)
    const answers = answersTo(questions.filter(isForPeople), said)
    ensureSomething(answers)
    await ctx.tx
      .update(individualAnswers)
      .set({ typed: answers, answers, typedAt: ctx.now })
      .where(eq(individualAnswers.id, own.id))
  })
}
