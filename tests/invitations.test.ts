import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { groups, invitations, letters, preferences, suppressions } from "@/db/schema"
import * as make from "@/db/seed/factories"
import { asGuest, asPerson, asSystem } from "@/lib/access/doors"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { saveAnswerInput } from "@/lib/consultations/answering/input"
import { openResponse } from "@/lib/consultations/answering/queries"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { finishConsultation, planConsultation } from "@/lib/consultations/commands"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { listSpokespeople } from "@/lib/consultations/invitations/queries"
import { nextDaytime, reminderMoment } from "@/lib/consultations/period"
import { getConsultation, listQuestions, signedOffAnswers } from "@/lib/consultations/queries"
import { addQuestion } from "@/lib/consultations/questions/commands"
import { getReach } from "@/lib/consultations/reach/queries"
import { remindNow, remindWhenDue } from "@/lib/consultations/reminders/commands"
import { signOffResponse } from "@/lib/consultations/signing/commands"
import { NotFound, SignedOut } from "@/lib/errors"
import { undoAct } from "@/lib/undo/commands"
import { consulting, day } from "./support/consulting"

const { w, asked, planned } = await consulting()

/** Groups as an import leaves them: a lead, a main contact, only an address of its own, or nothing. */
const cast = await w.system(async (ctx) => {
  const contact = await make.person(ctx, { name: "Connie Contact", email: "connie@ribble.example" })
  const withContact = await make.group(ctx, { name: "Bowls", stage: "member", mainContactId: contact.id })
  const withAddress = await make.group(ctx, { name: "Chess", stage: "member", email: "Chess@ribble.example" })
  const withNothing = await make.group(ctx, { name: "Darts", stage: "member" })
  return { contact, withContact, withAddress, withNothing }
})
const all = [w.foodbank, cast.withContact, cast.withAddress, cast.withNothing].map(({ id }) => id)
const spokespeople = (ids = all) =>
  w.system(async (ctx) =>
    (await listSpokespeople(ctx, ids, "consultations")).map(
      ({ group, address, by, lead }) => `${group} ${by} ${address} ${lead}`,
    ),
  )

/** Asks every member. */
const openToAll = (title: string) =>
  w.asWorker(async (ctx) => {
    const { id } = await planConsultation(ctx, planned({ title, audience: "view:stage=member" }))
    await addQuestion(ctx, asked(id))
    const opened = await openConsultation(ctx, { id, periodReason: null })
    return { ...opened, questions: await listQuestions(ctx, id) }
  })
const lettersOf = (title: string) =>
  w.system(async (ctx) => (await ctx.tx.select().from(letters)).filter(({ props }) => props?.title === title))
const keyOf = (letter: { props: unknown } | undefined) =>
  new URL(String((letter?.props as { url: string } | undefined)?.url), "http://x.example").searchParams.get(
    "key",
  ) ?? ""

