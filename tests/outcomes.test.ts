import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { letters, loopLetters, people } from "@/db/schema"
import { finishConsultation, finishOrTry } from "@/lib/consultations/commands"
import { writeEmail } from "@/lib/consultations/invitations/commands"
import { getConsultation, listYours } from "@/lib/consultations/queries"
import { tryRemindNow } from "@/lib/consultations/reminders/commands"
import { getTestEmail } from "@/lib/email/outbox/queries"
import { writeNext } from "@/lib/email/sending/commands"
import { NotAllowed, RuleBroken } from "@/lib/errors"
import {
  closeOrTry,
  closeRepresentation,
  reopenRepresentation,
} from "@/lib/representations/outcomes/commands"
import { listOutcomes } from "@/lib/representations/outcomes/queries"
import { getRepresentation } from "@/lib/representations/queries"
import { recordAskOutcome } from "@/lib/representations/replies/commands"
import { papers } from "./support/papers"

const { w, heard, drafted, draft, open, publish, send, paper, closedOne, sentOne, reply, postedFor } =
  await papers()

describe("While its consultation is open", () => {
  it("a paper is published and sent only by somebody who says why, and says itself that its numbers are not final", async () => {
    const { id, ask } = await drafted(await heard())
    await expect(publish(id)).rejects.toMatchObject({
      field: "despite",
      message: expect.stringMatching(/2 of 2 groups/),
    })
    await publish(id, "The council meets before")
    expect((await paper(id)).content?.consultation).toMatchObject({
      openUntil: expect.any(String),
      closedAt: null,
    })
    await expect(send(id)).rejects.toMatchObject({ field: "despite" })
    await send(id, { despite: "The council meets before" })
    await reply(ask)
    await expect(
      w.asWorker((ctx) => closeRepresentation(ctx, { id, outcome: "Mondays." })),
      "nor do letters go to groups",
    ).rejects.toMatchObject({ field: "despite" })
  })
})

describe("Telling the groups", () => {
  const toldOf = (id: string) =>
    w.system((ctx) => ctx.tx.select().from(loopLetters).where(eq(loopLetters.representationId, id)))
  const written = (title: string) =>
    w.system(async (ctx) =>
      (await ctx.tx.select().from(letters)).filter(
        ({ letter, props }) => /-outcome$/.test(letter) && JSON.stringify(props).includes(title),
      ),
    )

  it("counts the groups that were written to, and names those where nobody could be", async () => {
    const { id, ask } = await sentOne()
    await reply(ask)
    await w.system((ctx) => ctx.tx.update(people).set({ email: null }).where(eq(people.id, w.member.id)))
    const closed = await w.asWorker((ctx) => closeRepresentation(ctx, { id, outcome: "Mondays." }))
    await w.system((ctx) =>
      ctx.tx.update(people).set({ email: "member@ribble.example" }).where(eq(people.id, w.member.id)),
    )
    expect(closed).toMatchObject({ told: 1, unreached: ["Côr Meibion Llanfair"] })
    expect(await w.asViewer((ctx) => getRepresentation(ctx, id))).toMatchObject({
      told: 1,
      unreached: ["Côr Meibion Llanfair"],
    })
  })

  it("is tried on oneself first: what was typed is kept and nobody else hears", async () => {
    const { id, ask } = await sentOne({ title: "Tried first" })
    await reply(ask)
    const tried = await w.asWorker((ctx) =>
      closeOrTry(ctx, { id, outcome: "Buses on Mondays.", button: "try" }),
    )
    expect(tried.tried).toMatchObject({ email: "worker@ribble.example", group: "Clitheroe Food Bank" })
    expect((await written("Tried first")).map(({ toEmail }) => toEmail)).toEqual(["worker@ribble.example"])
    expect(await toldOf(id)).toEqual([])
    const whole = await w.asViewer((ctx) => getRepresentation(ctx, id))
    expect(whole).toMatchObject({ outcome: "Buses on Mondays.", closedAt: null })
    expect((await paper(id)).closedAt).toBeNull()
  })

  it("is one email for one outcome, whichever of the two is closed first", async () => {
    for (const first of ["representation", "consultation"]) {
      const title = `Told by the ${first}`
      const { id, ask, of } = await sentOne({ title })
      await reply(ask)
      const close = () => w.asWorker((ctx) => closeRepresentation(ctx, { id, outcome: "Mondays." }))
      const finish = () => w.asWorker((ctx) => finishConsultation(ctx, { id: of.id, outcome: "Mondays." }))
      for (const act of first === "representation" ? [close, finish] : [finish, close]) await act()
      expect((await written(title)).map(({ toEmail }) => toEmail).sort(), first).toEqual([
        "aisha@ribble.example",
        "lead@ribble.example",
        "member@ribble.example",
      ])
      expect((await toldOf(id)).map((one) => one.letters).sort()).toEqual([1, 3])
    }
  })

  it("goes on after closing: what then happened is added, and it can be opened again", async () => {
    const { id, ask } = await sentOne()
    await reply(ask)
    await w.asWorker((ctx) => closeRepresentation(ctx, { id, outcome: "Mondays." }))
    await w.asWorker((ctx) =>
      recordAskOutcome(ctx, { id: ask, outcome: "It runs since May.", outcomeOn: null }),
    )
    expect((await paper(id)).replies).toMatchObject([{ outcome: "It runs since May." }])
    await expect(w.asViewer((ctx) => reopenRepresentation(ctx, { id, reason: "No" }))).rejects.toThrow(
      NotAllowed,
    )
    await w.asWorker((ctx) => reopenRepresentation(ctx, { id, reason: "They changed their mind." }))
    await w.asWorker((ctx) => closeRepresentation(ctx, { id, outcome: "Every day." }))
    const told = (await w.asLead((ctx) => listOutcomes(ctx))).find((one) => one.representationId === id)
    expect(told).toMatchObject({ outcome: "Every day.", asks: [{ outcome: "It runs since May." }] })
  })
})

