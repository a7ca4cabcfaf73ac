import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import * as make from "@/db/seed/factories"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { openResponse } from "@/lib/consultations/answering/queries"
import { getReach } from "@/lib/consultations/reach/queries"
import { signOffResponse } from "@/lib/consultations/signing/commands"
import type { Quotes } from "@/lib/consultations/signing/consent/words"
import { consentOfFirst } from "@/lib/consultations/signing/two/words"
import { noteThere, removeComment, sayComment, setSigningRule } from "@/lib/consultations/together/commands"
import { listColleagues, listComments, signsWithTwo } from "@/lib/consultations/together/queries"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { consulting } from "./support/consulting"

const { w, open, said, asAisha, postedFor } = await consulting()
const group = w.foodbank.id
const secondLead = "second-lead@ribble.example"

describe("Colleagues who answer together", async () => {
  const of = await open({ title: "Together" })
  const place = { consultationId: of.id, groupId: group }
  const third = of.questions[2]?.id ?? ""

  it("see who is at which question, and nobody else does", async () => {
    await asAisha((ctx) => noteThere(ctx, { ...place, questionId: third }))
    expect(await w.asLead((ctx) => listColleagues(ctx, place))).toMatchObject([
      { name: "Aisha Two", question: 3 },
    ])
    expect(await asAisha((ctx) => listColleagues(ctx, place)), "not oneself").toEqual([])
    expect(await w.asManager((ctx) => listColleagues(ctx, place))).toEqual([])
    const later = new Date(Date.now() + 11 * 60_000)
    expect(await w.as("lead@ribble.example", (ctx) => listColleagues({ ...ctx, now: later }, place))).toEqual(
      [],
    )
  })

  it("are counted as having opened it, before anybody has written a word", async () => {
    const reach = await w.asManager((ctx) => getReach(ctx, of.id))
    expect(reach).toMatchObject({ waiting: 2, opened: 1 })
    await w.asWorker((ctx) => noteThere(ctx, { ...place, groupId: w.choir.id, questionId: third }))
    expect((await w.asManager((ctx) => getReach(ctx, of.id))).opened, "staff who look open nothing").toBe(1)
  })

  it("say things to each other that staff and other groups can’t read, also by SQL", async () => {
    const comment = { id: of.id, group, questionId: third, words: "Ask the drivers first?" }
    await asAisha((ctx) => sayComment(ctx, comment))
    const [seen] = await w.asLead((ctx) => listComments(ctx, place, third))
    expect(seen).toMatchObject({ name: "Aisha Two", words: "Ask the drivers first?", mine: false })
    await expect(w.asManager((ctx) => sayComment(ctx, comment))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => sayComment(ctx, comment))).rejects.toThrow(NotAllowed)
    expect(await w.asManager((ctx) => listComments(ctx, place, third))).toEqual([])
    for (const as of [w.asManager, w.asWorker, w.asViewer])
      expect(await as((ctx) => ctx.tx.execute(sql`select from answer_comments`))).toHaveLength(0)
    expect(await w.asManager((ctx) => ctx.tx.execute(sql`select from answering_now`))).toHaveLength(0)
    const gone = { id: of.id, group, commentId: seen?.id ?? "" }
    await expect(
      w.asLead((ctx) => removeComment(ctx, gone)),
      "only one’s own",
    ).rejects.toThrow(NotFound)
    await asAisha((ctx) => removeComment(ctx, gone))
    expect(await w.asLead((ctx) => listComments(ctx, place, third))).toEqual([])
  })
})

it("Colleagues can’t leave comments where answers are named to nobody: they would say what the answers don’t", async () => {
  const of = await open({ title: "In confidence", naming: "nobody" })
  const comment = { id: of.id, group, questionId: of.questions[0]?.id ?? "", words: "We say no, don’t we?" }
  await expect(asAisha((ctx) => sayComment(ctx, comment))).rejects.toThrow(/anonymous/)
})