describe("Who can be asked", () => {
  it("is whoever speaks for a group; else its main contact; else its own address", async () => {
    expect(await spokespeople()).toEqual([
      "Bowls contact connie@ribble.example true",
      "Clitheroe Food Bank speaker lead@ribble.example true",
      "Chess address chess@ribble.example true",
      "Clitheroe Food Bank speaker aisha@ribble.example false",
      "Clitheroe Food Bank speaker member@ribble.example false",
    ])
  })

  it("is the next in line when the lead’s address bounces, or the lead stopped such letters", async () => {
    await w.system((ctx) =>
      ctx.tx.update(groups).set({ email: "bank@ribble.example" }).where(eq(groups.id, w.foodbank.id)),
    )
    const lead = "Clitheroe Food Bank speaker lead@ribble.example true"
    const own = "Clitheroe Food Bank address bank@ribble.example true"
    await w.system((ctx) =>
      ctx.tx
        .insert(suppressions)
        .values({ lioId: ctx.lio.id, email: "lead@ribble.example", reason: "bounced", since: ctx.now }),
    )
    expect(await spokespeople()).toContain(own)
    expect(await spokespeople()).not.toContain(lead)
    await w.system((ctx) => ctx.tx.delete(suppressions))
    expect(await spokespeople()).toContain(lead)
    expect(await spokespeople()).not.toContain(own)
    await w.system((ctx) =>
      ctx.tx
        .insert(preferences)
        .values({ lioId: ctx.lio.id, personId: w.lead.id, stopped: ["consultations"], changedAt: ctx.now }),
    )
    expect(await spokespeople()).toContain(own)
    await w.system((ctx) => ctx.tx.delete(preferences))
  })

  it("is told before opening, in the letters, and in the reach by the same rule", async () => {
    const of = await openToAll("One rule")
    const sent = await lettersOf("One rule")
    expect(of.letters).toBe(sent.length)
    expect(sent.map(({ toEmail }) => toEmail)).toEqual(
      expect.arrayContaining(["connie@ribble.example", "chess@ribble.example", "lead@ribble.example"]),
    )
    const reach = await w.asWorker((ctx) => getReach(ctx, of.id))
    const by = Object.fromEntries(reach.groups.map((one) => [one.group, one.by]))
    expect(by).toMatchObject({
      Bowls: "contact",
      Chess: "address",
      Darts: null,
      "Clitheroe Food Bank": "speaker",
    })
    expect(reach.toRing, "nobody can be emailed there").toBe(
      reach.groups.filter((one) => one.by === null).length,
    )
  })
})

describe("A link to a main contact or to a group’s own address", async () => {
  const of = await openToAll("By own address")
  const sent = await lettersOf("By own address")
  const link = (email: string) => keyOf(sent.find(({ toEmail }) => toEmail === email))
  const answer = (group: string) =>
    saveAnswerInput.parse({ id: of.id, questionId: of.questions[0]?.id, version: 0, answer: "o1", group })
  const sign = (key: string, group: string, name?: string) =>
    asGuest("ribble", key, async (ctx) => {
      const { seen } = await openResponse(ctx, of.id, group)
      return signOffResponse(ctx, { id: of.id, group, seen, quotes: "no", name })
    })

  it("lets the main contact answer and send for that group, and for no other", async () => {
    const key = link("connie@ribble.example")
    await asGuest("ribble", key, (ctx) => saveAnswer(ctx, answer(cast.withContact.id)))
    expect(await sign(key, cast.withContact.id)).toMatchObject({ version: 1 })
    await expect(asGuest("ribble", key, (ctx) => saveAnswer(ctx, answer(w.choir.id)))).rejects.toThrow(
      NotFound,
    )
    await expect(asPerson("ribble", { email: "connie@ribble.example" }, async () => null)).rejects.toThrow(
      NotFound,
    )
  })

  it("asks whoever answers by the group’s address for their name, and says how it came", async () => {
    const key = link("chess@ribble.example")
    await asGuest("ribble", key, (ctx) => saveAnswer(ctx, answer(cast.withAddress.id)))
    await expect(sign(key, cast.withAddress.id)).rejects.toMatchObject({ field: "name" })
    await sign(key, cast.withAddress.id, "Kit King")
    const said = await w.asWorker((ctx) => signedOffAnswers(ctx, of.id))
    expect(said.find(({ group }) => group === "Chess")).toMatchObject({
      signedOffName: "Kit King, by the link sent to the group’s own address",
      onBehalf: false,
    })
    const copies = (await lettersOf("By own address")).filter(({ letter }) => letter === "consultation-copy")
    expect(copies.map(({ toEmail }) => toEmail)).toContain("chess@ribble.example")
  })

  it("runs out when the group has another address, or another main contact", async () => {
    const read = (key: string) => asGuest("ribble", key, (ctx) => getConsultation(ctx, of.id))
    const [chess, connie] = [link("chess@ribble.example"), link("connie@ribble.example")]
    await expect(read(chess)).resolves.toMatchObject({ title: "By own address" })
    await w.system((ctx) =>
      ctx.tx.update(groups).set({ email: "new@ribble.example" }).where(eq(groups.id, cast.withAddress.id)),
    )
    await w.system((ctx) =>
      ctx.tx.update(groups).set({ mainContactId: null }).where(eq(groups.id, cast.withContact.id)),
    )
    await expect(read(chess)).rejects.toThrow(SignedOut)
    await expect(read(connie)).rejects.toThrow(SignedOut)
    await w.system(async (ctx) => {
      await ctx.tx
        .update(groups)
        .set({ email: "chess@ribble.example" })
        .where(eq(groups.id, cast.withAddress.id))
      await ctx.tx
        .update(groups)
        .set({ mainContactId: cast.contact.id })
        .where(eq(groups.id, cast.withContact.id))
    })
  })

  it("tells them what came of it, with a link that opens for them", async () => {
    await w.asWorker((ctx) => closeConsultation(ctx, { ...of, reason: "All have answered" }))
    await w.asWorker((ctx) => finishConsultation(ctx, { id: of.id, outcome: "A bus." }))
    const told = (await lettersOf("By own address")).filter(({ letter }) => letter === "consultation-outcome")
    for (const email of ["chess@ribble.example", "connie@ribble.example"]) {
      const key = keyOf(told.find(({ toEmail }) => toEmail === email))
      expect(await asGuest("ribble", key, (ctx) => getConsultation(ctx, of.id))).toMatchObject({
        outcome: "A bus.",
      })
    }
  })
})

