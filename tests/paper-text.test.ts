import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { dropPassage } from "@/lib/consultations/passages/commands"
import { changeConsent } from "@/lib/consultations/signing/consent/commands"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { listOutcomes as listOutcomesOfMember } from "@/lib/home/member/queries"
import { changeAsk } from "@/lib/representations/asks/commands"
import { listContributors, previewOutcome, wordsIn } from "@/lib/representations/outcomes/queries"
import { addPin, dropPin } from "@/lib/representations/pins/commands"
import type { AddPin } from "@/lib/representations/pins/input"
import { listPins } from "@/lib/representations/pins/queries"
import { getPreview } from "@/lib/representations/publishing/queries"
import { addPart, changePart, dropPart, movePart } from "@/lib/representations/text/commands"
import { listParts } from "@/lib/representations/text/queries"
import { asSeen } from "@/lib/seen"
import { papers } from "./support/papers"

const { w, heard, drafted, closedOne, publish, paper } = await papers()
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
      /isn’t in the paragraph/,
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
      /full web address/,
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
    await w.asLead((ctx) => changeConsent(ctx, { id: of.id, group: w.foodbank.id, quotes: "no" }))
    expect([printed, await quotes()]).toEqual([1, 0])
    const { leftOut } = await w.asWorker((ctx) => getPreview(ctx, id))
    expect(leftOut.join()).toContain("Clitheroe Food Bank")
  })

  it("keeps words that a group took back out of what is published, also once they are unpinned and would be dropped", async () => {
    const { id, of, part, bank, pin } = await written()
    const { id: pinned } = await pin({ partId: part, kind: "passage", passageId: bank })
    await publish(id)
    await w.asLead((ctx) => changeConsent(ctx, { id: of.id, group: w.foodbank.id, quotes: "no" }))
    const drop = () => w.asWorker((ctx) => dropPassage(ctx, { id: bank }))
    await expect(drop()).rejects.toThrow(/evidence in a paper/)
    await w.asWorker((ctx) => dropPin(ctx, { id: pinned ?? "" }))
    await w.asWorker((ctx) => ctx.tx.execute(sql`delete from ask_passages where passage_id = ${bank}`))
    await expect(drop()).rejects.toThrow(/printed in version 1/)
    const words = "Nobody came back."
    expect(JSON.stringify((await paper(id)).content)).not.toContain(words)
    // Words whose passage is gone altogether have nobody left who allows them.
    await w.asWorker((ctx) => ctx.tx.execute(sql`delete from passages where id = ${bank}`))
    expect(JSON.stringify((await paper(id)).content)).not.toContain(words)
  })

  it("brings a group whose words stand beside the text alone its own words", async () => {
    const { id, ask, part, bank, pin } = await written()
    await w.asWorker((ctx) => ctx.tx.execute(sql`delete from ask_passages where ask_id = ${ask}`))
    await pin({ partId: part, kind: "passage", passageId: bank })
    await publish(id)
    const told = await w.asWorker((ctx) => previewOutcome(ctx, id, w.foodbank.id))
    expect([told.asks.flatMap(({ yours }) => yours), wordsIn(told)]).toEqual([[], ["Nobody came back."]])
    await w.asWorker((ctx) =>
      ctx.tx.execute(
        sql`update representations set sent_on = '2026-09-01', sent_version = 1 where id = ${id}`,
      ),
    )
    expect(await w.asLead(listOutcomesOfMember)).toContainEqual(
      expect.objectContaining({ paper: { id, version: 1 } }),
    )
    expect(await w.asLead(listOutcomesOfMember)).toContainEqual(
      expect.objectContaining({ group: "Clitheroe Food Bank" }),
    )
  })

  it("pins the same thing once, and nothing of another consultation", async () => {
    const { id, part, ask, pin } = await written()
    const other = await closedOne()
    const once = await pin({ partId: part, ...FIGURE })
    expect(await pin({ partId: part, ...FIGURE })).toEqual(once)
    for (const place of [{ partId: part }, { askId: ask }])
      await expect(pin({ ...place, kind: "passage", passageId: other.bank })).rejects.toThrow(
        /Choose a passage from/,
      )
    expect(await w.asViewer((ctx) => listPins(ctx, id))).toHaveLength(1)
  })

  it("says of what isn’t printed why, and leaves out numbers of answers without names while they change", async () => {
    const of = await heard({ naming: "lio", partsBy: "sector" })
    const { id, ask } = await drafted(of)
    await w.asWorker((ctx) => addPin(ctx, { askId: ask, kind: "question", questionId: of.questions[0]?.id }))
    const why = async () => (await w.asWorker((ctx) => listPins(ctx, id)))[0]?.why
    expect(await why()).toMatch(/printed once the consultation has closed/)
    const { leftOut, paper: draft } = await w.asWorker((ctx) => getPreview(ctx, id))
    expect([leftOut.join(), draft.asks[0]?.pins]).toEqual([expect.stringMatching(/aren’t named/), []])
    await w.asWorker((ctx) =>
      ctx.tx.execute(sql`update representations set consultation_id = null where id = ${id}`),
    )
    expect(await why()).toMatch(/isn’t a question from the consultation/)
  })
})
