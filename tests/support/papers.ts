import { sql } from "drizzle-orm"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { takePassage } from "@/lib/consultations/passages/commands"
import { addAsk, pinPassage } from "@/lib/representations/asks/commands"
import { startRepresentation } from "@/lib/representations/commands"
import { publishRepresentation } from "@/lib/representations/publishing/commands"
import { recordReply } from "@/lib/representations/replies/commands"
import { sendRepresentation } from "@/lib/representations/sending/commands"
import { getPublished } from "@/lib/representations/versions/queries"
import { consulting } from "./consulting"

/** Consultations that two groups answered, and papers that rest on their words. */
export async function papers() {
  const c = await consulting()
  const { w, open, said, sign } = c
  const WORDS = "The last bus left without us. Nobody came back."

  /** A consultation in which the food bank sent its words by its lead, and the choir's were typed in by staff. */
  async function heard(over: Record<string, unknown> = {}) {
    const of = await open(over)
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1")))
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 3, WORDS)))
    await w.asLead((ctx) => sign(ctx, of))
    await w.asWorker((ctx) => saveAnswer(ctx, said(of, 0, "o3", { group: w.choir.id })))
    await w.asWorker((ctx) => saveAnswer(ctx, said(of, 3, "We sing at home now.", { group: w.choir.id })))
    await w.asWorker((ctx) => sign(ctx, of, w.choir.id))
    return of
  }
  type Heard = Awaited<ReturnType<typeof heard>>

  /** A representation with one ask that rests on both groups' words. */
  async function drafted(of: Heard) {
    return w.asWorker(async (ctx) => {
      const { id } = await startRepresentation(ctx, {
        title: "Buses",
        bodyId: w.council.id,
        addressee: null,
        consultationId: of.id,
        introduction: "We ask.",
      })
      const ask = await addAsk(ctx, { representationId: id, text: "Run a late bus.", why: null })
      const rows = await ctx.tx.execute<{ id: string; groupId: string }>(
        sql`select id, group_id as "groupId" from responses where consultation_id = ${of.id}`,
      )
      const take = async (groupId: string, quote: string) => {
        const { id } = await takePassage(ctx, {
          consultationId: of.id,
          responseId: rows.find((one) => one.groupId === groupId)?.id ?? "",
          questionId: of.questions[3]?.id ?? "",
          quote,
          codeIds: [],
          newCode: null,
          note: null,
        })
        await pinPassage(ctx, { askId: ask.id, passageId: id })
        return id
      }
      const bank = await take(w.foodbank.id, "Nobody came back.")
      const choir = await take(w.choir.id, "We sing at home now.")
      return { id, ask: ask.id, bank, choir }
    })
  }
  const publish = (id: string, despite?: string) =>
    w.asWorker((ctx) => publishRepresentation(ctx, { id, despite }))
  const send = (id: string, over: Record<string, unknown> = {}) =>
    w.asWorker((ctx) => sendRepresentation(ctx, { id, sentOn: null, replyDueOn: null, ...over }))
  const paper = (id: string, version = 1) => w.asPublic((ctx) => getPublished(ctx, id, version))
  const quotes = async (id: string, version = 1) =>
    (await paper(id, version)).content?.asks.flatMap(({ evidence }) => evidence.map(({ quote }) => quote))

  async function closedOne(over: Record<string, unknown> = {}) {
    const of = await heard(over)
    await w.asWorker((ctx) => closeConsultation(ctx, { ...of, reason: "All have answered" }))
    return { of, ...(await drafted(of)) }
  }
  /** Published, sent and answered: all but closed. */
  async function sentOne(over: Record<string, unknown> = {}) {
    const one = await closedOne(over)
    await publish(one.id)
    await send(one.id)
    return one
  }
  const reply = (ask: string) =>
    w.asWorker((ctx) =>
      recordReply(ctx, { id: ask, reply: "partly", replyText: "On Mondays.", repliedOn: null }),
    )

  return { ...c, heard, drafted, publish, send, paper, quotes, closedOne, sentOne, reply }
}
