import { eq } from "drizzle-orm"
import { NextRequest } from "next/server"
import { describe, expect, it } from "vitest"
import { consultationTranslations, responseVersions } from "@/db/schema"
import type { Ctx } from "@/lib/access/ctx"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { signOffInput } from "@/lib/consultations/answering/input"
import { getOpenResponse, openResponse } from "@/lib/consultations/answering/queries"
import { askPeople } from "@/lib/consultations/individuals/commands"
import { getOpenToPeople } from "@/lib/consultations/individuals/queries"
import { inChosenLanguage } from "@/lib/consultations/languages/queries"
import { piecesOf, questionIn, tongueOf } from "@/lib/consultations/languages/words"
import { listAnswersToRead } from "@/lib/consultations/passages/queries"
import { getConsultation, listQuestions, type Question } from "@/lib/consultations/queries"
import { addQuestion } from "@/lib/consultations/questions/commands"
import { correctQuestion } from "@/lib/consultations/questions/versions/commands"
import { signOffResponse } from "@/lib/consultations/signing/commands"
import { aloneIn, answerInWords, optionWithWords } from "@/lib/consultations/words"
import { proxy } from "@/proxy"
import { consulting } from "./support/consulting"
import { translating } from "./support/languages"

const { w, draft, asked, said } = await consulting()
const { inWelsh, open, write, everything } = translating(w.asWorker)

type Of = { id: string; questions: Question[] }
const opened = async (over: Record<string, unknown> = {}) => {
  const of = await inWelsh(await draft(over), { whole: true })
  await open(of)
  return of
}
const placeIn = (of: Of, chosen: string | null) =>
  w.asLead(async (ctx) => inChosenLanguage(ctx, await getOpenResponse(ctx, of.id, w.foodbank.id), chosen))
const sign = (of: Of, language: string | null) =>
  w.asLead(async (ctx) => {
    await saveAnswer(ctx, said(of, 0, "o1"))
    await saveAnswer(ctx, said(of, 3, "Roedd y bws yn hwyr."))
    const { seen } = await openResponse(ctx, of.id, w.foodbank.id)
    return signOffResponse(ctx, signOffInput.parse({ id: of.id, group: w.foodbank.id, seen, language }))
  })
/** The language of every version that was ever sent here. */
const languagesKept = () =>
  w.system(async (ctx) =>
    (await ctx.tx.select({ language: responseVersions.language }).from(responseVersions)).map(
      ({ language }) => language,
    ),
  )

describe("Whoever answers in another language", () => {
  it("reads title, questions and answers in it, and English where nothing was chosen or it isn’t offered", async () => {
    const of = await opened({ about: "The 9 and the 12." })
    const welsh = await placeIn(of, "cy")
    expect(welsh.languages).toMatchObject({ offered: ["cy"], tongue: { language: "cy" } })
    expect(welsh.consultation).toMatchObject({
      title: "cy: Do the buses work?",
      about: "cy: The 9 and the 12.",
    })
    const [first] = welsh.answering?.questions ?? []
    expect(first?.title).toBe("cy: Do you use the bus?")
    expect(first?.setting.options).toEqual([
      { id: "o1", label: "cy: Daily" },
      { id: "o2", label: "cy: Weekly" },
      { id: "o3", label: "cy: Never" },
    ])
    for (const chosen of [null, "en", "pl", "xx"]) {
      const english = await placeIn(of, chosen)
      expect(english.languages).toEqual({ offered: ["cy"], tongue: null })
      expect(english.answering?.questions[0]?.title).toBe("Do you use the bus?")
    }
  })

  it("is offered no language that isn’t whole", async () => {
    const of = await inWelsh(await draft())
    await open(of)
    expect(await placeIn(of, "cy")).toMatchObject({
      consultation: { title: "Do the buses work?" },
      languages: { offered: [], tongue: null },
    })
  })

  it("reads what was put right in English until its translation follows, but not for the sake of a letter", async () => {
    const of = await opened()
    const put = { id: of.questions[0]?.id ?? "", consultationId: of.id, reason: "Groups asked." }
    const correct = (version: number, title: string, help: string | null, more: string[] = []) =>
      w.asWorker((ctx) => correctQuestion(ctx, { ...put, version, title, help, more }))
    await correct(1, "Do you use the buss?", "Any bus.", ["Monthly"])
    const first = async () => (await placeIn(of, "cy")).answering?.questions[0]
    expect(await first()).toMatchObject({ title: "cy: Do you use the bus?", help: "Any bus." })
    expect((await first())?.setting.options?.map(({ label }) => label)).toEqual([
      ...["cy: Daily", "cy: Weekly", "cy: Never", "Monthly"],
    ])
    await write(of, await everything(of))
    await correct(2, "Do you use the buss?", "Any bus or coach that stops near you.")
    expect((await first())?.help).toBe("Any bus or coach that stops near you.")
    expect((await first())?.setting.options?.at(-1)?.label).toBe("cy: Monthly")
  })

  it("has options that are the same ones: what goes alone and what asks for words stay so", async () => {
    const of = await draft()
    await w.asWorker((ctx) =>
      addQuestion(
        ctx,
        asked(of.id, {
          kind: "multiple",
          title: "What else?",
          options: "Trains\nOther, please say\nNone of these",
        }),
      ),
    )
    const question = (await w.asWorker((ctx) => listQuestions(ctx, of.id))).at(-1)
    if (!question) throw new Error("It has no questions.")
    const { id: thing } = question
    const says = { o1: "Trenau", o2: "Arall, dywedwch", o3: "Dim un o’r rhain", title: "Beth arall?" }
    const texts = Object.entries(says).map(([part, says]) => {
      const english =
        part === "title" ? question.title : question.setting.options?.find(({ id }) => id === part)?.label
      return { thing, part, english: english ?? "", called: "", says }
    })
    const kept = Object.fromEntries(texts.map(({ part, english, says }) => [part, { of: english, says }]))
    const welsh = questionIn(question, tongueOf("cy", texts, { [thing]: kept }))
    expect(optionWithWords(welsh)).toEqual({ value: "o2", label: "Arall, dywedwch" })
    expect(aloneIn(welsh).map(({ id }) => id)).toEqual(["o3"])
    expect(answerInWords(welsh, { choices: ["o1", "o2"], says: "tram" })).toBe(
      "Trenau and Arall, dywedwch: tram",
    )
  })

  it("has the language kept with what was sent, for staff who read it, and not where answers are named to nobody", async () => {
    const of = await opened()
    await sign(of, "cy")
    const read = () => w.asViewer((ctx) => listAnswersToRead(ctx, of.id))
    expect(await read()).toMatchObject([{ group: "Clitheroe Food Bank", language: "cy" }])
    const english = await opened()
    await sign(english, "")
    expect(await w.asViewer((ctx) => listAnswersToRead(ctx, english.id))).toMatchObject([{ language: null }])
    // One that isn’t offered there is none.
    const polish = await opened()
    await sign(polish, "pl")
    expect(await w.asViewer((ctx) => listAnswersToRead(ctx, polish.id))).toMatchObject([{ language: null }])
    const before = (await languagesKept()).length
    const nobody = await opened({ naming: "nobody", partsBy: "none" })
    await sign(nobody, "cy")
    const all = await languagesKept()
    expect(all).toHaveLength(before + 1)
    expect(all.filter((language) => language === "cy")).toHaveLength(1)
  })

  it("reads it only if they were asked", async () => {
    const of = await opened()
    const rows = (ctx: Ctx) =>
      ctx.tx.select().from(consultationTranslations).where(eq(consultationTranslations.consultationId, of.id))
    expect(await w.asLead(rows)).toHaveLength(1)
    expect(await w.asOutsider(rows)).toEqual([])
    expect(await w.asOtherManager(rows)).toEqual([])
    await expect(w.asOutsider((ctx) => getConsultation(ctx, of.id))).rejects.toThrow()
  })
})

