import { createHash } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { consultationResults, groups } from "@/db/schema"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { columnLines, numberLines } from "@/lib/consultations/editions/columns"
import { correctEdition, publishEdition, withdrawEdition } from "@/lib/consultations/editions/commands"
import { canonical, type EditionDocument } from "@/lib/consultations/editions/document"
import {
  getPublishedEdition,
  listEditions,
  listPublishedEditions,
  readEditionPaper,
} from "@/lib/consultations/editions/queries"
import { writeForm } from "@/lib/documents/making/write"
import { linesOf } from "@/lib/documents/text"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { consulting } from "./support/consulting"
import { readPdf } from "./support/documents"

const { w, open, said, sign } = await consulting()

/** A closed consultation in which the food bank said Daily by itself, and the choir Never on paper. */
async function closed(over: Record<string, unknown> = {}) {
  const of = await open(over)
  await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1")))
  await w.asLead((ctx) => sign(ctx, of))
  await w.asWorker((ctx) => saveAnswer(ctx, said(of, 0, "o3", { group: w.choir.id })))
  await w.asWorker((ctx) => sign(ctx, of, w.choir.id))
  await w.asWorker((ctx) => closeConsultation(ctx, { ...of, reason: "All have answered" }))
  return of
}
const read = (id: string, edition: number) => w.asPublic((ctx) => getPublishedEdition(ctx, id, edition))
const rowOf = async (id: string, edition: number) => {
  const [row] = await w.system((ctx) =>
    ctx.tx
      .select()
      .from(consultationResults)
      .where(sql`consultation_id = ${id}::uuid and edition = ${edition}`),
  )
  return row
}

describe("The edition that is made when a consultation closes", async () => {
  const of = await closed({ title: "Buses, in full", about: "The timetable of April." })
  const { id } = of

  it("holds the questions as they were asked, who was asked and how, and answers from paper", async () => {
    const document = (await rowOf(id, 1))?.document as EditionDocument
    expect(document).toMatchObject({
      format: "evidence-edition/1",
      edition: 1,
      change: null,
      lio: { name: "Ribble CVS" },
      consultation: { title: "Buses, in full", about: "The timetable of April.", named: true },
      asked: { groups: 2, audience: "the groups of Food network", reminded: 0 },
      answered: { groups: 2, nothing: 0, onBehalf: 1 },
    })
    expect(document.questions[0]).toMatchObject({
      code: "q1",
      title: "Do you use the bus?",
      required: true,
      answered: 2,
      options: [
        { code: "q1_a", label: "Daily", groups: 1 },
        { code: "q1_b", label: "Weekly", groups: 0 },
        { code: "q1_c", label: "Never", groups: 1 },
      ],
    })
    expect(document.questions[2]?.scale).toEqual({ steps: 5, low: null, high: null })
    expect(document.response.map(({ by }) => by)).toEqual(["Size", "Area", "Theme", "Sector"])
    expect(document.method.join(" ")).toMatch(/Only the last one that was sent is counted/)
    expect(document.method.join(" ")).toMatch(/1 answer was typed in by staff/)
    expect(JSON.stringify(document), "and no group by name").not.toMatch(/Food Bank|Choir/)
  })

  it("has a digest that anybody can work out from what it says", async () => {
    const row = await rowOf(id, 1)
    const mine = createHash("sha256").update(canonical(row?.document)).digest("hex")
    expect(row?.digest).toBe(mine)
    const odd = { b: [1, 'é \u0001 " \\ / \u{1F600}', null, true], a: { z: {}, "": [] } }
    const [same] = await w.system((ctx) =>
      ctx.tx.execute<{ text: string }>(sql`select canonical(${JSON.stringify(odd)}::jsonb) as text`),
    )
    expect(same?.text).toBe(canonical(odd))
  })

  it("is nobody’s to read before it is published, and then everybody’s", async () => {
    await expect(read(id, 1)).rejects.toThrow(NotFound)
    const listed = () => w.asPublic((ctx) => listPublishedEditions(ctx))
    expect((await listed()).map((one) => one.id)).not.toContain(id)
    await expect(w.asViewer((ctx) => publishEdition(ctx, { id, edition: 1 }))).rejects.toThrow(NotAllowed)
    await expect(w.asLead((ctx) => publishEdition(ctx, { id, edition: 1 }))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => publishEdition(ctx, { id, edition: 1 }))).rejects.toThrow(NotFound)
    await w.asWorker((ctx) => publishEdition(ctx, { id, edition: 1 }))
    await expect(w.asWorker((ctx) => publishEdition(ctx, { id, edition: 1 }))).rejects.toThrow(RuleBroken)
    expect(await read(id, 1)).toMatchObject({ edition: 1, latest: 1, withdrawnAt: null })
    expect((await listed()).find((one) => one.id === id)).toMatchObject({
      edition: 1,
      title: "Buses, in full",
      asked: 2,
      answered: 2,
    })
    await expect(read(id, 2)).rejects.toThrow(NotFound)
  })

  it("says the same on its paper, with how to cite and check it", async () => {
    const { paper, published } = await w.asPublic((ctx) => readEditionPaper(ctx, id, 1))
    const words = linesOf(paper.blocks).join("\n")
    expect(words).toContain("Do you use the bus?")
    expect(words).toContain(published.digest)
    expect(words).toContain(`/ribble/evidence/${id}/1`)
    expect(words).toMatch(/Edition 1, published on/)
    expect(paper.facts).toContainEqual({ label: "Answered", value: "2 (100%)" })
    const pdf = await readPdf(await writeForm(paper, "pdf"))
    expect(pdf).toMatchObject({ tagged: true, ua: "1", title: "Buses, in full", language: "en-GB" })
    expect(pdf.words.replace(/\s+/g, "")).toContain(published.digest)
  })

  it("gives its numbers as a table with a column an option, each explained", async () => {
    const document = (await read(id, 1)).document as EditionDocument
    const [heads = [], all = []] = numberLines(document)
    expect(heads.slice(0, 7)).toEqual(["by", "part", "q1_answered", "q1_a", "q1_b", "q1_c", "q1_unsure"])
    expect(all.slice(0, 7)).toEqual(["All", "All groups", "2", "1", "0", "1", "0"])
    expect(
      columnLines(document)
        .slice(1)
        .map(([name]) => name),
    ).toEqual(heads)
  })
})

