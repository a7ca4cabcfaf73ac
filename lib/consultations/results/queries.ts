import "server-only"
import { desc, eq, sql } from "drizzle-orm"
import { consultationResults } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { say } from "../../words"
import { countingOnce, heardNow, heardOf } from "../counted"
import type { People } from "../individuals/words"
import { knowsWhose, mayReadResults, maySeeAll } from "../policy"
import {
  type Consultation,
  getConsultation,
  listQuestions,
  type Question,
  readSignedOff,
  type SignedOff,
} from "../queries"
import { type Facts, type Grain, grainOf, listFacts } from "../segments/queries"
import { opinionsOf } from "../statements/numbers"
import { numbersOf, type QuestionNumbers } from "./numbers"
import { listWritten, NOTHING_WRITTEN, type WrittenPage } from "./written/queries"

/** What the groups said to one question, as it was asked; of what they wrote, the first few. */
export type QuestionResult = QuestionNumbers & WrittenPage & Pick<Question, "setting">

/** Where a group stood when the consultation closed, with the facts of that day. */
export type FrozenGroup = {
  groupId: string
  group: string
  standing: "answered" | "nothing" | "drafting" | "waiting"
  facts: Facts
}
/** What is kept of a consultation when it closes. */
export type Frozen = {
  questions: QuestionNumbers[]
  groups: FrozenGroup[]
  /** The areas of all its numbers; none in those from before it was kept. */
  grain?: Grain
  /** What people said for themselves, where they could. */
  people?: People
}

/** The numbers as they stood when it closed; null while it is open, and for the moments until they are worked out. */
export async function readFrozen(ctx: Ctx, id: string) {
  const [row] = await ctx.tx
    .select()
    .from(consultationResults)
    .where(eq(consultationResults.consultationId, id))
    .orderBy(desc(consultationResults.edition))
    .limit(1)
  return row ? { ...row, content: row.content as Frozen } : null
}

/**
 * The numbers as they stand now, from today's answers and facts; `closing`: with groups of opinion, which take their time.
 * `answers`: those to count, by whoever closes it or corrects its numbers; sealed ones are opened by then.
 */
export async function workOut(
  ctx: Ctx,
  consultation: Pick<Consultation, "id" | "partsBy">,
  { closing = false, answers }: { closing?: boolean; answers?: SignedOff[] } = {},
) {
  const { id, partsBy } = consultation
  const [questions, responses, grain] = await Promise.all([
    listQuestions(ctx, id),
    answers ?? readSignedOff(ctx, id),
    grainOf(ctx, id),
  ])
  const groupIds = responses.map(({ groupId }) => groupId)
  const facts = await listFacts(ctx, groupIds, grain)
  return numbersOf(questions, responses, facts, partsBy).map((numbers, at) => {
    const question = questions[at]
    if (!closing || question?.kind !== "statements") return numbers
    return { ...numbers, opinions: opinionsOf(question, responses, partsBy === "every") }
  })
}

type Heard = { asked: number; answered: number; nothing: number; onBehalf: number }
const NONE: Heard = { asked: 0, answered: 0, nothing: 0, onBehalf: 0 }

/** How many were asked and heard: frozen once it has closed. */
export async function countHeard(ctx: Ctx, id: string): Promise<Heard> {
  const of = sql`${id}::uuid`
  const [row] = await ctx.tx.execute<Heard>(sql`${countingOnce(of)} select ${heardOf(of)}`)
  return row ?? NONE
}

/** The same as it stands now, whatever was frozen. */
export async function countHeardNow(ctx: Ctx, id: string): Promise<Heard> {
  const of = sql`${id}::uuid`
  const [row] = await ctx.tx.execute<Heard>(sql`${countingOnce(of)} select ${heardNow(of)}`)
  return row ?? NONE
}

/** A consultation whose results the asker may read, with its frozen numbers: groups wait until those are there. */
async function openResults(ctx: Ctx, id: string) {
  const consultation = await getConsultation(ctx, id)
  ensure(
    mayReadResults(ctx.actor, consultation),
    say("You can read the results here once the consultation has closed."),
  )
  const staff = maySeeAll(ctx.actor)
  const frozen = await readFrozen(ctx, id)
  ensure(
    staff || frozen !== null,
    say("The results are being put together. Please come back in a few minutes."),
  )
  return { consultation, staff, frozen }
}

/**
 * What came out: signed-off answers only, drafts never. After closing the numbers are those that were frozen then.
 * Everybody sees the same numbers, files of staff included.
 */
export async function getResults(ctx: Ctx, id: string) {
  const [{ consultation, staff, frozen }, heard] = await Promise.all([
    openResults(ctx, id),
    countHeard(ctx, id),
  ])
  const counts = knowsWhose(consultation) && consultation.state !== "stopped"
  const numbers = frozen?.content.questions ?? (counts ? await workOut(ctx, consultation) : [])
  const ids = numbers.map((question) => question.id)
  const [written, asked] = await Promise.all([listWritten(ctx, consultation, ids), listQuestions(ctx, id)])
  const settings = new Map(asked.map((question) => [question.id, question.setting]))
  return {
    consultation,
    staff,
    ...heard,
    frozenAt: frozen?.frozenAt ?? null,
    digest: frozen?.digest ?? null,
    /** The edition that anybody may read, where the latest is published. */
    published: frozen?.publishedAt && !frozen.withdrawnAt ? frozen.edition : null,
    /** What people said for themselves; null where they weren't asked, or before it was counted. */
    people: frozen?.content.people ?? null,
    questions: numbers.map(
      (question): QuestionResult => ({
        ...question,
        ...(written.get(question.id) ?? NOTHING_WRITTEN),
        setting: settings.get(question.id) ?? {},
      }),
    ),
  }
}
export type Results = Awaited<ReturnType<typeof getResults>>

/** So many written answers to a page of their own. */
export const WRITTEN_PAGE = 50

/** A page of the written answers to the question of this number, from 1. */
export async function getWritten(ctx: Ctx, id: string, { number, page }: { number: number; page: number }) {
  const { consultation, staff } = await openResults(ctx, id)
  const question = found((await listQuestions(ctx, id))[number - 1])
  const read = await listWritten(ctx, consultation, [question.id], { page, size: WRITTEN_PAGE })
  const written = read.get(question.id) ?? NOTHING_WRITTEN
  return { consultation, question: { number, title: question.title }, staff, ...written }
}