describe("Whoever answers for themselves", () => {
  it("reads it in a language that is offered, without signing in", async () => {
    const of = await inWelsh(await draft(), { whole: true })
    await w.asWorker((ctx) => askPeople(ctx, { id: of.id, individuals: true }))
    await open(of)
    const see = (chosen: string | null) => w.asPublic((ctx) => getOpenToPeople(ctx, of.id, chosen))
    expect(await see("cy")).toMatchObject({
      consultation: { title: "cy: Do the buses work?" },
      languages: { offered: ["cy"], tongue: { language: "cy" } },
    })
    expect((await see("cy")).questions[0]?.title).toBe("cy: Do you use the bus?")
    for (const other of [null, "en", "pl"])
      expect((await see(other)).questions[0]?.title).toBe("Do you use the bus?")
  })
})

describe("The language that somebody chose", () => {
  const consultation = `/ribble/consultations/${crypto.randomUUID()}`
  const asksFor = (address: string) => {
    const answer = proxy(new NextRequest(`http://localhost${address}`))
    const { value, path, httpOnly } = answer.cookies.get("trellis-language") ?? {}
    return value ? { value, path, httpOnly } : null
  }
  it("is kept in their browser for this consultation alone, from whichever of its pages they chose it on", () => {
    const kept = { value: "cy", path: consultation, httpOnly: true }
    expect(asksFor(`${consultation}?lang=cy`)).toEqual(kept)
    expect(asksFor(`${consultation}/answer?question=2&lang=cy`)).toEqual(kept)
    expect(asksFor(`${consultation}/enter?key=k&lang=cy`)).toEqual(kept)
    expect(asksFor(`${consultation}?lang=en`)).toEqual({ ...kept, value: "en" })
    for (const address of [`${consultation}/check`, "/ribble/home?lang=cy", `${consultation}?lang=<b>`])
      expect(asksFor(address), address).toBeNull()
  })
})

describe("A line of ours with words in another language", () => {
  const text = { thing: "about", part: "title", english: "Yes", called: "" }
  const tongue = tongueOf("cy", [text], { about: { title: { of: "Yes", says: "Ydw" } } })
  it("is told apart from them, as whole words only", () => {
    expect(piecesOf("You said “Ydw” to this.", tongue)).toEqual([
      { words: "You said “", other: false },
      { words: "Ydw", other: true },
      { words: "” to this.", other: false },
    ])
    expect(piecesOf("Ydwyf", tongue)).toEqual([{ words: "Ydwyf", other: false }])
    expect(piecesOf("Ydw", null)).toEqual([{ words: "Ydw", other: false }])
  })
})
