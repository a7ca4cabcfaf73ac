import { sql } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { bookingPaths } from "@/lib/access/links"
import { found, NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { noteCame } from "@/lib/events/attendance/commands"
import { noteAttendanceInput } from "@/lib/events/attendance/input"
import { byBookingLink, listPartiesOf } from "@/lib/events/booking/queries"
import { judgeEvent } from "@/lib/events/feedback/commands"
import { feedbackByLinkInput } from "@/lib/events/feedback/input"
import { getFeedback, getOwnFeedback } from "@/lib/events/feedback/queries"
import {
  addFeedbackQuestion,
  changeFeedbackQuestion,
  moveFeedbackQuestion,
  removeFeedbackQuestion,
  takeFeedbackQuestions,
} from "@/lib/events/feedback/questions/commands"
import { addFeedbackQuestionInput, changeFeedbackQuestionInput } from "@/lib/events/feedback/questions/input"
import { listFeedbackQuestions, listWithQuestions } from "@/lib/events/feedback/questions/queries"
import { askForFeedback } from "@/lib/events/telling/commands"
import { gathering, NOW } from "./support/gathering"
import { world } from "./support/world"

const w = await world()
const { asStaff, published, book, idOf, letters, forget, hours } = gathering(w)
const AFTER = new Date("2026-11-21T09:30:00Z")
/** What a booking says to the questions of its event, in their order. */
const judge = (id: string, words: (string | string[])[], now = AFTER) => {
  const key = bookingPaths(w.ribble, id, hours(5000)).url.split("key=")[1] ?? ""
  return byBookingLink(
    { lio: "ribble", key },
    async (ctx, party) => {
      const { questions } = await getOwnFeedback(ctx, party)
      const fields = questions.map((question, at) => [`answer-${question.id}`, words[at] ?? ""])
      const typed = { lio: "ribble", key, ...Object.fromEntries(fields) }
      return judgeEvent(ctx, { said: feedbackByLinkInput.parse(typed).said, id: party.id })
    },
    now,
  )
}
const VERY = "o1"
const FAIRLY = "o3"
const NOT = "o5"

beforeEach(forget)

describe("Feedback", () => {
  it("is asked of those who came, on the day after, once", async () => {
    const { id, dateId } = await published({ on: "2026-12-10" })
    const quiet = await published({ on: "2026-12-10" })
    for (const name of ["Ann", "Bea"]) await book(dateId, name)
    await book(quiet.dateId, "Cal")
    const press = `missed ${await idOf(dateId, "Bea")}`
    const came = `came ${await idOf(dateId, "Ann")}`
    for (const one of [press, came])
      await asStaff(
        (ctx) => noteCame(ctx, noteAttendanceInput.parse({ eventId: id, dateId, press: one })),
        new Date("2026-12-10T11:00:00Z"),
      )
    await forget()
    const on = (day: string) => w.system(askForFeedback, "ribble", new Date(`${day}T09:30:00Z`))
    expect(await on("2026-12-10")).toBe(0)
    expect(await on("2026-12-11")).toBe(2)
    expect(await on("2026-12-11")).toBe(0)
    expect(await letters()).toEqual(["event-feedback ann@new.example", "event-feedback cal@new.example"])
  })

  it("is not asked about what was over long ago", async () => {
    const { dateId } = await published({ on: "2027-01-07" })
    await book(dateId, "Ann")
    await forget()
    await w.system(askForFeedback, "ribble", new Date("2027-01-20T09:30:00Z"))
    expect(await letters()).toEqual([])
  })

  it("is not asked where there are no questions", async () => {
    const { id, dateId } = await published({ on: "2027-01-14" })
    for (const { id: questionId } of await w.asWorker((ctx) => listFeedbackQuestions(ctx, id)))
      await w.asWorker((ctx) => removeFeedbackQuestion(ctx, { eventId: id, id: questionId }))
    await book(dateId, "Ann")
    await forget()
    expect(await w.system(askForFeedback, "ribble", new Date("2027-01-15T09:30:00Z"))).toBe(0)
  })

  it("is shown without names once five have answered, and what is said again counts once", async () => {
    const { id, dateId } = await published({ capacity: "" })
    const read = () => w.asViewer((ctx) => getFeedback(ctx, id, dateId))
    const names = ["Ann", "Bea", "Cal", "Dot", "Eve"]
    for (const name of names) await book(dateId, name)
    const [ann = "", ...others] = await Promise.all(names.map((name) => idOf(dateId, name)))
    await judge(ann, [NOT, "Nothing"])
    for (const one of others.slice(0, 3)) await judge(one, [VERY])
    expect(await read()).toMatchObject({ asked: 5, answered: 4, questions: [] })
    await judge(ann, [VERY, "Lock the door"])
    await judge(others[3] ?? "", [FAIRLY])
    const enough = await read()
    const [useful, change, better] = enough.questions
    expect(useful).toMatchObject({
      answered: 5,
      skipped: 0,
      finding: "Most people chose “Very useful”: 4 of 5 (80%)",
    })
    expect(useful?.options.map(({ count }) => count)).toEqual([4, 0, 1, 0, 0])
    expect(change).toMatchObject({
      written: ["Lock the door"],
      finding: "1 person wrote an answer",
      skipped: 4,
    })
    expect(better).toMatchObject({ written: [], finding: "Nobody answered this question" })
    expect(JSON.stringify(enough)).not.toMatch(/Ann|new.example/)
    const history = await w.system((ctx) =>
      ctx.tx.execute(sql`select what from events where at = ${AFTER.toISOString()}`),
    )
    expect(history).toEqual([])
    const [party] = await w.system((ctx) => listPartiesOf(ctx, [ann]))
    const { said } = await w.system((ctx) => getOwnFeedback(ctx, found(party)))
    expect(Object.values(said)).toContain("Lock the door")
  })

  it("holds back the numbers of a question that fewer than five answered", async () => {
    const { id, dateId } = await published({ capacity: "" })
    const scale = addFeedbackQuestionInput.parse({
      eventId: id,
      kind: "scale",
      title: "How sure are you?",
      steps: "5",
    })
    await w.asWorker((ctx) => addFeedbackQuestion(ctx, scale))
    const names = ["Ann", "Bea", "Cal", "Dot", "Eve"]
    for (const name of names) await book(dateId, name)
    for (const [at, name] of names.entries())
      await judge(await idOf(dateId, name), [VERY, "", "", at < 4 ? "5" : ""])
    const { questions } = await w.asViewer((ctx) => getFeedback(ctx, id, dateId))
    expect(questions.at(-1)).toMatchObject({ held: true, answered: 4, options: [] })
  })

  it("wants an answer where one is needed, one that is among the options, and at least one", async () => {
    const { id, dateId } = await published()
    await book(dateId, "Ann")
    const ann = await idOf(dateId, "Ann")
    const [useful] = await w.asWorker((ctx) => listFeedbackQuestions(ctx, id))
    const field = `answer-${useful?.id}`
    await expect(judge(ann, ["", "Lock the door"])).rejects.toMatchObject({ field })
    await expect(judge(ann, ["o9"])).rejects.toMatchObject({ field, message: "Choose from the list" })
    await w.asWorker((ctx) => removeFeedbackQuestion(ctx, { eventId: id, id: found(useful).id }))
    await expect(judge(ann, ["", ""])).rejects.toThrow("at least one")
  })

  it("is for whoever holds the link of a booking that had a place, once the event is over", async () => {
    const { id, dateId } = await published({ capacity: "1" })
    await book(dateId, "Ann")
    await book(dateId, "Bea")
    const ann = await idOf(dateId, "Ann")
    await expect(judge(ann, [VERY], NOW)).rejects.toThrow(RuleBroken)
    await expect(judge(await idOf(dateId, "Bea"), [VERY])).rejects.toThrow(RuleBroken)
    for (const as of [w.asPublic, w.asLead, w.asManager])
      await expect(as((ctx) => judgeEvent(ctx, { said: {}, id: ann }))).rejects.toThrow(NotAllowed)
    for (const as of [w.asPublic, w.asLead]) {
      await expect(as((ctx) => getFeedback(ctx, id, dateId))).rejects.toThrow(NotAllowed)
      expect(await as((ctx) => ctx.tx.execute(sql`select * from event_feedback`))).toEqual([])
    }
  })
})

describe("The questions", () => {
  const titles = async (id: string) =>
    (await w.asViewer((ctx) => listFeedbackQuestions(ctx, id))).map(({ title }) => title)
  const add = (eventId: string, more: object) =>
    w.asWorker((ctx) =>
      addFeedbackQuestion(ctx, addFeedbackQuestionInput.parse({ eventId, kind: "text", ...more })),
    )

  it("are the usual three at first, and are added, changed, moved and removed", async () => {
    const { id } = await published()
    const usual = await titles(id)
    expect(usual).toHaveLength(3)
    await add(id, { title: "What was the room like?" })
    await expect(add(id, { kind: "single", title: "Lunch?", options: [{ line: "Yes" }] })).rejects.toThrow(
      "at least 2",
    )
    const last = found((await w.asWorker((ctx) => listFeedbackQuestions(ctx, id))).at(-1))
    const options = [{ line: "Cold" }, { line: "Warm" }]
    const said = { eventId: id, id: last.id, kind: "multiple", title: "The room was…", options }
    await w.asWorker((ctx) => changeFeedbackQuestion(ctx, changeFeedbackQuestionInput.parse(said)))
    await w.asWorker((ctx) => moveFeedbackQuestion(ctx, { eventId: id, id: last.id, to: 1 }))
    expect(await titles(id)).toEqual(["The room was…", ...usual])
    await w.asWorker((ctx) => moveFeedbackQuestion(ctx, { eventId: id, id: last.id, way: "up" }))
    expect((await titles(id))[0]).toBe("The room was…")
    await w.asWorker((ctx) => removeFeedbackQuestion(ctx, { eventId: id, id: last.id }))
    expect(await titles(id)).toEqual(usual)
  })

  it("are taken from another event, and the usual ones again", async () => {
    const { id } = await published()
    const other = await published({ title: "Bid writing" })
    await add(other.id, { title: "Which fund will you try?" })
    const offered = await w.asWorker((ctx) => listWithQuestions(ctx, id))
    expect(offered).toContainEqual({ value: other.id, label: "Bid writing" })
    expect(offered.map(({ value }) => value)).not.toContain(id)
    await w.asWorker((ctx) => takeFeedbackQuestions(ctx, { eventId: id, from: other.id }))
    expect(await titles(id)).toEqual(await titles(other.id))
    await w.asWorker((ctx) => takeFeedbackQuestions(ctx, { eventId: id, from: "usual" }))
    expect(await titles(id)).toHaveLength(3)
  })

  it("stay as they are once somebody has answered", async () => {
    const { id, dateId } = await published()
    await book(dateId, "Ann")
    await judge(await idOf(dateId, "Ann"), [VERY])
    const [first] = await w.asWorker((ctx) => listFeedbackQuestions(ctx, id))
    const its = { eventId: id, id: found(first).id }
    await expect(add(id, { title: "And lunch?" })).rejects.toThrow("stay as they are")
    await expect(w.asWorker((ctx) => removeFeedbackQuestion(ctx, its))).rejects.toThrow("stay as they are")
    await expect(
      w.asWorker((ctx) => takeFeedbackQuestions(ctx, { eventId: id, from: "usual" })),
    ).rejects.toThrow("stay as they are")
  })

  it("are for workers and managers to change, and not for others to read", async () => {
    const { id } = await published()
    const [first] = await w.asWorker((ctx) => listFeedbackQuestions(ctx, id))
    const its = { eventId: id, id: found(first).id }
    for (const as of [w.asViewer, w.asLead, w.asPublic]) {
      await expect(as((ctx) => removeFeedbackQuestion(ctx, its))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => moveFeedbackQuestion(ctx, { ...its, way: "down" }))).rejects.toThrow(
        NotAllowed,
      )
    }
    await expect(w.asOtherManager((ctx) => removeFeedbackQuestion(ctx, its))).rejects.toThrow(NotFound)
    for (const as of [w.asLead, w.asPublic])
      expect(await as((ctx) => ctx.tx.execute(sql`select * from feedback_questions`))).toEqual([])
  })
})
