import { letters, networkGroups, networks } from "@/db/schema"
import * as make from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { saveAnswerInput } from "@/lib/consultations/answering/input"
import { openResponse } from "@/lib/consultations/answering/queries"
import { planConsultation } from "@/lib/consultations/commands"
import { planInput } from "@/lib/consultations/input"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { listQuestions } from "@/lib/consultations/queries"
import { addQuestion } from "@/lib/consultations/questions/commands"
import { addQuestionInput } from "@/lib/consultations/questions/input"
import { signOffResponse } from "@/lib/consultations/signing/commands"
import { world } from "./world"

const DAY = 86_400_000
export const inDays = (days: number) => new Date(Date.now() + days * DAY)
export const day = (days: number) => inDays(days).toISOString().slice(0, 10)

/** The world with a network of two groups to ask, and a second member of the food bank. */
export async function consulting() {
  const w = await world()
  const second = await w.system((ctx) =>
    make.speaker(ctx, {
      name: "Aisha Two",
      email: "aisha@ribble.example",
      groups: [w.foodbank],
      speaks: "member",
    }),
  )
  const network = await w.system(async (ctx) => {
    const [made] = await ctx.tx
      .insert(networks)
      .values({ lioId: ctx.lio.id, name: "Food network" })
      .returning()
    const joined = [w.foodbank, w.choir].map(({ id }) => ({
      lioId: ctx.lio.id,
      networkId: made?.id ?? "",
      groupId: id,
      joinedAt: ctx.now,
    }))
    await ctx.tx.insert(networkGroups).values(joined)
    return made?.id ?? ""
  })
  const planned = (over: Record<string, unknown> = {}) =>
    planInput.parse({
      title: "Do the buses work?",
      audience: `network:${network}`,
      closesOn: day(90),
      ...over,
    })
  const asked = (consultationId: string, over: Record<string, unknown> = {}) =>
    addQuestionInput.parse({
      consultationId,
      kind: "single",
      title: "Do you use the bus?",
      options: "Daily\nWeekly\nNever",
      ...over,
    })
  /** A draft with four questions, one of each kind. */
  const draft = (over: Record<string, unknown> = {}) =>
    w.asWorker(async (ctx) => {
      const { id } = await planConsultation(ctx, planned(over))
      await addQuestion(ctx, asked(id, { required: "yes" }))
      await addQuestion(
        ctx,
        asked(id, { kind: "multiple", title: "What is missing?", options: "Evenings\nSundays" }),
      )
      await addQuestion(ctx, asked(id, { kind: "scale", title: "How much does it matter?", steps: "5" }))
      await addQuestion(ctx, asked(id, { kind: "text", title: "Tell us about one time." }))
      return { id, questions: await listQuestions(ctx, id) }
    })
  const open = async (over: Record<string, unknown> = {}) => {
    const made = await draft(over)
    return {
      ...made,
      ...(await w.asWorker((ctx) => openConsultation(ctx, { id: made.id, periodReason: null }))),
    }
  }
  type Open = Awaited<ReturnType<typeof open>>
  return {
    w,
    second,
    network,
    planned,
    asked,
    draft,
    open,
    asAisha: <T>(work: (ctx: Ctx) => Promise<T>) => w.as("aisha@ribble.example", work),
    /** An answer of the food bank as its form sends it. */
    said: (
      of: Pick<Open, "id" | "questions">,
      at: number,
      answer: string | string[],
      over: Record<string, unknown> = {},
    ) =>
      saveAnswerInput.parse({
        id: of.id,
        questionId: of.questions[at]?.id,
        version: 0,
        answer,
        group: w.foodbank.id,
        ...over,
      }),
    /** Reads the answers, and sends them. */
    sign: async (ctx: Ctx, of: { id: string }, group = w.foodbank.id) => {
      const { seen } = await openResponse(ctx, of.id, group)
      return signOffResponse(ctx, { id: of.id, group, seen, quotes: "public" })
    },
    postedFor: (title: string) =>
      w.system(async (ctx) =>
        (await ctx.tx.select().from(letters)).filter(({ props }) => props?.title === title),
      ),
  }
}
