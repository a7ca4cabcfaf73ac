import { createHash } from "node:crypto"
import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { consultationResults } from "@/db/schema"
import { LANGUAGES } from "@/db/vocabulary"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { columnLines } from "@/lib/consultations/editions/columns"
import { correctEdition, publishEdition } from "@/lib/consultations/editions/commands"
import { canonical, type EditionDocument } from "@/lib/consultations/editions/document"
import { readEditionPaper } from "@/lib/consultations/editions/queries"
import { addLanguage, translate } from "@/lib/consultations/languages/commands"
import { translateInput } from "@/lib/consultations/languages/input"
import { getLanguage } from "@/lib/consultations/languages/queries"
import { fieldOf } from "@/lib/consultations/languages/words"
import { listQuestions } from "@/lib/consultations/queries"
import { addQuestion } from "@/lib/consultations/questions/commands"
import { correctQuestion } from "@/lib/consultations/questions/versions/commands"
import { writeForm } from "@/lib/documents/making/write"
import { writePdf } from "@/lib/documents/pdf/write"
import { linesOf } from "@/lib/documents/text"
import { writeWebPart } from "@/lib/documents/web/write"
import { consulting } from "./support/consulting"
import { paragraph, documentOf as printed, readPdf, readWord } from "./support/documents"
import { translating } from "./support/languages"

const { w, draft, asked, said, sign } = await consulting()
const { inWelsh, open, write, fieldAt } = translating(w.asWorker)

const documentOf = (id: string, edition = 1) =>
  w.system(async (ctx) => {
    const [row] = await ctx.tx
      .select()
      .from(consultationResults)
      .where(sql`consultation_id = ${id}::uuid and edition = ${edition}`)
    return row as typeof row & { document: EditionDocument }
  })

/** Closed after the food bank has answered. `during`: what happens while it is open. */
async function closed(
  of: Awaited<ReturnType<typeof draft>>,
  during: () => Promise<unknown> = async () => undefined,
) {
  await open(of)
  await during()
  await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1")))
  await w.asLead((ctx) => sign(ctx, of))
  await w.asWorker((ctx) => closeConsultation(ctx, { id: of.id, reason: "All have answered" }))
  return of
}
const withThings = async () => {
  const made = await draft({ title: "Buses in two languages", about: "The timetable of April." })
  await w.asWorker((ctx) =>
    addQuestion(
      ctx,
      asked(made.id, {
        kind: "matrix",
        title: "How much do you need it?",
        things: "Train\nTram",
        low: "Little",
      }),
    ),
  )
  return { ...made, questions: await w.asWorker((ctx) => listQuestions(ctx, made.id)) }
}

