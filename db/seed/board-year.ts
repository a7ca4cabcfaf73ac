import { sql } from "drizzle-orm"
import { asPerson, asSystem } from "@/lib/access/doors"
import { daysAfter, daysBetween, mondayOf } from "@/lib/days"
import { addFiles } from "@/lib/files/commands"
import { readUpload } from "@/lib/files/reading/content"
import { editBrief, makeBrief, sendBrief } from "@/lib/partnerships/briefs/commands"
import { getBrief } from "@/lib/partnerships/briefs/queries"
import { prepareMeetings } from "@/lib/partnerships/cycle/commands"
import { planMeeting } from "@/lib/partnerships/meetings/commands"
import { planMeetingInput } from "@/lib/partnerships/meetings/input"
import { addPromise, endPromise } from "@/lib/partnerships/promises/commands"
import { addPromiseInput } from "@/lib/partnerships/promises/input"
import { raiseQuestion, replyToRaised } from "@/lib/partnerships/raising/commands"
import { publishReport, saveReport } from "@/lib/partnerships/reports/commands"
import { dayOf } from "@/lib/words"
import type { Place } from "./base"
import { BOARD_YEAR, BOARDS, type StoryMeeting } from "./story/boards"
import { pdfOf } from "./story/pdf"
import { CAST } from "./story/people"

const DAY = 86_400_000

/** A year of meetings of the first board: what groups wanted raised, the briefs, the reports, and what was promised. */
export async function makeBoardYear({ lio, place, now }: { lio: string; place: Place; now: Date }) {
  const moment = (days: number) => new Date(now.getTime() + days * DAY)
  const day = (days: number) => dayOf(moment(days))
  const as = <T>(email: string, days: number, work: Parameters<typeof asPerson<T>>[2]) =>
    asPerson(lio, { email }, work, { now: moment(Math.min(days, 0)) })
  const worker = <T>(days: number, work: Parameters<typeof asPerson<T>>[2]) =>
    as(CAST.worker.email, days, work)
  const rep = <T>(days: number, work: Parameters<typeof asPerson<T>>[2]) => as(CAST.rep.email, days, work)
  const idOf = (group: string) => place.groups.get(group)?.id ?? ""
  const [board] = await worker(0, (ctx) =>
    ctx.tx.execute<{ id: string }>(sql`select b.id from boards b where b.name = ${BOARDS[0]?.name ?? ""}`),
  )
  if (!board) return

  const raise = async (meetingId: string, { days, raised }: StoryMeeting) => {
    for (const { group, words, state, reply } of raised) {
      const voice = place.voices.get(group)?.lead ?? ""
      const said = { meetingId, groupId: idOf(group), words }
      const { id } = await as(voice, days - 10, (ctx) => raiseQuestion(ctx, said))
      if (state && reply) await rep(days + 2, (ctx) => replyToRaised(ctx, { id, state, reply }))
    }
  }
  const brief = async (meetingId: string, { days, brief: words }: StoryMeeting) => {
    await worker(days - 7, (ctx) => makeBrief(ctx, { meetingId }))
    if (words)
      await worker(days - 6, async (ctx) => {
        const { brief } = await getBrief(ctx, meetingId)
        const keep = brief?.sections.flatMap(({ items }) => items.map(({ key }) => key)) ?? []
        await editBrief(ctx, { meetingId, version: 0, words, keep, button: "save" })
      })
    await worker(days - 5, (ctx) => sendBrief(ctx, { meetingId }))
  }
  const bringBack = async (meetingId: string, { days, report, promises }: StoryMeeting) => {
    if (!report) return
    await rep(days + 2, (ctx) => saveReport(ctx, { meetingId, version: 0, button: "send", ...report }))
    await worker(days + 3, (ctx) => publishReport(ctx, { meetingId, version: 1, ...report }))
    for (const { words, by, body, due, kept, keptDaysAgo } of promises) {
      const said = {
        ...{ boardId: board.id, meetingId, bodyId: idOf(body), words, promisedBy: by },
        ...{ promisedOn: day(days), dueOn: day(due) },
      }
      const { id } = await worker(days + 3, (ctx) => addPromise(ctx, addPromiseInput.parse(said)))
      if (kept && keptDaysAgo)
        await worker(-keptDaysAgo, (ctx) =>
          endPromise(ctx, { id, ending: "kept", outcome: kept, endedOn: day(-keptDaysAgo) }),
        )
    }
  }

  for (const told of BOARD_YEAR) {
    // Boards meet on Thursdays.
    const days = told.days + daysBetween(day(told.days), daysAfter(mondayOf(day(told.days)), 3))
    const meeting = { ...told, days }
    const { place: where, agenda } = meeting
    const planned = planMeetingInput.parse({
      ...{ boardId: board.id, on: day(days), at: "14:00", ends: "16:00", place: where, agenda },
    })
    const { id } = await worker(days - 40, (ctx) => planMeeting(ctx, planned))
    await asSystem(lio, prepareMeetings, { now: moment(Math.min(days - 13, 0)), name: "The demo" })
    await raise(id, meeting)
    if (days < 0) await brief(id, meeting)
    await bringBack(id, meeting)
  }
  const papers = pdfOf("Winter so far", [
    "1. Calls to the winter line",
    "2. Warm places",
    "3. Discharges at weekends",
  ])
  const upload = await readUpload({ name: "Papers for December.pdf", bytes: papers })
  await worker(-2, (ctx) =>
    addFiles(ctx, {
      ...{ onKind: "board", onId: board.id, kind: "other", runsUntil: null },
      ...{ audience: `board:${board.id}`, uploads: [upload] },
    }),
  )
  await asSystem(lio, prepareMeetings, { now, name: "The demo" })
}