describe("A group whose answers two sign", () => {
  const rule = (id: string, two: boolean) => ({ id, group, two })
  const signAs = (email: string, id: string, quotes: Quotes = "public") =>
    w.as(email, async (ctx) => {
      const { seen } = await openResponse(ctx, id, group)
      return signOffResponse(ctx, { id, group, seen, quotes })
    })

  it("needs two leads, and says so itself", async () => {
    const of = await open({ title: "One lead" })
    await expect(w.asLead((ctx) => setSigningRule(ctx, rule(of.id, true)))).rejects.toThrow(
      /has only one lead/,
    )
    await expect(asAisha((ctx) => setSigningRule(ctx, rule(of.id, true)))).rejects.toThrow(NotAllowed)
    await expect(w.asManager((ctx) => setSigningRule(ctx, rule(of.id, true)))).rejects.toThrow(NotAllowed)
  })

  it("is counted once both have signed the same words", async () => {
    await w.system((ctx) =>
      make.speaker(ctx, { name: "Sam Second", email: secondLead, groups: [w.foodbank], speaks: "lead" }),
    )
    const of = await open({ title: "Two sign" })
    await w.asLead((ctx) => setSigningRule(ctx, rule(of.id, true)))
    expect(await w.asLead((ctx) => signsWithTwo(ctx, group))).toBe(true)
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1")))
    expect(await signAs("lead@ribble.example", of.id)).toMatchObject({ waits: true })
    expect((await w.asManager((ctx) => getReach(ctx, of.id))).answered, "not yet").toBe(0)
    await expect(signAs("lead@ribble.example", of.id)).rejects.toThrow(/Another lead/)
    const letters = (await postedFor("Two sign")).filter(({ letter }) => letter === "consultation-ready")
    expect(letters.map(({ toEmail, props }) => [toEmail, props?.second])).toEqual([[secondLead, true]])
    await asAisha((ctx) => saveAnswer(ctx, said(of, 1, ["o1"])))
    expect(await signAs(secondLead, of.id), "changed since: both sign again").toMatchObject({ waits: true })
    const done = await signAs("lead@ribble.example", of.id)
    expect(done).toMatchObject({ waits: false, version: 1 })
    expect((await w.asManager((ctx) => getReach(ctx, of.id))).answered).toBe(1)
    const { sent } = await w.asLead((ctx) => openResponse(ctx, of.id, group))
    expect(sent?.signedOffName).toBe("Sam Second and Leila Lead")
    await expect(signAs(secondLead, of.id)).rejects.toThrow(RuleBroken)
  })

  it("is counted once when both sign in the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const of = await open({ title: `At once ${round}` })
      await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1")))
      // Both have the page open, and nobody has signed: each reads before the other writes.
      const both = await Promise.all([signAs("lead@ribble.example", of.id), signAs(secondLead, of.id)])
      expect(both.map(({ waits }) => waits).sort()).toEqual([false, true])
      expect(both.map(({ version }) => version).sort()).toEqual([0, 1])
    }
  })

  it("is quoted only where both said so: one who says otherwise signs first", async () => {
    for (const naming of ["body", "nobody"]) {
      const of = await open({ title: `Quoted ${naming}`, naming })
      await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1")))
      expect(await signAs("lead@ribble.example", of.id, "no")).toMatchObject({ waits: true })
      const there = await w.as(secondLead, (ctx) => openResponse(ctx, of.id, group))
      expect(consentOfFirst(there)).toBe("no")
      expect(await signAs(secondLead, of.id, "public")).toMatchObject({ waits: true })
      expect(consentOfFirst(await w.asLead((ctx) => openResponse(ctx, of.id, group)))).toBe(
        naming === "body" ? "public" : "groups",
      )
      const done = await signAs("lead@ribble.example", of.id, "public")
      expect(done).toMatchObject({ waits: false, version: 1 })
    }
  })

  it("can go back to one", async () => {
    const of = await open({ title: "One again" })
    await w.asLead((ctx) => setSigningRule(ctx, rule(of.id, false)))
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1")))
    expect(await signAs("lead@ribble.example", of.id)).toMatchObject({ waits: false, version: 1 })
  })
})
