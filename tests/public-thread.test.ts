import { describe, expect, it } from "vitest"
import { closeRepresentation } from "@/lib/representations/outcomes/commands"
import { listOutcomes } from "@/lib/representations/outcomes/queries"
import { paperOf } from "@/lib/representations/paper"
import { readVersionData, readVersionDocument } from "@/lib/representations/versions/files/queries"
import { chosenInWords } from "@/lib/representations/versions/words"
import { papers } from "./support/papers"

const { w, sentOne, paper, reply } = await papers()

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
    const written = paperOf({ name: "Ribble" }, { whole: { asks } as never, parts: [], pins: [] }, null)
    expect(written.asks[0]?.groups).toBe(printed)
  })
})