describe("A correction", async () => {
  const { id } = await closed({ title: "Corrected" })
  await w.asWorker((ctx) => publishEdition(ctx, { id, edition: 1 }))
  const before = await rowOf(id, 1)
  await w.system((ctx) => ctx.tx.update(groups).set({ sector: "private" }).where(eq(groups.id, w.choir.id)))

  it("is another edition that says what it corrects, and leaves the one before as it was", async () => {
    await expect(w.asLead((ctx) => correctEdition(ctx, { id, change: "Not by me" }))).rejects.toThrow(
      NotAllowed,
    )
    expect(
      await w.asWorker((ctx) => correctEdition(ctx, { id, change: "The choir is a company." })),
    ).toMatchObject({ edition: 2 })
    expect(await rowOf(id, 1)).toEqual(before)
    const second = (await rowOf(id, 2))?.document as EditionDocument
    expect(second).toMatchObject({ edition: 2, change: "The choir is a company." })
    const sectors = (document: unknown) =>
      (document as EditionDocument).response.find(({ by }) => by === "Sector")?.parts.length
    expect([sectors(before?.document), sectors(second)]).toEqual([1, 2])
    expect(numberLines(second).map((row) => row.slice(0, 4))).toEqual([
      ["by", "part", "q1_answered", "q1_a"],
      ["All", "All groups", "2", "1"],
      ["Sector", "Private", "1", "0"],
      ["Sector", "Voluntary or community", "1", "1"],
    ])
    expect((await w.asManager((ctx) => listEditions(ctx, id))).editions).toMatchObject([
      { edition: 2, publishedAt: null },
      { edition: 1 },
    ])
  })

  it("is named at the address of the one before once it is published", async () => {
    expect((await read(id, 1)).latest).toBe(1)
    await w.asWorker((ctx) => publishEdition(ctx, { id, edition: 2 }))
    expect(await read(id, 1)).toMatchObject({ latest: 2, document: { edition: 1 } })
    const { paper } = await w.asPublic((ctx) => readEditionPaper(ctx, id, 2))
    expect(linesOf(paper.blocks).join("\n")).toMatch(/Edition 2, published on .*The choir is a company/)
  })

  it("never counts anew where answers are not named: two tables of the same groups could be subtracted", async () => {
    const of = await closed({ title: "Not named", naming: "lio", partsBy: "sector" })
    const first = (await rowOf(of.id, 1))?.document as EditionDocument
    await w.system((ctx) =>
      ctx.tx.update(groups).set({ sector: "residents" }).where(eq(groups.id, w.choir.id)),
    )
    await w.asWorker((ctx) => correctEdition(ctx, { id: of.id, change: "A wrong word." }))
    const second = (await rowOf(of.id, 2))?.document as EditionDocument
    expect({ ...second, edition: 1, change: null, frozenAt: first.frozenAt }).toEqual(first)
    expect(first.response, "nor says who answered by small parts").toEqual([])
  })

  it("nor where the edition before has no document, as those from before they were kept: one is made of its numbers", async () => {
    const of = await closed({ title: "From before documents", naming: "lio", partsBy: "sector" })
    const old = await rowOf(of.id, 1)
    const { document: _, ...kept } = old ?? { document: null }
    await w.system((ctx) =>
      ctx.tx
        .insert(consultationResults)
        .values({ ...(kept as NonNullable<typeof old>), edition: 2, document: null, digest: "" }),
    )
    await w.system((ctx) =>
      ctx.tx.update(groups).set({ sector: "education" }).where(eq(groups.id, w.choir.id)),
    )
    await w.asWorker((ctx) => correctEdition(ctx, { id: of.id, change: "A wrong word." }))
    const made = await rowOf(of.id, 3)
    expect(made?.content).toEqual(old?.content)
    const document = made?.document as EditionDocument
    expect({ ...document, edition: 1, change: null, frozenAt: "" }).toEqual({
      ...(old?.document as EditionDocument),
      frozenAt: "",
    })
  })
})

