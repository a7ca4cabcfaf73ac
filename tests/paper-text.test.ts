import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { changeConsent } from "@/lib/consultations/signing/commands"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { changeAsk } from "@/lib/representations/asks/commands"
import { listContributors } from "@/lib/representations/outcomes/queries"
import { addPin, dropPin } from "@/lib/representations/pins/commands"
import type { AddPin } from "@/lib/representations/pins/input"
import { listPins } from "@/lib/representations/pins/queries"
import { getPreview } from "@/lib/representations/publishing/queries"
import { addPart, changePart, dropPart, movePart } from "@/lib/representations/text/commands"
import { listParts } from "@/lib/representations/text/queries"
import { asSeen } from "@/lib/seen"
import { papers } from "./support/papers"

const { w, closedOne, publish, paper } = await papers()
const TEXT = "Buses stop at six. Half of our members have no car."

/** A paper with a heading and a paragraph. */
async function written() {
  const one = await closedOne()
  const add = (kind: "heading" | "paragraph", text: string) =>
    w.asWorker((ctx) => addPart(ctx, { representationId: one.id, kind, text }))
  const heading = await add("heading", "The evenings")
  const part = await add("paragraph", TEXT)
  const pin = (input: AddPin) => w.asWorker((ctx) => addPin(ctx, input))
  return { ...one, heading: heading.id, part: part.id, add, pin }
}
const FIGURE = {
  ...{ kind: "figure" as const, title: "Households without a car", figure: "24.1%" },
  ...{ source: "ONS, Census 2021", on: "2021-03-21", website: "https://www.ons.gov.uk/census" },
}

describe("The text of a paper", () => {
  it("stands before the asks in its order, at anchors that stay", async () => {
    const { id, heading, part, add } = await written()
    const last = await add("paragraph", "Thank you.")
    await publish(id)
    await w.asWorker((ctx) => movePart(ctx, { id: last.id, way: "up" }))
    await w.asWorker((ctx) => dropPart(ctx, { id: heading }))
    await publish(id)
    const [first, second] = [await paper(id, 1), await paper(id, 2)]
    expect(first.content?.parts?.map((one) => one.id)).toEqual([heading, part, last.id])
    expect(second.content?.parts?.map((one) => one.id)).toEqual([last.id, part])
    expect((await w.asViewer((ctx) => listParts(ctx, id))).map(({ position }) => position)).toEqual([1, 2])
  })

  it("is not lost when two people change it: the second sees both", async () => {
    const { part } = await written()
    await w.asWorker((ctx) =>
      changePart(ctx, { id: part, text: "Buses stop at seven.", seen: asSeen({ text: TEXT }) }),
    )
    const again = asSeen({ text: "Buses stop at seven." })
    const late = w.asManager((ctx) =>
      changePart(ctx, { id: part, text: "They stop early.", seen: asSeen({ text: TEXT }) }),
    )
    await expect(late).rejects.toMatchObject({ theirs: { text: "Buses stop at seven.", seen: again } })
    await w.asManager((ctx) => changePart(ctx, { id: part, text: "They stop at seven.", seen: again }))
  })

  it("is for workers and managers to write", async () => {
    const { id, part } = await written()
    const add = { representationId: id, kind: "heading" as const, text: "Eve’s" }
    for (const as of [w.asViewer, w.asLead]) {
      await expect(as((ctx) => addPart(ctx, add))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => addPin(ctx, { partId: part, ...FIGURE }))).rejects.toThrow()
    }
    await expect(w.asOtherManager((ctx) => addPart(ctx, add))).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => addPin(ctx, { partId: part, ...FIGURE }))).rejects.toThrow(
      NotFound,
    )
    await expect(w.asLead((ctx) => listPins(ctx, id))).rejects.toThrow(NotAllowed)
  })

  it("says of an ask by whom, with what and by when", async () => {
    const { id, ask } = await written()
    const said = {
      text: "Run a late bus.",
      why: null,
      byWhom: "The authority",
      withWhat: null,
      byWhen: "May 2027",
    }
    await w.asWorker((ctx) => changeAsk(ctx, { id: ask, ...said }))
    await publish(id)
    expect((await paper(id)).content?.asks[0]).toMatchObject({ byWhom: "The authority", byWhen: "May 2027" })
  })
})

describe("What is pinned to a paper", () => {
  it("stands behind a sentence that is really there", async () => {
    const { id, part, pin } = await written()
    await expect(pin({ partId: part, sentence: "Nobody has a car.", ...FIGURE })).rejects.toThrow(
      /doesn’t stand/,
    )
    await pin({ partId: part, sentence: "Half of our members have no car.", ...FIGURE })
    await publish(id)
    expect((await paper(id)).content?.parts?.[1]?.pins).toMatchObject([
      { sentence: "Half of our members have no car.", said: FIGURE },
    ])
  })

  it("says what an official figure counts, how much, who says so, of when and where", async () => {
    const { part, pin } = await written()
    for (const field of ["title", "figure", "source", "on", "website"])
      await expect(pin({ partId: part, ...FIGURE, [field]: null })).rejects.toThrow(RuleBroken)
    await expect(pin({ partId: part, ...FIGURE, website: "javascript:alert(1)" })).rejects.toThrow(
      /whole address/,
    )
  })

  it("may be a question’s numbers, a need, counted sessions or a topic, frozen with the version", async () => {
    const { id, of, ask, pin } = await written()
    const [need] = await w.asWorker((ctx) =>
      ctx.tx.execute<{ id: string }>(
        sql`insert into needs (lio_id, title) values (${ctx.lio.id}, 'A late bus') returning id`,
      ),
    )
    await pin({ askId: ask, kind: "need", needId: need?.id })
    await pin({ askId: ask, kind: "question", questionId: of.questions[0]?.id })
    await pin({ askId: ask, kind: "sessions", fromDay: "2026-01-01", untilDay: "2026-12-31" })
    await publish(id)
    await w.asWorker((ctx) =>
      ctx.tx.execute(sql`update needs set title = 'Other' where id = ${need?.id ?? ""}`),
    )
    const pins = (await paper(id)).content?.asks[0]?.pins ?? []
    expect(pins.map(({ said }) => said)).toMatchObject([
      { kind: "need", need: "A late bus" },
      { kind: "question", answered: 2 },
      { kind: "sessions", count: 0 },
    ])
    const [first] = await w.asViewer((ctx) => listPins(ctx, id))
    await w.asWorker((ctx) => dropPin(ctx, { id: first?.id ?? "" }))
    expect(await w.asViewer((ctx) => listPins(ctx, id))).toHaveLength(2)
  })

  it("prints a group’s words beside a paragraph only while the group agrees, and counts the group as heard", async () => {
    const { id, of, part, bank, pin } = await written()
    await w.asWorker((ctx) => ctx.tx.execute(sql`delete from ask_passages`))
    await pin({ partId: part, kind: "passage", passageId: bank })
    await publish(id)
    const quotes = async () => (await paper(id)).content?.parts?.[1]?.pins.length
    const printed = await quotes()
    expect(await w.asWorker((ctx) => listContributors(ctx, id))).toContainEqual(
      expect.objectContaining({ id: w.foodbank.id }),
    )
    await w.asLead((ctx) => changeConsent(ctx, { id: of.id, group: w.foodbank.id, quotable: false }))
    expect([printed, await quotes()]).toEqual([1, 0])
    const { leftOut } = await w.asWorker((ctx) => getPreview(ctx, id))
    expect(leftOut.join()).toContain("Clitheroe Food Bank")
  })
})
