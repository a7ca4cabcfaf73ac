import "server-only"
import { eq } from "drizzle-orm"
import { questionBlocks } from "@/db/schema"
import type { BlockQuestion } from "@/db/schema/question-blocks"
import { keys } from "@/db/vocabulary"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say, sayCount } from "../../words"
import { takeAlong } from "../languages/commands"
import { readElsewhere } from "../languages/queries"
import { type InLanguages, idsAnew } from "../languages/words"
import { mayKeepConsultations } from "../policy"
import { getConsultation, listQuestions } from "../queries"
import { addQuestions } from "../questions/commands"
import { anew } from "../questions/showing/words"
import type { PutBlock, RemoveBlock, SaveBlock } from "./input"

const REFUSED = say("Only workers and managers can do this.")

/** Keeps questions of a consultation as a block, in their order. What they hang on has to be among them. */
export async function saveBlock(ctx: Ctx, { consultationId, name, questionIds }: SaveBlock) {
  ensure(mayKeepConsultations(ctx.actor), REFUSED)
  const { title } = await getConsultation(ctx, consultationId)
  const all = await listQuestions(ctx, consultationId)
  const chosen = all.filter(({ id }) => questionIds.includes(id))
  if (chosen.length < new Set(questionIds).size)
    throw new RuleBroken(
      say("One of these questions isn’t there any more. Open the page again."),
      "questionIds",
    )
  const alone = chosen.find(({ setting }) => setting.onlyIf && !questionIds.includes(setting.onlyIf.question))
  if (alone)
    throw new RuleBroken(
      say(
        "“{title}” is only for groups that answered “{other}” in a certain way. Choose that question as well.",
        {
          title: alone.title,
          other: all.find(({ id }) => id === alone.setting.onlyIf?.question)?.title ?? "",
        },
      ),
      "questionIds",
    )
  const fresh = anew(chosen)
  const elsewhere = await readElsewhere(ctx, consultationId, idsAnew(chosen, fresh))
  const [made] = await ctx.tx
    .insert(questionBlocks)
    .values({
      ...{ lioId: ctx.lio.id, name, questions: fresh.map((one) => withOthers(one, elsewhere)) },
      createdAt: ctx.now,
      createdBy: personOf(ctx.actor)?.personId ?? null,
    })
    .onConflictDoNothing()
    .returning({ id: questionBlocks.id })
  if (!made) throw new RuleBroken(say("There’s already a block with this name. Choose another."), "name")
  await record(ctx, {
    what: "question_block.saved",
    subject: ["question_block", made.id],
    summary: say("Saved questions of “{title}” as the block “{name}”", { title, name }),
  })
  return { id: made.id, consultationId, name }
}

/** A question as a block keeps it, with its words in the languages that it has. */
function withOthers(question: BlockQuestion, elsewhere: InLanguages): BlockQuestion {
  const also = Object.entries(elsewhere).flatMap(([language, texts]) =>
    texts[question.id] ? [[language, texts[question.id]]] : [],
  )
  return also.length > 0 ? { ...question, also: Object.fromEntries(also) } : question
}

/** The words of a block’s questions in other languages, by the ids that they have now. */
function othersOf(questions: readonly BlockQuestion[], fresh: readonly { id: string }[]): InLanguages {
  const others: InLanguages = {}
  for (const [at, { also = {} }] of questions.entries())
    for (const language of keys(also)) {
      const parts = also[language]
      const id = fresh[at]?.id
      if (id && parts) others[language] = { ...others[language], [id]: parts }
    }
  return others
}

/** Puts the questions of a block into a draft, after those that it has. */
export async function putBlock(ctx: Ctx, { consultationId, blockId }: PutBlock) {
  ensure(mayKeepConsultations(ctx.actor), REFUSED)
  const [block] = await ctx.tx.select().from(questionBlocks).where(eq(questionBlocks.id, blockId))
  const { name, questions } = found(block)
  const fresh = anew(questions)
  const { added } = await addQuestions(ctx, { consultationId, questions: fresh })
  await takeAlong(ctx, consultationId, othersOf(questions, fresh), { adds: false })
  return {
    ...{ consultationId, name },
    added: sayCount(added, { one: "{count} question", other: "{count} questions" }),
  }
}

/** Removes a block. Consultations that its questions went into keep them. */
export async function removeBlock(ctx: Ctx, { id }: RemoveBlock) {
  ensure(mayKeepConsultations(ctx.actor), REFUSED)
  const [gone] = await ctx.tx.delete(questionBlocks).where(eq(questionBlocks.id, id)).returning()
  const { name, questions } = found(gone)
  await record(ctx, {
    what: "question_block.removed",
    subject: ["question_block", id],
    summary: say("Removed the block of questions “{name}”", { name }),
    from: { name, questions },
  })
  return { id, name }
}
