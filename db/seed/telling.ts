import type { Ctx } from "@/lib/access/ctx"
import { asPerson } from "@/lib/access/doors"
import { codeAgain } from "@/lib/consultations/codebook/commands"
import { getCodebook } from "@/lib/consultations/codebook/queries"
import { takePassage } from "@/lib/consultations/passages/commands"
import { listAnswersToRead } from "@/lib/consultations/passages/queries"
import type { Place } from "./base"
import type { Asked } from "./consultations"
import type { Talk } from "./networks"
import { CAST } from "./story/people"

const DAY = 86_400_000

/** What the thread is told of, and when. */
export type Story = { lio: string; place: Place; talk: Talk; now: Date }
type Taken = { group: string; question: string; quote: string; code: string }

/** Something that staff did so many days ago. */
export const staff = <T>({ lio, now }: Story, daysAgo: number, work: (ctx: Ctx) => Promise<T>) =>
  asPerson(lio, { email: CAST.worker.email }, work, { now: new Date(now.getTime() - daysAgo * DAY) })

/** Takes these words out of what was sent, each under its code. Returns the passages. */
export async function take(ctx: Ctx, asked: Asked, taken: readonly Taken[]) {
  const answers = await listAnswersToRead(ctx, asked.id)
  const ids: string[] = []
  for (const { group, question, quote, code } of taken) {
    const responseId = answers.find((one) => one.group === group)?.responseId ?? ""
    const questionId = asked.questions.get(question) ?? ""
    const passage = await takePassage(ctx, {
      consultationId: asked.id,
      responseId,
      questionId,
      quote,
      codeIds: [],
      newCode: code,
      note: null,
    })
    ids.push(passage.id)
  }
  return ids
}

/** A second colleague codes the same passages alone, each under the code of this name. */
export const codeAlone = (
  { lio, now }: Story,
  daysAgo: number,
  asked: Asked,
  passages: string[],
  codes: string[],
) =>
  asPerson(
    lio,
    { email: CAST.manager.email },
    async (ctx) => {
      const { entries } = await getCodebook(ctx, asked.id)
      for (const [at, id] of passages.entries())
        await codeAgain(ctx, {
          id,
          codeIds: entries.flatMap((one) => (one.name === codes[at] ? [one.id] : [])),
        })
    },
    { now: new Date(now.getTime() - daysAgo * DAY) },
  )