describe("An edition", async () => {
  const { id } = await closed({ title: "Withdrawn" })
  await w.asWorker((ctx) => publishEdition(ctx, { id, edition: 1 }))

  it("that is withdrawn says so and why at its address, and is in no list", async () => {
    const withdraw = { id, edition: 1, reason: "It was published by mistake." }
    await expect(w.asViewer((ctx) => withdrawEdition(ctx, withdraw))).rejects.toThrow(NotAllowed)
    await w.asWorker((ctx) => withdrawEdition(ctx, withdraw))
    expect(await read(id, 1)).toMatchObject({
      document: null,
      latest: null,
      withdrawnReason: "It was published by mistake.",
    })
    await expect(w.asPublic((ctx) => readEditionPaper(ctx, id, 1))).rejects.toThrow(NotFound)
    expect((await w.asPublic((ctx) => listPublishedEditions(ctx))).map((one) => one.id)).not.toContain(id)
    await expect(w.asWorker((ctx) => withdrawEdition(ctx, withdraw))).rejects.toThrow(
      /already been withdrawn/,
    )
    await expect(w.asWorker((ctx) => withdrawEdition(ctx, { ...withdraw, edition: 2 }))).rejects.toThrow(
      RuleBroken,
    )
  })

  it("cannot be rewritten by the app", async () => {
    const refused = (change: ReturnType<typeof sql>) =>
      expect(
        w.system((ctx) =>
          ctx.tx.execute(sql`update consultation_results set ${change} where consultation_id = ${id}::uuid`),
        ),
      ).rejects.toMatchObject({ cause: { message: expect.stringMatching(/permission denied|once/) } })
    await refused(sql`document = '{}'`)
    await refused(sql`change = 'x'`)
    await refused(sql`edition = 5`)
    await refused(sql`withdrawn_reason = 'x'`)
    await refused(sql`published_at = now()`)
  })
})
