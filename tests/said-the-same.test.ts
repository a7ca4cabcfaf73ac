import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { consultations, responses, responseVersions } from "@/db/schema"
import * as make from "@/db/seed/factories"
import { addCode } from "@/lib/consultations/codebook/commands"
import { getCodebook } from "@/lib/consultations/codebook/queries"
import { takePassage } from "@/lib/consultations/passages/commands"
import { listCodes } from "@/lib/consultations/passages/queries"
import { addAsk, pinPassage } from "@/lib/representations/asks/commands"
import { startRepresentation } from "@/lib/representations/commands"
import { addPin } from "@/lib/representations/pins/commands"
import { publishRepresentation } from "@/lib/representations/publishing/commands"
import { addPart } from "@/lib/representations/text/commands"
import { readVersionDocument } from "@/lib/representations/versions/files/queries"
import { getPublished } from "@/lib/representations/versions/queries"
import { world } from "./support/world"

const w = await world()

/** A consultation of two groups, the first of which is quoted in a paper; both said that it is too late, the second also that it is fine. */
async function quoted(named = true) {
  const asked = await w.system((ctx) =>
    make.answeredConsultation(ctx, {
      title: "Buses",
      bodyId: w.council.id,
      named,
      said: [
        { group: w.foodbank, text: "The last bus goes at six." },
        { group: w.choir, text: "Nobody comes after six. It is fine by day.", quotable: false },
      ],
    }),
  )
  const [first, second] = asked.answers
  const code = (name: string, otherwiseId: string | null = null) =>
    w.asWorker((ctx) =>
      addCode(ctx, { consultationId: asked.id, name, definition: "Of buses.", otherwiseId }),
    )
  const fine = await code("Fine")
  const late = await code("Too late", fine.id)
  const take = (of: typeof first, quote: string, codeIds: string[]) =>
    w.asWorker((ctx) =>
      takePassage(ctx, {
        ...{ consultationId: asked.id, responseId: of?.responseId ?? "", questionId: asked.questionId },
        ...{ quote, codeIds, newCode: null, note: null },
      }),
    )
  const passage = await take(first, "The last bus goes at six.", [late.id])
  await take(second, "Nobody comes after six.", [late.id])
  await take(second, "It is fine by day.", [fine.id])
  const { id } = await w.asWorker((ctx) =>
    startRepresentation(ctx, {
      ...{ title: "Buses", bodyId: w.council.id, addressee: null },
      ...{ consultationId: asked.id, introduction: null },
    }),
  )
  const ask = await w.asWorker((ctx) =>
    addAsk(ctx, { representationId: id, text: "Run one more.", why: null }),
  )
  await w.asWorker((ctx) => pinPassage(ctx, { askId: ask.id, passageId: passage.id }))
  const part = await w.asWorker((ctx) =>
    addPart(ctx, { representationId: id, kind: "paragraph", text: "Buses end early." }),
  )
  await w.asWorker((ctx) => addPin(ctx, { partId: part.id, kind: "passage", passageId: passage.id }))
  const publish = () => w.asWorker((ctx) => publishRepresentation(ctx, { id }))
  const read = async (version: number) => (await w.asPublic((ctx) => getPublished(ctx, id, version))).content
  return { asked, id, publish, read, second }
}

const LATE = {
  ...{ name: "Too late", definition: "Of buses.", groups: 2, answered: 2, asked: 2 },
  otherwise: { name: "Fine", groups: 1 },
}

describe("How many groups said the same", () => {
  it("stands beside an ask and a paragraph that quote one of them, on the page and in the files", async () => {
    const { id, publish, read } = await quoted()
    const { version } = await publish()
    const paper = await read(version)
    expect(paper?.asks[0]?.same).toEqual([LATE])
    expect(paper?.parts?.[0]?.same).toEqual([LATE])
    const printed = JSON.stringify(await w.asPublic((ctx) => readVersionDocument(ctx, id, version)))
    expect(printed).toContain(
      "“Too late” was said by 2 of 2 groups that answered (100%); 2 were asked; 1 said otherwise (“Fine”).",
    )
  })

  it("is told of no consultation whose answers have no names", async () => {
    const { publish, read } = await quoted(false)
    const paper = await read((await publish()).version)
    expect(paper?.asks[0]?.evidence).toHaveLength(1)
    expect(paper?.asks[0]?.same).toBeUndefined()
    expect(paper?.parts?.[0]?.same).toBeUndefined()
  })

  it("is told no longer once the consultation was stopped", async () => {
    const { asked, publish, read } = await quoted()
    const { version } = await publish()
    await w.system((ctx) =>
      ctx.tx
        .update(consultations)
        .set({ stoppedAt: ctx.now, stoppedReason: "The plan is gone." })
        .where(eq(consultations.id, asked.id)),
    )
    const paper = await read(version)
    expect([paper?.asks[0]?.same, paper?.parts?.[0]?.same]).toEqual([undefined, undefined])
  })

  it("counts a group no longer whose words aren’t in its answer any more, wherever it is counted", async () => {
    const { asked, publish, read, second } = await quoted()
    await w.system(async (ctx) => {
      await ctx.tx.insert(responseVersions).values({
        ...{ lioId: ctx.lio.id, responseId: second?.responseId ?? "", version: 2, signedOffAt: ctx.now },
        ...{ answers: { [asked.questionId]: { text: "It is  fine\nby day." } }, signedOffName: "Lena" },
      })
      await ctx.tx
        .update(responses)
        .set({ version: 2 })
        .where(eq(responses.id, second?.responseId ?? ""))
    })
    const late = { name: "Too late", groups: 1 }
    const [book, codes] = await w.asViewer((ctx) =>
      Promise.all([getCodebook(ctx, asked.id), listCodes(ctx, asked.id)]),
    )
    expect(book.entries).toContainEqual(expect.objectContaining({ ...late, otherwise: 1 }))
    expect(codes).toContainEqual(expect.objectContaining(late))
    const { version } = await publish()
    expect((await read(version))?.asks[0]?.same).toEqual([{ ...LATE, groups: 1 }])
  })
})
