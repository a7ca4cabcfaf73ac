import { describe, expect, it } from "vitest"
import { publishEdition, withdrawEdition } from "@/lib/consultations/editions/commands"
import { getPublishedEdition } from "@/lib/consultations/editions/queries"
import { closeRepresentation } from "@/lib/representations/outcomes/commands"
import { listOutcomes } from "@/lib/representations/outcomes/queries"
import { paperOf } from "@/lib/representations/paper"
import { readVersionData, readVersionDocument } from "@/lib/representations/versions/files/queries"
import { findNumbers, listPapers } from "@/lib/representations/versions/queries"
import { chosenInWords } from "@/lib/representations/versions/words"
import { papers } from "./support/papers"

const { w, sentOne, closedOne, publish, paper, reply } = await papers()

describe("How many groups stand behind an ask", () => {
  it("is printed where the groups are named", async () => {
    const { id } = await sentOne({ naming: "body" })
    const [ask] = (await paper(id)).content?.asks ?? []
    expect(ask?.groups).toBe(2)
    expect(ask && chosenInWords(ask)).toMatch(
      /^This rests on passages that we chose from the answers of 2 groups\./,
    )
  })

  it("isn’t where they aren’t and are fewer than five: not on the page, in the files or as data", async () => {
    const { id, ask: askId } = await sentOne({ naming: "lio" })
    const [ask] = (await paper(id)).content?.asks ?? []
    expect(ask?.groups).toBeNull()
    expect(ask && chosenInWords(ask)).toMatch(/^This rests on passages that we chose from the answers\./)
    const document = await w.asPublic((ctx) => readVersionDocument(ctx, id, 1))
    expect(JSON.stringify(document)).toContain("that we chose from the answers.")
    expect(JSON.stringify(document)).not.toMatch(/answers of \d/)
    const data = JSON.stringify(await w.asPublic((ctx) => readVersionData(ctx, id, 1)))
    expect(data).toContain('"groups":null')
    expect(data).not.toContain('"pinned"')
    await reply(askId)
    await w.asWorker((ctx) => closeRepresentation(ctx, { id, outcome: "Mondays." }))
    const told = (await w.asLead((ctx) => listOutcomes(ctx))).find((one) => one.representationId === id)
    expect(told?.asks[0]?.yours).toEqual(["Nobody came back."])
  })

  it.each([
    [4, null],
    [5, 5],
    [0, 0],
  ])("is printed from five groups on: %i", (groups, printed) => {
    const evidence = Array.from({ length: groups }, (_, at) => ({
      ...{
        askId: "a",
        passageId: `p${at}`,
        quote: "So.",
        groupId: `g${at}`,
        group: "G",
        question: "?",
        on: null,
      },
      ...{ quotable: true, stands: true, named: false },
    }))
    const asks = [{ id: "a", text: "Do it.", evidence }]
    const written = paperOf(
      { name: "Ribble" },
      { whole: { asks } as never, parts: [], pins: [], same: () => [] },
      null,
    )
    expect(written.asks[0]?.groups).toBe(printed)
  })
})

describe("From a paper to its numbers and back", () => {
  const numbers = (id: string) => w.asPublic((ctx) => findNumbers(ctx, id))
  const resting = async (id: string) => (await w.asPublic((ctx) => listPapers(ctx, 1, id))).papers

  it("leads to the newest edition that is published, each quotation to its question, and to none before or after", async () => {
    const { id, of, bank } = await sentOne({ naming: "body" })
    expect(await numbers(id)).toBeNull()
    await w.asManager((ctx) => publishEdition(ctx, { id: of.id, edition: 1 }))
    const found = await numbers(id)
    expect(found).toMatchObject({ id: of.id, edition: 1, questions: { [bank]: "q4" } })
    const { document } = await w.asPublic((ctx) => getPublishedEdition(ctx, of.id, 1))
    const quoted = (await paper(id)).content?.asks[0]?.evidence.find(({ passageId }) => passageId === bank)
    expect(document?.questions.find(({ code }) => code === "q4")?.title).toBe(quoted?.question)
    await w.asManager((ctx) => withdrawEdition(ctx, { id: of.id, edition: 1, reason: "Wrong." }))
    expect(await numbers(id)).toBeNull()
  })

  it("is where a paper’s file leads, with the day of the replies that it prints", async () => {
    const { id, of, ask } = await sentOne({ naming: "body" })
    const file = async () => JSON.stringify(await w.asPublic((ctx) => readVersionDocument(ctx, id, 1)))
    const edition = `/ribble/evidence/${of.id}/1`
    expect(await file()).not.toMatch(/As they stood on|evidence\//)
    await w.asManager((ctx) => publishEdition(ctx, { id: of.id, edition: 1 }))
    await reply(ask)
    expect(await file()).toContain(edition)
    expect(await file()).toMatch(/As they stood on \d/)
  })

  it("tells apart questions of the same words", async () => {
    const { id, of, bank } = await sentOne({ naming: "body" })
    await w.asManager((ctx) => publishEdition(ctx, { id: of.id, edition: 1 }))
    const { document } = await w.asPublic((ctx) => getPublishedEdition(ctx, of.id, 1))
    const again = {
      ...document,
      questions: document?.questions.map((one) => ({ ...one, title: "What else?" })),
    }
    const changed = await w.operator.begin(async (tx) => {
      await tx`select set_config('app.lio_id', ${w.ribble.id}, true), set_config('app.audiences', '{*}', true)`
      await tx`alter table consultation_results disable trigger user`
      const { count } =
        await tx`update consultation_results set document = ${tx.json(again as never)} where consultation_id = ${of.id}`
      await tx`alter table consultation_results enable trigger user`
      return count
    })
    expect(changed).toBe(1)
    expect((await numbers(id))?.questions).toEqual(expect.objectContaining({ [bank]: "q4" }))
  })

  it("leads from the numbers to the papers that were sent on their grounds, with where each ask stands", async () => {
    const { id, of, ask } = await sentOne()
    await reply(ask)
    expect(await resting(of.id)).toMatchObject([{ id, asks: [{ id: ask, reply: "partly" }] }])
    const other = await closedOne()
    await publish(other.id)
    expect(await resting(other.of.id)).toEqual([])
  })

  it("shows nothing of another LIO", async () => {
    const { id, of } = await sentOne()
    await w.asManager((ctx) => publishEdition(ctx, { id: of.id, edition: 1 }))
    expect(await w.asOtherManager((ctx) => findNumbers(ctx, id))).toBeNull()
    expect((await w.asOtherManager((ctx) => listPapers(ctx, 1, of.id))).papers).toEqual([])
  })
})