describe("An email to oneself before anybody else", () => {
  const addresses = async (title: string) =>
    (await postedFor(title)).map(({ letter, toEmail }) => `${letter} ${toEmail}`)

  it("shows the invitation, keeps what was typed, and opens nothing", async () => {
    const { id } = await draft({ title: "Invite me first" })
    const tried = await w.asWorker((ctx) =>
      writeEmail(ctx, { id, emailSubject: null, emailWords: "We meet them in May.", button: "try" }),
    )
    expect(tried).toMatchObject({ email: "worker@ribble.example" })
    expect(await addresses("Invite me first")).toEqual(["consultation-invitation worker@ribble.example"])
    expect(await w.asWorker((ctx) => getConsultation(ctx, id))).toMatchObject({
      state: "draft",
      emailWords: "We meet them in May.",
    })
    await expect(
      w.asViewer((ctx) => writeEmail(ctx, { id, emailSubject: null, emailWords: null, button: "try" })),
    ).rejects.toThrow(NotAllowed)
  })

  it("shows the reminder", async () => {
    const of = await open({ title: "Remind me first" })
    const before = (await addresses("Remind me first")).length
    await w.asWorker((ctx) => tryRemindNow(ctx, of))
    expect((await addresses("Remind me first")).slice(before)).toEqual([
      "consultation-reminder worker@ribble.example",
    ])
  })

  it("can be read on a page, word for word, by nobody else", async () => {
    const of = await open({ title: "Read me first" })
    await w.asWorker((ctx) => tryRemindNow(ctx, of))
    expect(await w.asWorker(getTestEmail)).toMatchObject({ toEmail: "worker@ribble.example", text: null })
    while ((await w.system(writeNext)) > 0);
    const trial = await w.asWorker(getTestEmail)
    expect(trial?.subject).toContain("Read me first")
    expect(trial?.text).toContain("Your group’s name")
    expect(await w.asManager(getTestEmail), "a colleague has none of their own").toBeNull()
    await expect(w.asLead(getTestEmail)).rejects.toThrow(NotAllowed)
    await expect(w.asOutsider(getTestEmail)).rejects.toThrow(NotAllowed)
  })

  it("shows what came of it; groups see no word of it before they are told", async () => {
    const { of } = await closedOne({ title: "Outcome to me first" })
    const outcome = "A bus in May."
    await w.asWorker((ctx) => finishOrTry(ctx, { id: of.id, outcome, button: "try" }))
    expect((await addresses("Outcome to me first")).filter((one) => one.includes("outcome"))).toEqual([
      "consultation-outcome worker@ribble.example",
    ])
    const seen = await w.asLead((ctx) => getConsultation(ctx, of.id))
    expect(seen).toMatchObject({ outcome: null, typedOutcome: null, state: "closed" })
    expect((await w.asLead(listYours)).find(({ id }) => id === of.id)?.outcome).toBeNull()
    expect((await w.asWorker((ctx) => getConsultation(ctx, of.id))).typedOutcome).toBe(outcome)
  })

  it("an outcome is said again when something else came of it, and groups hear that", async () => {
    const { of } = await closedOne({ title: "Said again" })
    const finish = (outcome: string, again = false) =>
      w.asWorker((ctx) => finishConsultation(ctx, { id: of.id, outcome, again }))
    await finish("Nothing.")
    await expect(finish("A bus in May.")).rejects.toThrow(/finished already/)
    await expect(finish("Nothing.", true)).rejects.toThrow(RuleBroken)
    expect(await finish("A bus in May.", true)).toMatchObject({ told: 3 })
    expect(await w.asLead((ctx) => getConsultation(ctx, of.id))).toMatchObject({ outcome: "A bus in May." })
  })
})
