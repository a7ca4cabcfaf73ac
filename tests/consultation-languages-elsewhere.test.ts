import { eq } from "drizzle-orm"
import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, it } from "vitest"
import { questionBlocks } from "@/db/schema"
import Invitation, { type Props } from "@/emails/consultation-invitation"
import { putBlock, saveBlock } from "@/lib/consultations/blocks/commands"
import { planConsultation } from "@/lib/consultations/commands"
import { copyConsultation, takeQuestions } from "@/lib/consultations/copying/commands"
import { writeEmail } from "@/lib/consultations/invitations/commands"
import { addLanguage } from "@/lib/consultations/languages/commands"
import { getLanguage, listLanguages, listTitles } from "@/lib/consultations/languages/queries"
import { fieldOf, kept } from "@/lib/consultations/languages/words"
import { getConsultation, listQuestions } from "@/lib/consultations/queries"
import { consulting } from "./support/consulting"
import { translating } from "./support/languages"

const { w, draft, planned, postedFor } = await consulting()
const { inWelsh, open, welsh } = translating(w.asWorker)

/** What stands in Welsh for each English text. */
const welshOf = (id: string) =>
  w.asWorker(async (ctx) => {
    const { texts, translation } = await getLanguage(ctx, id, "cy")
    return Object.fromEntries(
      texts.map((text) => [text.english, kept(text, translation.texts)?.says ?? null]),
    )
  })
const languagesOf = (id: string) =>
  w.asWorker(async (ctx) =>
    (await listLanguages(ctx, id)).languages.map(({ language, missing, stale }) => ({
      language,
      missing,
      stale,
    })),
  )

describe("The invitation to a consultation in two languages", () => {
  it("says in each that it can be answered in it, with its title and a link that opens it so", async () => {
    const of = await inWelsh(await draft({ title: "Do the trams work?" }), { whole: true })
    await open(of)
    const [letter] = await postedFor("Do the trams work?")
    expect(letter?.props?.also).toEqual([
      { language: "cy", dir: "ltr", title: "cy: Do the trams work?", canAnswer: "Gallwch ateb yn Gymraeg." },
    ])
    const frame = {
      ...{ appUrl: "https://trellis.example", why: "Because.", to: { name: "Mo" } },
      lio: { name: "Ribble CVS", slug: "ribble" },
    }
    const html = renderToStaticMarkup(Invitation({ ...(letter?.props as Props), ...frame } as never))
    expect(html).toContain('<div lang="cy" dir="ltr">')
    expect(html).toMatch(
      /href="https:\/\/trellis\.example\/ribble\/consultations\/[^"]+\/enter\?key=[^"]+&amp;lang=cy"[^>]*>Gallwch ateb yn Gymraeg\./,
    )
  })

  it("says nothing of a language that isn’t whole, nor of any where there is English alone", async () => {
    const half = await inWelsh(await draft({ title: "Do the ferries work?" }))
    const email = { id: half.id, emailSubject: null, emailWords: null, button: "try" as const }
    await w.asWorker((ctx) => writeEmail(ctx, email))
    await open(half)
    const letters = await postedFor("Do the ferries work?")
    expect(letters.length).toBeGreaterThan(1)
    for (const { props } of letters) expect(props?.also).toEqual([])
    expect(await w.asWorker(async (ctx) => listTitles(ctx, await getConsultation(ctx, half.id)))).toEqual([])
  })
})

describe("Questions that are put elsewhere", () => {
  it("take their other languages along in a copy of the whole consultation", async () => {
    const of = await inWelsh(await draft({ about: "The 9 and the 12." }), { whole: true })
    await open(of)
    const copy = await w.asWorker((ctx) => copyConsultation(ctx, { id: of.id }))
    // Its title is another: “Copy of …”.
    expect(await languagesOf(copy.id)).toEqual([{ language: "cy", missing: 0, stale: 1 }])
    expect(await welshOf(copy.id)).toMatchObject({
      "The 9 and the 12.": "cy: The 9 and the 12.",
      "Do you use the bus?": "cy: Do you use the bus?",
      Daily: "cy: Daily",
    })
    const { translation } = await w.asWorker((ctx) => getLanguage(ctx, copy.id, "cy"))
    expect(translation.offeredAt).toBeNull()
    const questions = await w.asWorker((ctx) => listQuestions(ctx, copy.id))
    expect(Object.keys(translation.texts).sort()).toEqual(["about", ...questions.map(({ id }) => id)].sort())
  })

  it("take them into a draft that has the language, and not into one that hasn’t", async () => {
    const of = await inWelsh(await draft(), { whole: true })
    const english = await w.asWorker((ctx) => planConsultation(ctx, planned()))
    await w.asWorker((ctx) => takeQuestions(ctx, { id: english.id, fromId: of.id }))
    expect(await languagesOf(english.id)).toEqual([])
    const other = await w.asWorker((ctx) => planConsultation(ctx, planned()))
    await w.asWorker((ctx) => addLanguage(ctx, welsh(other.id)))
    await w.asWorker((ctx) => takeQuestions(ctx, { id: other.id, fromId: of.id }))
    expect(await languagesOf(other.id)).toEqual([{ language: "cy", missing: 1, stale: 0 }])
  })

  it("take them along in a block", async () => {
    const of = await inWelsh(await draft(), { whole: true })
    const [first] = of.questions
    const block = await w.asWorker((ctx) =>
      saveBlock(ctx, { consultationId: of.id, name: "Buses", questionIds: [first?.id ?? ""] }),
    )
    const rows = await w.asWorker((ctx) =>
      ctx.tx.select().from(questionBlocks).where(eq(questionBlocks.id, block.id)),
    )
    expect(rows[0]?.questions[0]?.also?.cy?.title).toEqual({
      of: "Do you use the bus?",
      says: "cy: Do you use the bus?",
    })
    const into = await w.asWorker((ctx) => planConsultation(ctx, planned()))
    await w.asWorker((ctx) => addLanguage(ctx, welsh(into.id)))
    const put = () => w.asWorker((ctx) => putBlock(ctx, { consultationId: into.id, blockId: block.id }))
    await put()
    await put()
    expect(await languagesOf(into.id)).toEqual([{ language: "cy", missing: 1, stale: 0 }])
    const [one, two] = await w.asWorker((ctx) => listQuestions(ctx, into.id))
    expect(fieldOf({ thing: one?.id ?? "", part: "title" })).not.toBe(
      fieldOf({ thing: two?.id ?? "", part: "title" }),
    )
    // A question that was saved in English alone has no other words.
    const plain = await draft()
    const english = await w.asWorker((ctx) =>
      saveBlock(ctx, {
        consultationId: plain.id,
        name: "Plain",
        questionIds: [plain.questions[0]?.id ?? ""],
      }),
    )
    const kept = await w.asWorker((ctx) =>
      ctx.tx.select().from(questionBlocks).where(eq(questionBlocks.id, english.id)),
    )
    expect(Object.keys(kept[0]?.questions[0] ?? {})).not.toContain("also")
  })
})
