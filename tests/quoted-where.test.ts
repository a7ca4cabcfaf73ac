import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { consentInput, signOffInput } from "@/lib/consultations/answering/input"
import { getResults } from "@/lib/consultations/results/queries"
import { changeConsent } from "@/lib/consultations/signing/consent/commands"
import { type Quotes, quotesFor } from "@/lib/consultations/signing/consent/words"
import { NotAllowed } from "@/lib/errors"
import { getPreview } from "@/lib/representations/publishing/queries"
import { getPublished } from "@/lib/representations/versions/queries"
import { papers } from "./support/papers"

const { w, closedOne, sentOne } = await papers()
const says = (of: string, quotes: Quotes) =>
  w.asLead((ctx) => changeConsent(ctx, { id: of, group: w.foodbank.id, quotes }))
const quoted = (of: string) =>
  w.asLead(async (ctx) => {
    const { questions } = await getResults(ctx, of)
    return questions.flatMap(({ written }) => written.map(({ text }) => text))
  })
const OURS = "The last bus left without us. Nobody came back."

describe("Where a group’s words may be quoted", () => {
  it("is in papers, only among the groups that were asked, or nowhere, as the group says", async () => {
    const { id, of: asked } = await closedOne()
    const of = asked.id
    const printed = async () => {
      const { paper, leftOut } = await w.asViewer((ctx) => getPreview(ctx, id))
      return { quotes: paper.asks[0]?.evidence.map(({ quote }) => quote), leftOut }
    }
    expect(await quoted(of)).toContain(OURS)
    expect((await printed()).quotes).toContain("Nobody came back.")
    await says(of, "groups")
    expect(await quoted(of), "the groups that were asked still read it").toContain(OURS)
    expect(await printed()).toMatchObject({ quotes: ["We sing at home now."] })
    expect((await printed()).leftOut[0]).toMatch(/has not agreed to be quoted in papers/)
    await says(of, "no")
    expect(await quoted(of)).not.toContain(OURS)
    await says(of, "public")
    expect((await printed()).quotes).toContain("Nobody came back.")
  })

  it("goes for versions that are out, too: what is only for groups is shown there no more", async () => {
    const { id, of: asked } = await sentOne()
    const of = asked.id
    const shown = async () => (await w.asPublic((ctx) => getPublished(ctx, id, 1))).content?.asks[0]
    expect((await shown())?.evidence.map(({ quote }) => quote)).toContain("Nobody came back.")
    await says(of, "groups")
    expect((await shown())?.evidence.map(({ quote }) => quote)).not.toContain("Nobody came back.")
    expect((await shown())?.removed).toMatchObject([{ why: "consent" }])
  })

  it("is for the lead to say; staff only note that a group took it back", async () => {
    const of = (await closedOne()).of.id
    const by = (quotes: Quotes) => (as: typeof w.asWorker) =>
      as((ctx) => changeConsent(ctx, { id: of, group: w.foodbank.id, quotes }))
    await expect(by("groups")(w.asMember)).rejects.toThrow(NotAllowed)
    await expect(by("groups")(w.asWorker)).rejects.toThrow(NotAllowed)
    await by("no")(w.asWorker)
    expect(await quoted(of)).not.toContain(OURS)
  })

  it("is never papers alone, and not papers at all where answers are named to nobody", async () => {
    const of = (await closedOne()).of.id
    await expect(
      w.system((ctx) =>
        ctx.tx.execute(sql`update responses set quotable_to_groups = false where consultation_id = ${of}`),
      ),
    ).rejects.toThrow()
    expect(quotesFor({ naming: "nobody" }).map(({ value }) => value)).toEqual(["groups", "no"])
    const unsaid = signOffInput.parse({ id: of, group: "", seen: "1" })
    expect(unsaid.quotes, "who says nothing isn’t quoted").toBe("no")
    expect(consentInput.safeParse({ id: of, group: w.foodbank.id, quotes: "yes" }).success).toBe(false)
  })
})
