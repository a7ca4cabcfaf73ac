import "server-only"
import { createHash } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { consultationResults } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { answeredOf, askedOf, nothingOf, onBehalfOf } from "../counted"
import { maySeeAll } from "../policy"
import { type Consultation, getConsultation, listQuestions, readSignedOff, type SignedOff } from "../queries"
import { type Facts, listFacts } from "../segments/queries"
import { numbersOf, type QuestionNumbers } from "./numbers"

/** A written answer, or the words beside “Other, please say”; `by` is the group's name, or null where answers are not named. */
export type Written = {
  key: string
  groupId: string | null
  by: string | null
  text: string
  quotable: boolean
}
/** What the groups said to one question. */
export type QuestionResult = QuestionNumbers & { written: Written[] }

/** Where a group stood when the consultation closed, with the facts of that day. */
export type FrozenGroup = {
  groupId: string
  group: string
  standing: "answered" | "nothing" | "drafting" | "waiting"
  facts: Facts
}
/** What is kept of a consultation when it closes. */
export type Frozen = { questions: QuestionNumbers[]; groups: FrozenGroup[] }

/** The numbers as they stood when it closed; null while it is open, and for the moments until they are worked out. */
export async function readFrozen(ctx: Ctx, id: string) {
  const [row] = await ctx.tx
    .select()
    .from(consultationResults)
    .where(eq(consultationResults.consultationId, id))
  return row ? { ...row, content: row.content as Frozen } : null
}

/** The numbers as they stand now, from today's answers and facts. */
export async function workOut(ctx: Ctx, consultation: Pick<Consultation, "id" | "partsBy">) {
  const { id, partsBy } = consultation
  const [asked, said] = await Promise.all([listQuestions(ctx, id), readSignedOff(ctx, id)])
  const facts = await listFacts(
    ctx,
    said.map(({ groupId }) => groupId),
  )
  return numbersOf(asked, said, facts, partsBy)
}

/** How many were asked and heard: frozen once it has closed. */
export async function countHeard(ctx: Ctx, id: string) {
  const of = sql`${id}::uuid`
  const [row] = await ctx.tx.execute<{ asked: number; answered: number; nothing: number; onBehalf: number }>(
    sql`select ${askedOf(of)} as asked, ${answeredOf(of)} as answered, ${nothingOf(of)} as nothing, ${onBehalfOf(of)} as "onBehalf"`,
  )
  return row ?? { asked: 0, answered: 0, nothing: 0, onBehalf: 0 }
}

/** May look at what came out: staff at any time, the groups that were asked once it has closed. */
export const mayReadResults = (ctx: Ctx, of: Consultation) =>
  maySeeAll(ctx.actor) || of.state === "closed" || of.state === "finished"

/**
 * What came out: signed-off answers only, drafts never. After closing the numbers are those that were frozen then.
 * Everybody sees the same numbers, files of staff included. Written answers: all for staff; for others only those that
 * may be quoted, as far as the group has not taken that back since.
 */
export async function getResults(ctx: Ctx, id: string) {
  const consultation = await getConsultation(ctx, id)
  ensure(mayReadResults(ctx, consultation), "You can read the results here once the consultation has closed.")
  const staff = maySeeAll(ctx.actor)
  const [frozen, heard, said] = await Promise.all([
    readFrozen(ctx, id),
    countHeard(ctx, id),
    readSignedOff(ctx, id),
  ])
  ensure(staff || frozen !== null, "The results are being put together. Please come back in a few minutes.")
  const numbers = frozen?.content.questions ?? (await workOut(ctx, consultation))
  return {
    consultation,
    staff,
    ...heard,
    frozenAt: frozen?.frozenAt ?? null,
    digest: frozen?.digest ?? null,
    questions: numbers.map(
      (question): QuestionResult => ({
        ...question,
        written: writtenOf(question.id, said, { staff, named: consultation.named }),
      }),
    ),
  }
}
export type Results = Awaited<ReturnType<typeof getResults>>

/** Tells nobody which group it is, nor which answers to two questions are of one group. */
const keyOf = (...of: string[]) => createHash("sha256").update(of.join()).digest("hex").slice(0, 16)

/** Written answers. Without names they stand in an order that has nothing to do with names. */
function writtenOf(
  questionId: string,
  said: SignedOff[],
  { staff, named }: { staff: boolean; named: boolean },
): Written[] {
  const written = said.flatMap(({ responseId, groupId, group, quotable, answers }) => {
    const value = answers[questionId]
    const text = value?.text ?? value?.says
    if (!text || !(staff || quotable)) return []
    const by = staff || named ? group : null
    return [{ key: keyOf(responseId, questionId), groupId: staff ? groupId : null, by, text, quotable }]
  })
  return staff || named ? written : written.sort((one, other) => one.key.localeCompare(other.key))
}
