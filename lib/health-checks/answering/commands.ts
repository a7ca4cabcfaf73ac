import "server-only"
import { eq, sql } from "drizzle-orm"
import { healthCheckAnswers, healthChecks } from "@/db/schema"
import { HEALTH_ANSWERS } from "@/db/vocabulary"
import { type Ctx, personIdOf } from "../../access/ctx"
import { holdsLink } from "../../access/may"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { mayWorkOn } from "../policy"
import { listQuestions } from "../queries"
import type { GiveAnswer, RecordAnswers } from "./input"

/** A check that is being answered, kept from others until this is done. */
async function lockOpen(ctx: Ctx, id: string) {
  ensure(mayWorkOn(ctx.actor, id), say("Only workers and managers can write down a group’s answers."))
  const [row] = await ctx.tx.select().from(healthChecks).where(eq(healthChecks.id, id)).for("update")
  const check = found(row)
  if (check.handedInAt)
    throw new RuleBroken(say("This health check has been handed in. Its answers stay as they are."))
  if (!holdsLink(ctx.actor, "health-check", id) && (!check.consentedAt || check.withdrawnAt))
    throw new RuleBroken(
      say("The group answers this check by itself. You can write down answers only while it agrees."),
    )
  return check
}

type Given = GiveAnswer & {
  /** What the form calls its fields; nothing for a form of one question. */
  row?: string
}

/** Each answer stays readable beside those that come after it, to whoever may read the check. */
async function keepAnswers(ctx: Ctx, checkId: string, news: Given[]) {
  if (news.length === 0) return
  const common = { lioId: ctx.lio.id, checkId, at: ctx.now, byPersonId: personIdOf(ctx.actor) }
  await ctx.tx
    .insert(healthCheckAnswers)
    .values(news.map(({ questionId, answer }) => ({ ...common, questionId, answer })))
}

async function write(ctx: Ctx, checkId: string, given: Given[]) {
  const kept = new Map((await listQuestions(ctx, checkId)).map((question) => [question.id, question]))
  const news = given.filter(({ questionId, answer }) => found(kept.get(questionId)).answer !== answer)
  const overtaken = news.find(({ questionId, version }) => found(kept.get(questionId)).version !== version)
  if (overtaken) {
    const { row = "", questionId } = overtaken
    const { answer, answeredBy, version } = found(kept.get(questionId))
    throw new RuleBroken(
      say(
        "{name} answered “{answer}” while this page was open. Choose the answer that should stand, and go on.",
        { name: answeredBy ?? say("Somebody in the group"), answer: answer ? HEALTH_ANSWERS[answer] : "" },
      ),
      `${row}answer`,
      { [`${row}version`]: String(version) },
    )
  }
  await keepAnswers(ctx, checkId, news)
  await ctx.tx.execute(sql`
    update health_check_questions q set answer = n.answer, answered_at = ${ctx.now.toISOString()}::timestamptz,
      answered_by_id = ${personIdOf(ctx.actor)}::uuid, version = q.version + 1
    from json_to_recordset(${JSON.stringify(news)}::json) as n("questionId" uuid, answer text)
    where q.id = n."questionId" and q.check_id = ${checkId}`)
  await ctx.tx
    .update(healthChecks)
    .set({ startedAt: sql`coalesce(${healthChecks.startedAt}, ${ctx.now.toISOString()}::timestamptz)` })
    .where(eq(healthChecks.id, checkId))
}

/** Answers one question. Refused when somebody else has answered it otherwise since the page was opened. */
export async function giveAnswer(ctx: Ctx, checkId: string, given: GiveAnswer): Promise<void> {
  await lockOpen(ctx, checkId)
  await write(ctx, checkId, [given])
}

/** Writes whether staff may see a check from now on. Who may say so is settled before. */
async function writeShare(ctx: Ctx, checkId: string, share: boolean): Promise<void> {
  const [row] = await ctx.tx.select().from(healthChecks).where(eq(healthChecks.id, checkId)).for("update")
  const check = found(row)
  const shared = check.consentedAt !== null && check.withdrawnAt === null
  if (share === shared) return
  await ctx.tx
    .update(healthChecks)
    .set({
      ...(share ? { consentedAt: ctx.now, withdrawnAt: null } : { withdrawnAt: ctx.now }),
      consentById: personIdOf(ctx.actor),
    })
    .where(eq(healthChecks.id, checkId))
  await record(ctx, {
    what: share ? "health_check.shared" : "health_check.kept_back",
    subject: ["health-check", checkId],
    groupIds: [check.groupId],
    summary: share
      ? say("Let {lio} see the health check", { lio: ctx.lio.name })
      : say("Stopped sharing the health check with {lio}", { lio: ctx.lio.name }),
  })
}

/** The group hands its check in, and says whether staff may see it. Nothing is left out unseen: every question is answered. */
export async function handIn(ctx: Ctx, checkId: string, share: boolean): Promise<void> {
  const check = await lockOpen(ctx, checkId)
  const open = (await listQuestions(ctx, checkId)).filter(({ answer }) => answer === null)
  if (open.length > 0)
    throw new RuleBroken(
      say("Some questions have no answer yet. Answer them first; “Don’t know” is an answer, too."),
    )
  const by = personIdOf(ctx.actor)
  await ctx.tx
    .update(healthChecks)
    .set({ handedInAt: ctx.now, handedInById: by })
    .where(eq(healthChecks.id, checkId))
  await record(ctx, {
    what: "health_check.handed_in",
    subject: ["health-check", checkId],
    groupIds: [check.groupId],
    summary: say("Handed in a health check"),
  })
  await writeShare(ctx, checkId, share)
}

/** The group lets staff see its check, or doesn’t any more. Only the group can say so. */
export async function shareCheck(ctx: Ctx, checkId: string, share: boolean): Promise<void> {
  ensure(holdsLink(ctx.actor, "health-check", checkId), say("Only the group can say who sees its answers."))
  await writeShare(ctx, checkId, share)
}

/** Staff write down what the group says, all of it or a part; once all is answered they can hand it in for the group. */
export async function recordAnswers(ctx: Ctx, { id, answers, button }: RecordAnswers) {
  await lockOpen(ctx, id)
  const given = answers.flatMap(({ answer, ...one }, at): Given[] =>
    answer === "" ? [] : [{ ...one, answer, row: `answers.${at}.` }],
  )
  await write(ctx, id, given)
  if (button === "done") await handIn(ctx, id, true)
  return { id, done: button === "done" }
}
