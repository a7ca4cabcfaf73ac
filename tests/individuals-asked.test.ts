import { describe, expect, it } from "vitest"
import { changePlan } from "@/lib/consultations/commands"
import { copyConsultation } from "@/lib/consultations/copying/commands"
import { correctEdition } from "@/lib/consultations/editions/commands"
import { askPeople } from "@/lib/consultations/individuals/commands"
import { byIndividualLink, getOpenToPeople, listOpenToPeople } from "@/lib/consultations/individuals/queries"
import { changePlanInput, stopInput } from "@/lib/consultations/input"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { getConsultation, listQuestions } from "@/lib/consultations/queries"
import { addQuestion } from "@/lib/consultations/questions/commands"
import { stopConsultation } from "@/lib/consultations/stopping/commands"
import { NotAllowed, NotFound, RuleBroken, SignedOut } from "@/lib/errors"
import { answeringForYourself } from "./support/individuals"

const { w, draft, open, planned, asked, allow, openToPeople, say, rowOf, keyOf, both, close, documentOf } =
  await answeringForYourself()

describe("Whether people may answer", () => {
  it("is for workers to say, and for anybody to see only where they did, while it is open", async () => {
    const of = await open({ title: "Not for people" })
    const see = () => w.asPublic((ctx) => getOpenToPeople(ctx, of.id))
    const listed = async () => (await w.asPublic(listOpenToPeople)).some(({ id }) => id === of.id)
    await expect(see()).rejects.toThrow(NotFound)
    await expect(say(of, "p@example.org", [{ answer: "o1" }])).rejects.toThrow(NotFound)
    const wanted = { id: of.id, individuals: true }
    await expect(w.asViewer((ctx) => askPeople(ctx, wanted))).rejects.toThrow(NotAllowed)
    await expect(w.asLead((ctx) => askPeople(ctx, wanted))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => askPeople(ctx, wanted))).rejects.toThrow(NotFound)
    expect(await listed()).toBe(false)
    await allow(of.id)
    expect((await see()).questions).toHaveLength(4)
    expect(await listed()).toBe(true)
    await allow(of.id, false)
    await allow(of.id)
    await say(of, "p@example.org", [{ answer: "o1" }])
    await expect(allow(of.id, false)).rejects.toThrow(/already answered for themselves/)
    await w.asWorker((ctx) =>
      stopConsultation(ctx, stopInput.parse({ id: of.id, reason: "The plan is gone." })),
    )
    expect(await rowOf(of, "p@example.org"), "nothing is kept of a stopped one").toBeUndefined()
    expect(await listed()).toBe(false)
    await expect(allow(of.id)).rejects.toThrow(RuleBroken)
  })

  it("isn’t theirs where answers are named to nobody, and goes along with a copy", async () => {
    const of = await draft({ title: "To nobody", naming: "nobody" })
    await expect(allow(of.id)).rejects.toThrow(/named to nobody/)
    const named = await draft({ title: "Copied" })
    await allow(named.id)
    const { version } = await w.asWorker((ctx) => getConsultation(ctx, named.id))
    const plan = changePlanInput.parse({
      ...planned({ naming: "nobody" }),
      closesOn: null,
      id: named.id,
      version,
    })
    await expect(w.asWorker((ctx) => changePlan(ctx, plan))).rejects.toThrow(/named to nobody/)
    const copy = await w.asWorker((ctx) => copyConsultation(ctx, { id: named.id }))
    expect((await w.asWorker((ctx) => getConsultation(ctx, copy.id))).individuals).toBe(true)
  })

  it("leaves what they said alone in a corrected edition, and programs and other links outside", async () => {
    const of = await openToPeople({ title: "Corrected" })
    await say(of, "robot@example.org", [{ answer: "o1" }], { company: "Spam Ltd" })
    expect(await rowOf(of, "robot@example.org")).toBeUndefined()
    await both(of, "p@example.org", [{ answer: "o1" }])
    await expect(say(of, "p@example.org", [])).rejects.toThrow(/Answer at least one|Choose/)
    const other = { lio: "mersey", key: await keyOf(of, "p@example.org") }
    await expect(byIndividualLink(other, async () => 1)).rejects.toThrow(SignedOut)
    await close(of.id)
    const before = (await documentOf(of.id)).people
    await w.asWorker((ctx) => correctEdition(ctx, { id: of.id, change: "A size was wrong." }))
    expect((await documentOf(of.id)).people).toEqual(before)
  })

  it("is asked of them of everything but files, which only groups send", async () => {
    const made = await draft({ title: "With a file" })
    await w.asWorker((ctx) =>
      addQuestion(ctx, asked(made.id, { kind: "file", title: "Your accounts", required: "yes" })),
    )
    await w.asWorker((ctx) => openConsultation(ctx, { id: made.id, periodReason: null }))
    const of = { id: made.id, questions: await w.asWorker((ctx) => listQuestions(ctx, made.id)) }
    await allow(of.id)
    for (const at of [1, 2, 3, 4, 5]) await both(of, `p${at}@example.org`, [{ answer: "o1" }])
    await expect(say(of, "q@example.org", [{}, {}, {}, {}, { answer: "x" }])).rejects.toThrow(
      /Answer at least one|Choose an answer/,
    )
    await close(of.id)
    const { people } = await documentOf(of.id)
    expect(people?.answered).toBe(5)
    expect(people?.questions.map(({ number }) => number)).toEqual([1, 2, 3, 4])
  })

  it("so many times a quarter of an hour from one address", async () => {
    const of = await openToPeople({ title: "Often" })
    for (let at = 0; at < 5; at++) await say(of, "often@example.org", [{ answer: "o1" }])
    await expect(say(of, "often@example.org", [{ answer: "o1" }])).rejects.toThrow(/a lot of answers/)
  })
})
