import { describe, expect, it } from "vitest"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { changePlan } from "@/lib/consultations/commands"
import { changePlanInput } from "@/lib/consultations/input"
import { addLanguage, removeLanguage, translate } from "@/lib/consultations/languages/commands"
import { languageInput, translateInput } from "@/lib/consultations/languages/input"
import { listLanguages, listOffered } from "@/lib/consultations/languages/queries"
import { fieldOf, ITSELF, stampsOf } from "@/lib/consultations/languages/words"
import { getConsultation } from "@/lib/consultations/queries"
import { changeQuestion } from "@/lib/consultations/questions/commands"
import { changeQuestionInput } from "@/lib/consultations/questions/input"
import { correctQuestion } from "@/lib/consultations/questions/versions/commands"
import { asSeen } from "@/lib/seen"
import { consulting } from "./support/consulting"
import { translating } from "./support/languages"

const { w, draft, asked } = await consulting()

const { welsh, everything, write, read, open, fieldAt, ...how } = translating(w.asWorker)
/** A draft with Welsh begun. */
const inWelsh = async (over: Record<string, unknown> = {}) => how.inWelsh(await draft(over))
const seenNow = async (of: { id: string }) => {
  const { texts, translation } = await read(of)
  return asSeen(stampsOf(texts, translation.texts))
}
const offered = (of: { id: string }) =>
  w.asLead(async (ctx) => {
    await getConsultation(ctx, of.id)
    return (await listOffered(ctx, of.id)).map(({ language }) => language)
  })