describe("A reminder", () => {
  const at = (time: string) => new Date(`${day(80)}T${time}:00Z`)
  const byHand = (id: string, now: Date) =>
    asPerson("ribble", { email: "worker@ribble.example" }, (ctx) => remindNow(ctx, { id }), { now })

  it("counts letters, and leaves a group that nobody can be written to its one reminder", async () => {
    const of = await openToAll("Remind by day")
    const before = (await lettersOf("Remind by day")).length
    const done = await byHand(of.id, at("11:00"))
    expect((await lettersOf("Remind by day")).length - before).toBe(done.letters)
    const marked = await w.system((ctx) =>
      ctx.tx.select().from(invitations).where(eq(invitations.consultationId, of.id)),
    )
    expect(marked.filter(({ remindedAt }) => remindedAt)).toHaveLength(done.groups)
    expect(marked.find(({ groupId }) => groupId === cast.withNothing.id)?.remindedAt).toBeNull()
    expect(done.unreached).toBe(marked.length - done.groups)
    await w.system((ctx) =>
      ctx.tx.update(groups).set({ email: "darts@ribble.example" }).where(eq(groups.id, cast.withNothing.id)),
    )
    expect(await byHand(of.id, at("12:00")), "once it has an address").toMatchObject({
      groups: 1,
      letters: 1,
    })
    await w.system((ctx) =>
      ctx.tx.update(groups).set({ email: null }).where(eq(groups.id, cast.withNothing.id)),
    )
  })

  it("goes only to the groups that were ticked; at night their reminder waits, and nobody else’s", async () => {
    const of = await openToAll("Remind these")
    const reminded = async () =>
      (
        await w.system((ctx) =>
          ctx.tx.select().from(invitations).where(eq(invitations.consultationId, of.id)),
        )
      ).flatMap(({ groupId, remindedAt }) => (remindedAt ? [groupId] : []))
    const these = (groupIds: string[], now: Date) =>
      asPerson(
        "ribble",
        { email: "worker@ribble.example" },
        (ctx) => remindNow(ctx, { id: of.id, groupIds }),
        {
          now,
        },
      )
    expect(await these([w.foodbank.id], at("11:00"))).toMatchObject({ groups: 1 })
    expect(await reminded()).toEqual([w.foodbank.id])
    await expect(these([w.foodbank.id], at("11:05")), "once only").rejects.toThrow(/already/)
    expect((await these([cast.withContact.id], at("22:59"))).later).not.toBeNull()
    expect(await reminded()).toEqual([w.foodbank.id])
    const morning = { now: at("09:00") }
    expect(await asSystem("ribble", (ctx) => remindWhenDue(ctx, of.id, true), morning)).toBe(1)
    expect((await reminded()).sort()).toEqual([w.foodbank.id, cast.withContact.id].sort())
  })

  it("that waits for the morning is seen on the page of who answered, and is called off with one press", async () => {
    const of = await openToAll("Remind or not")
    const night = at("22:59")
    const done = await byHand(of.id, night)
    const planned = () => w.asWorker((ctx) => getReach(ctx, of.id))
    const due = (await planned()).groups.filter(({ reminderDueAt }) => reminderDueAt)
    expect(due).toHaveLength(done.groups)
    expect(due[0]?.reminderDueAt).toEqual(done.later)
    expect((await planned()).toRemind).toBe(0)
    await expect(byHand(of.id, night), "planned already").rejects.toThrow()
    const undo = { what: "reminders", id: done.plan ?? "" } as const
    for (const stranger of [w.asViewer, w.asLead, w.asOtherManager])
      await expect(stranger((ctx) => undoAct(ctx, undo))).rejects.toThrow()
    expect((await planned()).groups.filter(({ reminderDueAt }) => reminderDueAt)).toHaveLength(done.groups)
    expect(await w.asWorker((ctx) => undoAct(ctx, undo))).toMatchObject({
      path: `consultations/${of.id}/reach`,
    })
    expect((await planned()).toRemind).toBe(done.groups)
    await expect(w.asWorker((ctx) => undoAct(ctx, undo))).rejects.toThrow(/been called off/)
    const before = (await lettersOf("Remind or not")).length
    const morning = { now: at("09:00") }
    expect(await asSystem("ribble", (ctx) => remindWhenDue(ctx, of.id, true), morning)).toBe(0)
    expect(await lettersOf("Remind or not")).toHaveLength(before)
  })

  it("waits for the morning when it is night by the LIO’s clock, by hand and by the clock", async () => {
    const of = await openToAll("Remind at night")
    const before = (await lettersOf("Remind at night")).length
    const done = await byHand(of.id, at("22:59"))
    expect(done.later?.toISOString()).toBe(nextDaytime(at("22:59"), "Europe/London").toISOString())
    expect(await asSystem("ribble", (ctx) => remindWhenDue(ctx, of.id), { now: at("03:00") })).toBe(0)
    expect(await lettersOf("Remind at night")).toHaveLength(before)
    expect(
      await asSystem("ribble", (ctx) => remindWhenDue(ctx, of.id), { now: at("09:00") }),
    ).toBeGreaterThan(0)
  })

  it.each([
    ["2026-06-04T22:59:00Z", "2026-06-01T09:00:00.000Z", "closes at midnight, in summer"],
    ["2026-10-26T09:00:00Z", "2026-10-23T09:00:00.000Z", "across the end of summer time"],
    ["2026-12-07T17:00:00Z", "2026-12-04T10:00:00.000Z", "in winter"],
  ])("of what closes %s goes %s: %s", (closes, goes) => {
    const now = new Date("2026-05-01T09:00:00Z")
    expect(reminderMoment(new Date(closes), now, "Europe/London")?.toISOString()).toBe(goes)
  })

  it.each([
    ["2026-06-04T06:59:00Z", "2026-06-04T07:00:00.000Z"],
    ["2026-06-04T07:00:00Z", "2026-06-04T07:00:00.000Z"],
    ["2026-06-04T19:00:00Z", "2026-06-05T07:00:00.000Z"],
    ["2026-10-24T20:00:00Z", "2026-10-25T08:00:00.000Z"],
  ])("at %s would go %s", (now, goes) => {
    expect(nextDaytime(new Date(now), "Europe/London").toISOString()).toBe(goes)
  })
})
