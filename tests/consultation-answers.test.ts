import { describe, expect, it } from "vitest"
import { events, responseVersions } from "@/db/schema"
import { saveAnswer, tellLead } from "@/lib/consultations/answering/commands"
import { firstUnanswered, getOpenResponse, openResponse } from "@/lib/consultations/answering/queries"
import { closeConsultation, closeWhenDue } from "@/lib/consultations/closing/commands"
import { finishConsultation } from "@/lib/consultations/commands"
import { getConsultation, listYours, signedOffAnswers } from "@/lib/consultations/queries"
import { getReach } from "@/lib/consultations/reach/queries"
import { getResults } from "@/lib/consultations/results/queries"
import { declineToAnswer, signOffResponse } from "@/lib/consultations/signing/commands"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { consulting } from "./support/consulting"

const { w, second, open, said, sign, postedFor, asAisha } = await consulting()

describe("A group’s one answer", async () => {
  const it1 = await open({ title: "One answer" })

  it("is written by two people, question by question, and who changed it last is known", async () => {
    await w.asMember((ctx) => saveAnswer(ctx, said(it1, 0, "o1")))
    await asAisha((ctx) => saveAnswer(ctx, said(it1, 3, "  The last bus left without us. ")))
    const answering = await w.asLead((ctx) => openResponse(ctx, it1.id, w.foodbank.id))
    expect(answering.answers.get(it1.questions[0]?.id ?? "")?.saver).toBe("Mo Member")
    expect(answering.answers.get(it1.questions[3]?.id ?? "")).toMatchObject({
      saver: second.name,
      value: { text: "The last bus left without us." },
    })
    expect(firstUnanswered(answering)).toBe(2)
  })

  it("refuses the second of two who change the same answer, with both versions, and takes it on purpose", async () => {
    const late = w.asLead((ctx) => saveAnswer(ctx, said(it1, 3, "Mine")))
    await expect(late).rejects.toMatchObject({
      field: "answer",
      theirs: { answer: "The last bus left without us.", version: "1" },
    })
    await expect(late).rejects.toThrow(/Aisha Two changed this answer just now/)
    await w.asLead((ctx) => saveAnswer(ctx, said(it1, 3, "Mine", { version: 1 })))
    const same = w.asMember((ctx) => saveAnswer(ctx, said(it1, 3, "Mine", { version: 1 })))
    await expect(same, "saying the same again is no conflict").resolves.toMatchObject({ next: null })
  })

  it("takes what fits the question only", async () => {
    const tries: [number, string | string[]][] = [
      [0, "o9"],
      [0, ""],
      [1, ["o1", "unsure"]],
      [2, "6"],
      [2, "x"],
    ]
    for (const [at, answer] of tries) {
      await expect(
        w.asLead((ctx) => saveAnswer(ctx, said(it1, at, answer, { version: 1 }))),
      ).rejects.toMatchObject({ field: "answer" })
    }
    await w.asLead((ctx) => saveAnswer(ctx, said(it1, 2, "unsure")))
    await w.asLead((ctx) => saveAnswer(ctx, said(it1, 1, ["o1", "o2"])))
  })

  it("is not for other groups, other LIOs, or groups that were not asked", async () => {
    for (const as of [w.asOutsider, w.asOtherManager, w.asPublic]) {
      await expect(as((ctx) => getConsultation(ctx, it1.id))).rejects.toThrow(NotFound)
      await expect(as((ctx) => getOpenResponse(ctx, it1.id, w.foodbank.id))).rejects.toThrow(NotFound)
      await expect(as((ctx) => saveAnswer(ctx, said(it1, 0, "o2")))).rejects.toThrow(NotFound)
    }
    await expect(
      w.asLead((ctx) => saveAnswer(ctx, said(it1, 0, "o2", { group: w.choir.id }))),
    ).rejects.toThrow(NotFound)
    await expect(w.asMember((ctx) => getOpenResponse(ctx, it1.id, null))).resolves.toMatchObject({
      answering: null,
      yours: { length: 2 },
    })
  })

  it("is no answer before it is sent: neither in the reach, the results, nor for staff who would read it", async () => {
    const reach = await w.asWorker((ctx) => getReach(ctx, it1.id))
    expect(reach).toMatchObject({ asked: 2, answered: 0, drafting: 1, waiting: 1 })
    expect(reach.groups.find(({ groupId }) => groupId === w.foodbank.id)).toMatchObject({
      answered: 4,
      questions: 4,
    })
    expect(JSON.stringify(reach)).not.toContain("Mine")
    expect(await w.asWorker((ctx) => signedOffAnswers(ctx, it1.id))).toEqual([])
    expect(await w.asWorker((ctx) => getResults(ctx, it1.id))).toMatchObject({ answered: 0 })
    await expect(w.asWorker((ctx) => getOpenResponse(ctx, it1.id, w.foodbank.id))).rejects.toThrow(NotAllowed)
    const log = await w.system((ctx) => ctx.tx.select().from(events))
    expect(JSON.stringify(log)).not.toContain("The last bus left")
  })

  it("is sent by the lead only, and members can tell the lead", async () => {
    await expect(w.asMember((ctx) => sign(ctx, it1))).rejects.toThrow(NotAllowed)
    await w.asMember((ctx) => tellLead(ctx, { id: it1.id, group: w.foodbank.id }))
    const ready = (await postedFor("One answer")).filter(({ letter }) => letter === "consultation-ready")
    expect(ready.map(({ toEmail }) => toEmail)).toEqual(["lead@ribble.example"])
    const unread = w.asLead((ctx) =>
      signOffResponse(ctx, { id: it1.id, group: w.foodbank.id, seen: "1", quotes: "public" }),
    )
    await expect(unread, "what the lead has not read is not signed").rejects.toThrow(/changed an answer/)
    const sent = await w.asLead((ctx) => sign(ctx, it1))
    expect(sent).toMatchObject({ version: 1 })
    expect(sent.reference).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    await expect(
      w.asLead((ctx) => sign(ctx, it1)),
      "twice is once",
    ).rejects.toThrow(/already/)
  })

  it("can be changed until it closes: what was sent counts until it is sent again", async () => {
    await asAisha((ctx) => saveAnswer(ctx, said(it1, 0, "o3", { version: 1 })))
    const picked = async () =>
      (await w.asWorker((ctx) => signedOffAnswers(ctx, it1.id)))[0]?.answers[it1.questions[0]?.id ?? ""]
    expect(await picked()).toEqual({ choice: "o1" })
    expect(await w.asLead((ctx) => sign(ctx, it1))).toMatchObject({ version: 2 })
    expect(await picked()).toEqual({ choice: "o3" })
    const versions = await w.system((ctx) => ctx.tx.select().from(responseVersions))
    expect(versions.map(({ version }) => version)).toEqual([1, 2])
  })

  it("lets a group say that it has nothing to say, and change its mind", async () => {
    const decline = { id: it1.id, group: w.choir.id }
    await expect(w.asMember((ctx) => declineToAnswer(ctx, decline))).rejects.toThrow(NotAllowed)
    await w.asWorker((ctx) => declineToAnswer(ctx, decline))
    expect(await w.asWorker((ctx) => getReach(ctx, it1.id))).toMatchObject({ nothing: 1, waiting: 0 })
    await w.asMember((ctx) => saveAnswer(ctx, said(it1, 0, "o1", { group: w.choir.id })))
    expect(await w.asWorker((ctx) => getReach(ctx, it1.id))).toMatchObject({ nothing: 0, drafting: 1 })
  })

  it("is closed by hand or by the clock, once, and then nothing changes", async () => {
    await expect(
      w.asViewer((ctx) => closeConsultation(ctx, { ...it1, reason: "All have answered" })),
    ).rejects.toThrow(NotAllowed)
    await w.asWorker((ctx) => closeConsultation(ctx, { ...it1, reason: "All have answered" }))
    await expect(
      w.asWorker((ctx) => closeConsultation(ctx, { ...it1, reason: "All have answered" })),
    ).rejects.toThrow(RuleBroken)
    await expect(w.asLead((ctx) => saveAnswer(ctx, said(it1, 0, "o2", { version: 2 })))).rejects.toThrow(
      /has closed/,
    )
    await expect(w.asLead((ctx) => sign(ctx, it1))).rejects.toThrow(/has closed/)
    expect(await w.system((ctx) => closeWhenDue(ctx, it1.id))).toBe(false)
  })

  it("shows what came out to those who were asked, once it has closed; and needs an outcome to be finished", async () => {
    const results = await w.asMember((ctx) => getResults(ctx, it1.id))
    expect(results).toMatchObject({ asked: 2, answered: 1 })
    expect(results.questions[0]).toMatchObject({
      finding: "1 group answered, too few to sum up",
      options: [{ count: 0 }, { count: 0 }, { count: 1 }],
    })
    await expect(w.asOutsider((ctx) => getResults(ctx, it1.id))).rejects.toThrow(NotFound)
    const finish = (outcome: string) => w.asWorker((ctx) => finishConsultation(ctx, { id: it1.id, outcome }))
    expect(await finish("An evening bus from May.")).toMatchObject({ told: 3 })
    await expect(finish("Again")).rejects.toThrow(RuleBroken)
    const [yours] = (await w.asLead(listYours)).filter(({ id }) => id === it1.id)
    expect(yours).toMatchObject({ state: "finished", outcome: "An evening bus from May." })
  })
})

describe("From paper", () => {
  it("staff enter a group’s answers, marked so, until the group takes them up itself", async () => {
    const of = await open({ title: "On paper" })
    await w.asWorker((ctx) => saveAnswer(ctx, said(of, 0, "o2")))
    await expect(w.asViewer((ctx) => saveAnswer(ctx, said(of, 0, "o1")))).rejects.toThrow(NotAllowed)
    await w.asWorker((ctx) => sign(ctx, of))
    const [entered] = await w.asWorker((ctx) => signedOffAnswers(ctx, of.id))
    expect(entered).toMatchObject({
      onBehalf: true,
      signedOffName: "Wendy Worker, Ribble CVS, for the group",
    })
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1", { version: 1 })))
    await expect(w.asWorker((ctx) => saveAnswer(ctx, said(of, 0, "o3", { version: 2 })))).rejects.toThrow(
      NotAllowed,
    )
  })
})
