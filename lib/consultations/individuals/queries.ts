import "server-only"
import { sql } from "drizzle-orm"
import type { AnswerValue } from "@/db/schema/asking"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { asLink } from "../../access/doors"
import { ensure, found, SignedOut } from "../../errors"
import { say } from "../../words"
import { inChosenLanguage } from "../languages/queries"
import { maySeeAll } from "../policy"
import { listQuestions, type Question } from "../queries"
import { numbersOf } from "../results/numbers"
import { LEAST } from "../small-numbers"
import { type People, peopleSaid } from "./words"

/** A consultation that people may answer for themselves, as anybody reads of it. */
export type OpenToPeople = {
  id: string
  title: string
  about: string | null
  body: string | null
  minutes: number
  closesAt: Date
}

const openNow = (ctx: Ctx) => sql`c.individuals and c.opened_at is not null and c.closed_at is null
  and c.closes_at > ${ctx.now.toISOString()}::timestamptz`

/** The consultations that people may answer for themselves just now, soonest to close first. Public. */
export const listOpenToPeople = (ctx: Ctx) =>
  readingAll(ctx, "what people may answer for themselves is public", async () => {
    const rows = await ctx.tx.execute<Omit<OpenToPeople, "closesAt"> & { closesAt: string }>(sql`
      select c.id, c.title, c.about, b.name as body, c.minutes, c.closes_at as "closesAt"
      from consultations c left join groups b on b.id = c.body_id where ${openNow(ctx)} order by c.closes_at, c.id`)
    return rows.map((row): OpenToPeople => ({ ...row, closesAt: new Date(row.closesAt) }))
  })

/** One of them with its questions, in the language that was chosen. NotFound where people aren't asked, or no longer. Public. */
export const getOpenToPeople = (ctx: Ctx, id: string, chosen: string | null = null) =>
  readingAll(ctx, "what people may answer for themselves is public", async () => {
    const consultation = found((await listOpenToPeople(ctx)).find((one) => one.id === id))
    const answering = { questions: await listQuestions(ctx, id) }
    const read = await inChosenLanguage(ctx, { consultation, answering }, chosen)
    return {
      consultation: read.consultation,
      questions: read.answering?.questions ?? [],
      languages: read.languages,
    }
  })

/**
 * What people could answer for themselves until it closed: since when it’s closed, and the latest published edition of what
 * was said. Nothing where it’s open or never was. Public.
 */
export const findClosedToPeople = (ctx: Ctx, id: string) =>
  readingAll(ctx, "what people could answer for themselves was public", async () => {
    const [row] = await ctx.tx.execute<{ title: string; closedAt: string; edition: number | null }>(sql`
      select c.title, coalesce(c.stopped_at, c.closed_at, c.closes_at) as "closedAt", (
        select max(f.edition) from consultation_results f
        where f.consultation_id = c.id and f.published_at is not null and f.withdrawn_at is null) as edition
      from consultations c where c.id = ${id}::uuid and c.individuals and c.opened_at is not null and not (${openNow(ctx)})`)
    return row ? { ...row, closedAt: new Date(row.closedAt) } : null
  })

/** Somebody's own answers: to which consultation, and what they say. `open`: they can still be changed. */
export type OwnAnswers = {
  id: string
  consultation: OpenToPeople
  questions: Question[]
  said: Record<string, AnswerValue>
  counted: boolean
  open: boolean
}

async function readOwn(ctx: Ctx, id: string): Promise<OwnAnswers | null> {
  const [row] = await ctx.tx.execute<
    Omit<OpenToPeople, "closesAt"> & {
      closesAt: string
      typed: OwnAnswers["said"]
      counted: boolean
      open: boolean
    }
  >(sql`
    select c.id, c.title, c.about, b.name as body, c.minutes, c.closes_at as "closesAt", a.typed, a.answers is not null as counted, ${openNow(ctx)} as open
    from individual_answers a join consultations c on c.id = a.consultation_id left join groups b on b.id = c.body_id
    where a.id = ${id}::uuid and a.email is not null`)
  if (!row) return null
  const { typed, counted, open, closesAt, ...about } = row
  const questions = await listQuestions(ctx, row.id)
  return {
    id,
    consultation: { ...about, closesAt: new Date(closesAt) },
    ...{ questions, said: typed, counted, open },
  }
}

/** Opens the door for whoever holds the link to their own answers, to those and nothing else. SignedOut once they are gone. */
export function byIndividualLink<T>(
  { lio, key }: { lio: string; key: string },
  work: (ctx: Ctx, own: OwnAnswers) => Promise<T>,
  now?: Date,
): Promise<T> {
  return asLink(
    { lio, purpose: "individual", key },
    async (ctx, { about }) => {
      const own = about
        ? await readingAll(ctx, "the link shows what was said with it", () => readOwn(ctx, about))
        : null
      if (!own) throw new SignedOut(say("This link has expired."))
      return work(ctx, own)
    },
    { now },
  )
}

/** How many people have answered for themselves and confirmed it. */
export async function countPeople(ctx: Ctx, consultationId: string): Promise<number> {
  ensure(maySeeAll(ctx.actor))
  const [row] = await ctx.tx.execute<{ answered: number }>(sql`
    select count(*)::int as answered from individual_answers
    where consultation_id = ${consultationId}::uuid and answers is not null`)
  return row?.answered ?? 0
}

const readSaid = async (ctx: Ctx, consultationId: string) => [
  ...(await ctx.tx.execute<{ answers: Record<string, AnswerValue> }>(sql`
    select answers from individual_answers where consultation_id = ${consultationId}::uuid and answers is not null order by id`)),
]

/** What people said for themselves, as it is kept at closing: totals only, and none of fewer than five. */
export async function workOutPeople(ctx: Ctx, consultationId: string): Promise<People> {
  const [questions, said] = await Promise.all([
    listQuestions(ctx, consultationId),
    readSaid(ctx, consultationId),
  ])
  const heard = said.map(({ answers }, at) => ({ groupId: String(at), answers }))
  const numbers = heard.length < LEAST ? [] : numbersOf(questions, heard, new Map(), "none", "people")
  return { answered: heard.length, questions: numbers.flatMap(peopleSaid) }
}

/** What people wrote, by question, in an order that tells nothing of them. For staff, once it has closed; nothing of fewer than five. */
export async function listPeopleWrote(
  ctx: Ctx,
  { id, closedAt }: { id: string; closedAt: Date | null },
): Promise<{ number: number; title: string; texts: string[] }[]> {
  ensure(maySeeAll(ctx.actor))
  if (!closedAt) return []
  const [questions, said] = await Promise.all([listQuestions(ctx, id), readSaid(ctx, id)])
  return questions.flatMap(({ id: questionId, title }, at) => {
    const texts = said
      .flatMap(({ answers }) => answers[questionId]?.text ?? answers[questionId]?.says ?? [])
      .toSorted()
    return texts.length >= LEAST ? [{ number: at + 1, title, texts }] : []
  })
}
