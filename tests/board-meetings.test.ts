import { describe, expect, it } from "vitest"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson, asPublic, asSystem } from "@/lib/access/doors"
import { daysAfter } from "@/lib/days"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { editBrief, makeBrief, sendBrief } from "@/lib/partnerships/briefs/commands"
import { readBriefPaper } from "@/lib/partnerships/briefs/paper/queries"
import { getBrief } from "@/lib/partnerships/briefs/queries"
import { prepareMeetings } from "@/lib/partnerships/cycle/commands"
import { cancelMeeting, changeMeeting, planMeeting } from "@/lib/partnerships/meetings/commands"
import { changeMeetingInput, planMeetingInput } from "@/lib/partnerships/meetings/input"
import { getMeeting } from "@/lib/partnerships/meetings/queries"
import { addPromise } from "@/lib/partnerships/promises/commands"
import { addPromiseInput } from "@/lib/partnerships/promises/input"
import { raiseQuestion, replyToRaised, takeQuestionBack } from "@/lib/partnerships/raising/commands"
import { listRaised } from "@/lib/partnerships/raising/queries"
import { boarding, TODAY } from "./support/boards"

const { w, worker, lead, outsider, rita, system, boardWith, put, titles } = await boarding()

describe("A meeting", () => {
  it("is refused on a day that can’t be meant, when it is planned and when it is changed", async () => {
    const { id, boardId } = await boardWith("Far Board", 20)
    const plans = (on: string) =>
      worker((ctx) => planMeeting(ctx, planMeetingInput.parse({ boardId, on, at: "", ends: "" })))
    const changes = (on: string, day = TODAY) =>
      worker((ctx) => changeMeeting(ctx, changeMeetingInput.parse({ id, on, at: "", ends: "" })), day)
    const far = { field: "on", message: "Check the year: this is more than 3 years ahead." }
    const long = { field: "on", message: "Check the year: this is more than 10 years ago." }
    for (const says of [plans, changes]) {
      await expect(says("2926-06-10")).rejects.toMatchObject(far)
      await expect(says("2029-06-02")).rejects.toMatchObject(far)
      await expect(says("2016-05-31")).rejects.toMatchObject(long)
    }
    await plans("2029-06-01")
    await plans("2016-06-01")
    await changes("2026-06-21")
    await changes("2026-06-21", "2036-07-01")
  })
})

describe("Two weeks before a meeting", () => {
  it("the groups of its networks are asked by their digest what to raise, once, and no others", async () => {
    const { id } = await boardWith("Asking Board", 20)
    await system(prepareMeetings, TODAY)
    expect((await worker((ctx) => getMeeting(ctx, id))).askedAt).toBeNull()
    await system(prepareMeetings, "2026-06-07")
    await system(prepareMeetings, "2026-06-08")
    const asked = "What should be raised at Asking Board?"
    expect(await titles("lead@ribble.example", "2026-06-09")).toContain(asked)
    expect(await titles("outsider@ribble.example", "2026-06-09")).not.toContain(asked)
    expect(await titles("lead@ribble.example", "2026-06-22"), "the meeting is over").not.toContain(asked)
  })

  it("a group says what should be raised, which staff, its representative and itself read, and hears what came of it", async () => {
    const { id, boardId } = await boardWith("Raising Board", 10)
    const words = "Buses after six."
    const said = { meetingId: id, groupId: w.foodbank.id, words }
    const made = await lead((ctx) => raiseQuestion(ctx, said))
    await expect(
      outsider((ctx) => raiseQuestion(ctx, { ...said, groupId: w.loner.id })),
      "not in the network",
    ).rejects.toThrow("Only groups in the networks")
    await expect(outsider((ctx) => raiseQuestion(ctx, said))).rejects.toThrow(NotAllowed)
    expect(await outsider((ctx) => listRaised(ctx, id))).toEqual([])
    for (const who of [worker, rita, lead]) expect(await who((ctx) => listRaised(ctx, id))).toHaveLength(1)
    await expect(
      lead((ctx) => replyToRaised(ctx, { id: made.id, state: "raised", reply: "x" })),
    ).rejects.toThrow(NotAllowed)
    await rita((ctx) => replyToRaised(ctx, { id: made.id, state: "raised", reply: "They will look." }))
    expect(await titles("lead@ribble.example", "2026-06-02")).toContain(
      "What became of what you wanted raised at Raising Board",
    )
    await expect(lead((ctx) => takeQuestionBack(ctx, made))).rejects.toThrow(RuleBroken)
    await expect(lead((ctx) => raiseQuestion(ctx, said), daysAfter(TODAY, 11))).rejects.toThrow("has begun")
    await expect(
      asPerson("other", { email: "manager@other.example" }, (ctx) => getMeeting(ctx, id)),
    ).rejects.toThrow(NotFound)
    await expect(asPublic("ribble", (ctx) => getMeeting(ctx, id))).rejects.toThrow(NotFound)
    expect(boardId).toBeTruthy()
  })
})