describe("The edition of a consultation in two languages", async () => {
  const of = await inWelsh(await withThings(), { whole: true })
  await closed(of, async () => {
    await write(of, { [fieldAt(of, 3)]: "cy: Tell us about one tyme." })
    await w.asWorker((ctx) =>
      correctQuestion(ctx, {
        ...{ id: of.questions[0]?.id ?? "", consultationId: of.id, version: 1, title: "Do you use the bus?" },
        ...{ help: "Any bus.", more: [], reason: "Groups asked." },
      }),
    )
  })
  const { document, digest } = await documentOf(of.id)

  it("holds the words in each as groups read them, and what they said before", () => {
    expect(document.consultation.also).toMatchObject([
      {
        language: "cy",
        name: "Welsh",
        title: "cy: Buses in two languages",
        about: "cy: The timetable of April.",
      },
    ])
    expect(document.questions[0]?.also).toEqual([
      {
        ...{ language: "cy", name: "Welsh", title: "cy: Do you use the bus?", help: "Any bus." },
        options: [
          { label: "Daily", says: "cy: Daily" },
          { label: "Weekly", says: "cy: Weekly" },
          { label: "Never", says: "cy: Never" },
        ],
      },
    ])
    expect(document.questions[3]?.also).toMatchObject([
      { title: "cy: Tell us about one tyme.", earlier: [{ said: "cy: Tell us about one time." }] },
    ])
    expect(document.questions[4]?.also).toMatchObject([
      { low: "cy: Little", options: [{ label: "Train", says: "cy: Train" }, { label: "Tram" }] },
    ])
    expect(digest).toBe(createHash("sha256").update(canonical(document)).digest("hex"))
  })

  it("is printed with them, marked as what they are, on the page and as PDF", async () => {
    await w.asWorker((ctx) => publishEdition(ctx, { id: of.id, edition: 1 }))
    const { paper } = await w.asPublic((ctx) => readEditionPaper(ctx, of.id, 1))
    const lines = linesOf(paper.blocks)
    expect(lines).toContain("Also asked in Welsh:")
    expect(lines).toContain("cy: Do you use the bus?\nAny bus.\ncy: Daily · cy: Weekly · cy: Never")
    expect(lines).toContain("cy: Tell us about one time.")
    expect(writeWebPart(paper.blocks, new Map())).toContain('<span lang="cy">cy: Do you use the bus?</span>')
    const { words } = await readPdf(await writeForm(paper, "pdf"))
    expect(words.replace(/\s+/g, " ")).toContain("cy: Do you use the bus?")
    const word = readWord(await writeForm(paper, "docx"))["word/document.xml"]
    expect(word).toMatch(/<w:lang w:val="cy"[^>]*\/>.{0,200}cy: Do you use the bus\?/s)
  })

  it("has them in the dictionary of its columns", () => {
    const lines = columnLines(document)
    expect(lines[0]).toEqual(["column", "question", "option", "meaning", "question_cy", "option_cy"])
    const line = (name: string) => lines.find(([column]) => column === name)
    expect(line("q1_a")?.slice(4)).toEqual(["1. cy: Do you use the bus?", "cy: Daily"])
    expect(line("q5_r2_answered")?.slice(4)).toEqual(["5. cy: How much do you need it?: cy: Tram", ""])
    expect(new Set(lines.map(({ length }) => length))).toEqual(new Set([6]))
  })

  it("keeps them in a correction", async () => {
    await w.asWorker((ctx) => correctEdition(ctx, { id: of.id, change: "Areas were put right." }))
    expect((await documentOf(of.id, 2)).document.questions[0]?.also).toEqual(document.questions[0]?.also)
  })
})

describe("The edition of a consultation in English alone", () => {
  it("says nothing of languages, and none of one that groups weren’t offered", async () => {
    const plain = await closed(await draft({ title: "Buses in English" }))
    const half = await closed(await inWelsh(await draft({ title: "Buses, half in Welsh" })))
    for (const { id } of [plain, half]) {
      const { document } = await documentOf(id)
      expect(JSON.stringify(document)).not.toContain('"also"')
      expect(columnLines(document)[0]).toEqual(["column", "question", "option", "meaning"])
    }
  })
})

describe("Every language of the list", () => {
  it("can be printed", async () => {
    const said = Object.values(LANGUAGES).map(({ own, canAnswer }) => paragraph(`${own}: ${canAnswer}`))
    expect((await writePdf(printed(said))).unprintable).toEqual([])
  })
})

describe("The edition of a consultation in a language that is written from right to left", () => {
  it("is printed with its letters", async () => {
    const of = await draft({ title: "Buses in Urdu" })
    await w.asWorker((ctx) => addLanguage(ctx, { id: of.id, language: "ur" }))
    const { texts } = await w.asWorker((ctx) => getLanguage(ctx, of.id, "ur"))
    const says = Object.fromEntries(texts.map((text) => [fieldOf(text), "کیا آپ بس استعمال کرتے ہیں؟"]))
    await w.asWorker((ctx) => translate(ctx, translateInput.parse({ id: of.id, language: "ur", ...says })))
    await closed(of)
    await w.asWorker((ctx) => publishEdition(ctx, { id: of.id, edition: 1 }))
    const { paper } = await w.asPublic((ctx) => readEditionPaper(ctx, of.id, 1))
    const { unprintable } = await writePdf(paper)
    expect(unprintable).toEqual([])
  })
})
