import "server-only"
import { alsoAsked, consultations } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say, sayCount } from "../../words"
import type { ConsultationId, TakeQuestions } from "../input"
import { listAlsoAsked } from "../invitations/queries"
import { takeAlong } from "../languages/commands"
import { readElsewhere } from "../languages/queries"
import { ITSELF, idsAnew } from "../languages/words"
import { mayKeepConsultations } from "../policy"
import { getConsultation, listQuestions } from "../queries"
import { addQuestions } from "../questions/commands"
import { anew } from "../questions/showing/words"

/** Makes a draft from another consultation: its plan, questions and audience, in all its languages, without its dates, its email and its answers. */
export async function copyConsultation(ctx: Ctx, { id }: ConsultationId) {
  ensure(mayKeepConsultations(ctx.actor), say("Only workers and managers can do this."))
  const from = await getConsultation(ctx, id)
  const { about, bodyId, networkId, viewQuery, minutes, naming, partsBy, individuals } = from
  const [made] = await ctx.tx
    .insert(consultations)
    .values({
      ...{ about, bodyId, networkId, viewQuery, minutes, naming, partsBy, individuals },
      title: say("Copy of {title}", { title: from.title }).slice(0, 200),
      lioId: ctx.lio.id,
      createdAt: ctx.now,
      createdBy: personOf(ctx.actor)?.personId,
    })
    .returning({ id: consultations.id })
  const copy = found(made)
  const also = await listAlsoAsked(ctx, id)
  if (also.length > 0)
    await ctx.tx
      .insert(alsoAsked)
      .values(also.map((group) => ({ lioId: ctx.lio.id, consultationId: copy.id, groupId: group.id })))
  const its = await listQuestions(ctx, id)
  const questions = anew(its)
  if (questions.length > 0) await addQuestions(ctx, { consultationId: copy.id, questions })
  const ids = idsAnew([{ id: ITSELF }, ...its], [{ id: ITSELF }, ...questions])
  await takeAlong(ctx, copy.id, await readElsewhere(ctx, id, ids), { adds: true })
  await record(ctx, {
    what: "consultation.planned",
    subject: ["consultation", copy.id],
    summary: say("Began a consultation as a copy of “{title}”", { title: from.title }),
  })
  return { id: copy.id, title: from.title }
}

/** Takes the questions of another consultation over into a draft, after those that it has. */
export async function takeQuestions(ctx: Ctx, { id, fromId }: TakeQuestions) {
  ensure(mayKeepConsultations(ctx.actor), say("Only workers and managers can do this."))
  const from = await getConsultation(ctx, fromId)
  const its = await listQuestions(ctx, fromId)
  const questions = anew(its)
  if (questions.length === 0)
    throw new RuleBroken(say("“{title}” has no questions.", { title: from.title }), "fromId")
  const { added } = await addQuestions(ctx, { consultationId: id, questions })
  await takeAlong(ctx, id, await readElsewhere(ctx, fromId, idsAnew(its, questions)), { adds: false })
  return {
    id,
    added: sayCount(added, { one: "{count} question", other: "{count} questions" }),
    title: from.title,
  }
}