describe("The brief", () => {
  it("makes itself a week before, with what is out to that body and how old, and goes out by itself if nobody sends it", async () => {
    const { id, boardId } = await boardWith("Brief Board", 7)
    await put("Halls", ["Heat the halls.", "Mend the roof."])
    await lead((ctx) =>
      raiseQuestion(ctx, { meetingId: id, groupId: w.foodbank.id, words: "The queue is longer." }),
    )
    await worker((ctx) =>
      addPromise(
        ctx,
        addPromiseInput.parse({
          ...{ boardId, bodyId: w.council.id, words: "A date for the roof.", promisedOn: "2026-05-01" },
          ...{ promisedBy: "Estates", dueOn: "2026-05-20" },
        }),
      ),
    )
    await system(prepareMeetings, TODAY)
    const { brief } = await worker((ctx) => getBrief(ctx, id))
    const lines = (section: string) =>
      brief?.sections
        .find((one) => one.section === section)
        ?.items.map(({ words, about }) => `${words} ${about}`)
    expect(lines("asks")?.filter((line) => /halls|roof/.test(line))).toHaveLength(2)
    expect(lines("asks")?.[0]).toContain("30 days without an answer.")
    expect(lines("questions")).toEqual(["The queue is longer. From Clitheroe Food Bank."])
    expect(lines("promises")).toEqual([
      "A date for the roof. Promised by Estates on 1 May 2026. 12 days overdue.",
    ])
    expect((await rita((ctx) => getBrief(ctx, id))).brief, "not theirs until it is sent").toBeNull()
    await expect(lead((ctx) => getBrief(ctx, id))).rejects.toThrow(NotFound)
    await system(prepareMeetings, daysAfter(TODAY, 4))
    expect((await rita((ctx) => getBrief(ctx, id))).brief?.sentAt).toBeTruthy()
    await expect(worker((ctx) => sendBrief(ctx, { meetingId: id }))).rejects.toThrow("sent already")
    const paper = await rita((ctx) => readBriefPaper(ctx, id))
    expect(JSON.stringify(paper.blocks)).toContain("Heat the halls.")
  })

  it("is edited by staff: what they leave out is not read, what they say stands first, and nobody overwrites the other", async () => {
    const { id } = await boardWith("Edited Board", 9)
    await put("Parks", ["Open the park."])
    await worker((ctx) => makeBrief(ctx, { meetingId: id }))
    const { brief } = await worker((ctx) => getBrief(ctx, id))
    const keys = brief?.sections.flatMap(({ items }) => items.map(({ key }) => key)) ?? []
    const edit = {
      meetingId: id,
      version: 0,
      words: "Get a date.",
      keep: keys.slice(1),
      button: "save" as const,
    }
    await worker((ctx) => editBrief(ctx, edit))
    await expect(worker((ctx) => editBrief(ctx, edit))).rejects.toThrow("Somebody saved changes")
    await worker((ctx) => makeBrief(ctx, { meetingId: id }))
    const again = (await worker((ctx) => getBrief(ctx, id))).brief
    expect(again?.words).toBe("Get a date.")
    expect(again?.sections.flatMap(({ items }) => items).filter(({ left }) => left)).toHaveLength(1)
    const paper = JSON.stringify((await worker((ctx) => readBriefPaper(ctx, id))).blocks)
    const first = brief?.sections.flatMap(({ items }) => items)[0]?.words ?? ""
    expect(paper).not.toContain(first)
    await expect(rita((ctx) => editBrief(ctx, edit))).rejects.toThrow(NotAllowed)
  })

  it("goes with what was typed, whichever button was pressed", async () => {
    const { id } = await boardWith("Pressed Board", 9)
    await worker((ctx) => makeBrief(ctx, { meetingId: id }))
    const typed = (version: number, words: string) => ({ meetingId: id, version, words, keep: [] })
    await worker((ctx) => editBrief(ctx, { ...typed(0, "Ask for June."), button: "gather" }))
    expect((await worker((ctx) => getBrief(ctx, id))).brief?.words).toBe("Ask for June.")
    const sent = await worker((ctx) => editBrief(ctx, { ...typed(1, "Ask for July."), button: "send" }))
    expect(sent.people).toEqual(["Rita Rep"])
    expect((await rita((ctx) => getBrief(ctx, id))).brief).toMatchObject({ words: "Ask for July." })
  })

  it("is neither made, changed nor sent once its meeting is over, also by the clock later on that day", async () => {
    const { id } = await boardWith("Over Board", 0)
    const evening = <T>(work: (ctx: Ctx) => Promise<T>) =>
      asPerson("ribble", { email: "worker@ribble.example" }, work, { now: new Date(`${TODAY}T21:00:00Z`) })
    await asSystem("ribble", prepareMeetings, { now: new Date(`${TODAY}T21:00:00Z`) })
    expect((await evening((ctx) => getBrief(ctx, id))).brief).toBeNull()
    await expect(evening((ctx) => makeBrief(ctx, { meetingId: id }))).rejects.toThrow("is over")
    await worker((ctx) => makeBrief(ctx, { meetingId: id }))
    await expect(evening((ctx) => sendBrief(ctx, { meetingId: id }))).rejects.toThrow("is over")
    const edit = { meetingId: id, version: 0, words: "Late.", keep: [], button: "save" as const }
    await expect(evening((ctx) => editBrief(ctx, edit))).rejects.toThrow("is over")
    await asSystem("ribble", prepareMeetings, { now: new Date(`${TODAY}T21:00:00Z`) })
    expect((await evening((ctx) => getBrief(ctx, id))).brief?.sentAt).toBeNull()
  })

  it("is neither made nor sent for a meeting that was cancelled", async () => {
    const { id } = await boardWith("Cancelled Board", 6)
    await worker((ctx) => cancelMeeting(ctx, { id, reason: "Election" }))
    await system(prepareMeetings, TODAY)
    expect((await worker((ctx) => getBrief(ctx, id))).brief).toBeNull()
    await expect(worker((ctx) => makeBrief(ctx, { meetingId: id }))).rejects.toThrow("cancelled")
  })
})

describe("The day of a meeting", () => {
  it("that was put into the past by mistake is put right again", async () => {
    const { id } = await boardWith("Mistaken Board", 30)
    const moved = (on: string) =>
      worker((ctx) =>
        changeMeeting(ctx, {
          ...{ id, on, at: "10:00", minutes: 120, place: null, onlineLink: null, agenda: null },
        }),
      )
    await moved(daysAfter(TODAY, -300))
    expect(await worker((ctx) => getMeeting(ctx, id))).toMatchObject({ over: true })
    await moved(daysAfter(TODAY, 31))
    const meeting = await worker((ctx) => getMeeting(ctx, id))
    expect(meeting).toMatchObject({ over: false, on: daysAfter(TODAY, 31) })
    expect(new Date(meeting.startsAt).toISOString().slice(0, 10)).toBe(daysAfter(TODAY, 31))
  })
})