describe("A consultation in another language", () => {
  it("has every text of it to translate, and says what is left", async () => {
    const of = await inWelsh({ about: "The 9 and the 12." })
    const { texts, translation } = await read(of)
    expect(texts.map(({ english }) => english)).toEqual([
      ...["Do the buses work?", "The 9 and the 12.", "Do you use the bus?", "Daily", "Weekly", "Never"],
      ...["What is missing?", "Evenings", "Sundays", "How much does it matter?", "Tell us about one time."],
    ])
    expect(translation).toMatchObject({ missing: 11, stale: 0, offeredAt: null })
    const left = await write(of, { [fieldOf({ thing: ITSELF, part: "title" })]: "Ydy’r bysiau’n gweithio?" })
    expect(left).toMatchObject({ missing: 10, stale: 0, offers: false })
    expect(await write(of, { [fieldOf({ thing: ITSELF, part: "title" })]: "" })).toMatchObject({
      missing: 11,
    })
  })

  it("counts a translation as out of date once its English changes, until somebody says it fits or writes another", async () => {
    const of = await inWelsh()
    await write(of, await everything(of))
    const [first] = of.questions
    await w.asWorker((ctx) =>
      changeQuestion(
        ctx,
        changeQuestionInput.parse({
          ...asked(of.id),
          id: first?.id,
          title: "Do you travel by bus?",
          options: "Never\nDaily\nMonthly",
        }),
      ),
    )
    // Options that only moved keep theirs; a new one has none.
    const { translation } = await read(of)
    expect(translation).toMatchObject({ missing: 0, stale: 2 })
    const says = await everything(of)
    await write(of, {
      [fieldAt(of, 0)]: "cy: Do you use the bus?",
      [fieldAt(of, 0, "o3")]: says[fieldAt(of, 0, "o3")] ?? "",
    })
    expect((await read(of)).translation).toMatchObject({ stale: 1 })
    await write(of, { [`same_${fieldAt(of, 0)}`]: "yes" })
    const now = (await read(of)).translation
    expect(now).toMatchObject({ missing: 0, stale: 0 })
    expect(now.texts[first?.id ?? ""]?.o1).toEqual({ of: "Never", says: "cy: Never" })
    const version = await w.asWorker(async (ctx) => (await getConsultation(ctx, of.id)).version)
    await w.asWorker((ctx) =>
      changePlan(
        ctx,
        changePlanInput.parse({ id: of.id, version, title: "Do the trains work?", closesOn: "2099-01-01" }),
      ),
    )
    expect((await read(of)).translation).toMatchObject({ stale: 1 })
  })

  it("is offered as the consultation opens where it is whole, and not where it isn’t", async () => {
    const whole = await inWelsh()
    const half = await inWelsh()
    await write(whole, await everything(whole))
    await write(half, { [fieldAt(half, 0)]: "Ydych chi’n defnyddio’r bws?" })
    await open(whole)
    await open(half)
    expect(await offered(whole)).toEqual(["cy"])
    expect(await offered(half)).toEqual([])
    expect(await write(half, { [fieldAt(half, 3)]: "Dywedwch am un tro." })).toMatchObject({ offers: false })
    expect(await offered(half)).toEqual([])
    // The save that makes it whole while it is open offers it.
    expect(await write(half, await everything(half))).toMatchObject({ offers: true })
    expect(await offered(half)).toEqual(["cy"])
    await expect(w.asWorker((ctx) => removeLanguage(ctx, welsh(half.id)))).rejects.toThrow("it stays")
    await w.asWorker((ctx) => closeConsultation(ctx, { id: half.id, reason: "Enough." }))
    await expect(write(half, {})).rejects.toThrow("It has closed")
  })

  it("changes only in its spelling once groups read it, or after its English, and what it said is kept", async () => {
    const of = await inWelsh()
    await write(of, await everything(of))
    await open(of)
    await expect(write(of, { [fieldAt(of, 3)]: "Something else altogether." })).rejects.toMatchObject({
      field: fieldAt(of, 3),
      message: expect.stringContaining("only correct its spelling"),
    })
    await expect(write(of, { [fieldAt(of, 3)]: "" })).rejects.toThrow("only correct its spelling")
    await write(of, { [fieldAt(of, 3)]: "cy: Tell us about one tyme." })
    const correct = (over: Record<string, unknown>) =>
      w.asWorker((ctx) =>
        correctQuestion(ctx, {
          ...{
            id: of.questions[0]?.id ?? "",
            consultationId: of.id,
            version: 1,
            title: "Do you use the bus?",
          },
          ...{ help: "Any bus.", more: [], reason: "Groups asked.", ...over },
        }),
      )
    await correct({})
    // Help that came with a version isn’t translated yet; what is there stays offered.
    expect((await read(of)).translation).toMatchObject({ missing: 1, stale: 0 })
    expect(await offered(of)).toEqual(["cy"])
    await write(of, { [fieldAt(of, 0, "help")]: "Unrhyw fws." })
    await correct({ version: 2, help: "Any bus or coach." })
    expect((await read(of)).translation).toMatchObject({ missing: 0, stale: 1 })
    await write(of, { [fieldAt(of, 0, "help")]: "Unrhyw fws neu goets." })
    const { texts } = (await read(of)).translation
    expect(texts[of.questions[3]?.id ?? ""]?.title?.earlier).toMatchObject([
      { says: "cy: Tell us about one time." },
    ])
    // Nobody read the old help once its English had changed.
    expect(texts[of.questions[0]?.id ?? ""]?.help).toEqual({
      of: "Any bus or coach.",
      says: "Unrhyw fws neu goets.",
    })
  })

  it("refuses what was typed over a colleague’s words, or beside an English that has changed meanwhile", async () => {
    const of = await inWelsh()
    const seen = await seenNow(of)
    await write(of, { [fieldAt(of, 3)]: "Dywedwch am un tro." })
    await expect(write(of, { [fieldAt(of, 3)]: "Soniwch am un tro." }, { seen })).rejects.toMatchObject({
      theirs: { [fieldAt(of, 3)]: "Tell us about one time. → Dywedwch am un tro." },
    })
    // Another text of the same page is no trouble.
    await write(of, { [fieldAt(of, 0)]: "Ydych chi’n defnyddio’r bws?" }, { seen })
    const then = await seenNow(of)
    await w.asWorker((ctx) =>
      changeQuestion(
        ctx,
        changeQuestionInput.parse({
          ...asked(of.id, { kind: "text", title: "Tell us about two times." }),
          id: of.questions[3]?.id,
        }),
      ),
    )
    await expect(write(of, { [`same_${fieldAt(of, 3)}`]: "yes" }, { seen: then })).rejects.toThrow(
      "Somebody saved changes",
    )
  })

  it("is there once, and is removed as long as groups haven’t read it", async () => {
    const of = await inWelsh()
    await expect(w.asWorker((ctx) => addLanguage(ctx, welsh(of.id)))).rejects.toMatchObject({
      field: "language",
    })
    await w.asWorker((ctx) => removeLanguage(ctx, welsh(of.id)))
    expect((await w.asWorker((ctx) => listLanguages(ctx, of.id))).languages).toEqual([])
    await expect(write(of, {})).rejects.toThrow()
    expect(languageInput.safeParse({ id: of.id, language: "en" }).success).toBe(false)
  })

  it("is written by workers and managers of this LIO and by nobody else", async () => {
    const of = await inWelsh()
    await open(of)
    const says = translateInput.parse({ ...welsh(of.id), [fieldAt(of, 0)]: "Ydych chi’n defnyddio’r bws?" })
    for (const as of [w.asViewer, w.asLead, w.asOtherManager]) {
      await expect(as((ctx) => translate(ctx, says))).rejects.toThrow()
      await expect(as((ctx) => addLanguage(ctx, { id: of.id, language: "pl" }))).rejects.toThrow()
      await expect(as((ctx) => removeLanguage(ctx, welsh(of.id)))).rejects.toThrow()
    }
    await expect(w.asLead((ctx) => listLanguages(ctx, of.id))).rejects.toThrow()
    await expect(w.asOtherManager((ctx) => listLanguages(ctx, of.id))).rejects.toThrow()
    expect((await w.asViewer((ctx) => listLanguages(ctx, of.id))).languages).toHaveLength(1)
  })
})
