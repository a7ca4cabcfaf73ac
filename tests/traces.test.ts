import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { desc } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { events } from "@/db/schema"
import { dropPassage } from "@/lib/consultations/passages/commands"
import { moveQuestion } from "@/lib/consultations/questions/commands"
import { answerNeed, dropEvidence, openNeed, stopAnsweringNeed } from "@/lib/needs/commands"
import { getNeed } from "@/lib/needs/queries"
import { addAsk, changeAsk, dropAsk, unpinPassage } from "@/lib/representations/asks/commands"
import { papers } from "./support/papers"

const { w, closedOne, draft } = await papers()

/** What the log says last: what happened, and to which groups. */
const last = () =>
  w.system(async (ctx) => {
    const rows = await ctx.tx.select().from(events).orderBy(desc(events.at), desc(events.id)).limit(1)
    const [row] = rows
    return { what: row?.what, who: row?.actorName, group: row?.groupId ?? null, from: row?.from }
  })

describe("A change of evidence leaves its trace", () => {
  it("when an ask is added, changed and taken out, and when it stays as it was leaves none", async () => {
    const { id } = await closedOne()
    const input = { text: "Run a late tram.", why: null }
    const ask = await w.asWorker((ctx) => addAsk(ctx, { representationId: id, ...input }))
    expect(await last()).toMatchObject({ what: "ask.added" })
    await w.asWorker((ctx) => changeAsk(ctx, { id: ask.id, ...input }))
    expect(await last()).toMatchObject({ what: "ask.added" })
    await w.asWorker((ctx) => changeAsk(ctx, { id: ask.id, text: "Run two.", why: "Two towns." }))
    expect(await last()).toMatchObject({ what: "ask.changed", from: input })
    await w.asWorker((ctx) => dropAsk(ctx, { id: ask.id }))
    expect(await last()).toMatchObject({ what: "ask.dropped", from: { text: "Run two." } })
  })

  it("when a passage is unpinned and let go, in the history of its group", async () => {
    const { ask, bank } = await closedOne()
    await w.asWorker((ctx) => unpinPassage(ctx, { askId: ask, passageId: bank }))
    expect(await last()).toMatchObject({ what: "passage.unpinned", group: w.foodbank.id })
    await w.asWorker((ctx) => dropPassage(ctx, { id: bank }))
    expect(await last()).toMatchObject({
      ...{ what: "passage.dropped", group: w.foodbank.id },
      from: { quote: "Nobody came back." },
    })
  })

  it("when a need was not heard there after all, and when a group no longer answers it", async () => {
    const { bank } = await closedOne()
    const nowhere = {
      areaIds: [],
      themeIds: [],
      sessionId: null,
      responseId: null,
      topicId: null,
      enquiryId: null,
    }
    const unsaid = { affected: null, strength: null, strengthWhy: null }
    const need = await w.asWorker((ctx) =>
      openNeed(ctx, { title: "A late bus", about: null, ...unsaid, ...nowhere, passageId: bank }),
    )
    const { heard } = await w.asWorker((ctx) => getNeed(ctx, need.id))
    await w.asWorker((ctx) => dropEvidence(ctx, { id: need.id, evidenceId: heard[0]?.id ?? "" }))
    expect(await last()).toMatchObject({ what: "need.unheard", from: { passageId: bank } })
    const choir = { groupIds: [w.choir.id], groupName: null, picks: [], newGroups: [] }
    await w.asWorker((ctx) => answerNeed(ctx, { id: need.id, ...choir }))
    await w.asWorker((ctx) => stopAnsweringNeed(ctx, { id: need.id, groupId: w.choir.id }))
    expect(await last()).toMatchObject({ what: "need.unanswered", group: w.choir.id })
  })

  it("when a question moves", async () => {
    const { id, questions } = await draft()
    const move = { id: questions[0]?.id ?? "", consultationId: id, way: "down" as const }
    await w.asWorker((ctx) => moveQuestion(ctx, move))
    expect(await last()).toMatchObject({ what: "consultation.question_moved" })
  })
})

/** Commands that write and record nothing, and why. */
const SILENT: Record<string, string> = {
  "access/limits": "counts asks, of nobody in particular",
  "sign-in":
    "sessions and links of one person, outside any LIO; what staff do with them is recorded by who calls",
  calendar: "called by the room whose date it is, which records; somebody’s own feed is theirs alone",
  "partnerships/cycle":
    "the clock: makes and sends briefs, which record themselves, writes emails and leaves tasks",
  "needs/about": "called by opening and changing a need, which are recorded",
  "events/themes": "called by adding and changing an event, which are recorded",
  "consultations/individuals/parting": "part of closing and stopping, which record",
  "events/feedback": "said without a name; its time in the history would tell whose it is",
  "documents/making": "a file of what somebody may read, made again when it is gone",
  drafts: "words of one person that nobody else has yet",
  "duplicates/finding": "a nightly suggestion; what staff decide is recorded",
  "email/outcomes": "what became of a letter stands with the letter",
  "email/sending": "what became of a letter stands with the letter",
  "groups/contact": "the day of last contact, with the session or letter that is recorded",
  imports: "steps of an import, recorded as one when it is done",
  "groups/importing": "called by an import, recorded as one",
  "groups/roles/importing": "called by an import, recorded as one",
  "people/importing": "called by an import, recorded as one",
  "word-lists/importing": "called by an import, recorded as one",
  "consultations/signing/dropping": "part of sending, which is recorded",
  "opportunities/consortia/groups": "called by a group that leaves and by who removes it: those record it",
  "files/keeping": "called by what records the act: a file is part of an answer that is sent, or of a reply",
  "files/reminding": "the task that it leaves is the trace",
  "funding/bids/task": "called by what records the change of the bid; the task records its own",
  "guides/remarks": "what a reader says stands with the guide, and as a task",
  "guides/review": "the task that it leaves is the trace",
  "opportunities/alerts": "somebody’s own wish, which is nobody else’s business",
  "opportunities/sources": "how fetching went stands with the address; what it brought is recorded",
  "resources/checking": "what came of it stands with the link; the task that it leaves is the trace",
  "resources/reading": "words read from files that are recorded as they are put on",
  "resources/review": "the task that it leaves is the trace",
  "resources/sending": "called by sending an email, which is recorded",
  "guides/sending": "called by recording a session or sending an email, which are recorded",
  "groups/sizes": "called by what records the change of the group",
  "memberships/importing": "called by an import, recorded as one",
  "memberships/merging": "called by a merge, which is recorded and keeps which periods it ended",
  lios: "founding writes its event as the operator",
  "email/written": "a digest is a letter, and stands in the outbox",
  "groups/confirmations": "called by the annual check, which records who was asked and who answered",
  "journal/submissions": "keys of forms; what a form does is recorded",
  "people/merging": "called by a merge, or by taking one back, which are recorded",
  tasks: "called by what is recorded: a session, somebody who leaves",
}
/** Single commands of rooms that record otherwise. */
const SILENT_COMMANDS: Record<string, string> = {
  endAllTerms: "part of the end of a seat or a board, which is recorded",
  changeBox: "part of casting a ballot, and of adding those on paper, which is recorded",
  castBallot: "a vote leaves no trace but the register, which says that the group has voted",
  tellVoted: "emails that a group has voted: when it did stands in no history",
  letNominationsGo: "letting go of what is kept for a time only, which nobody does by hand",
  remindWhenDue: "emails about a vote whose opening is recorded",
  put: "part of saving an answer or a vote, which stand with who saved them",
  tellLead: "an email from one colleague to another",
  postAll: "puts letters into the outbox for commands that record why",
  takeBackLetters: "part of undoing what the letters told, which is recorded",
  readTopic: "what one person has read",
  watchTopic: "what one person watches",
  writePeople: "part of recording and changing a session, which record",
  finishOrTry: "part of two commands that record",
  askYearly: "records once for all that were asked",
  offerTerm: "part of what records the group's change",
  askForGroup: "the request itself is the record, and its answer is recorded",
  addGroups: "part of what records who joined",
  watchNetwork: "what one person watches",
  sayNeeds: "what somebody needs to take part, which is gone a month after the event",
  moveService: "the order of a list",
  joinStops: "part of merging two people, which is recorded",
  keepJoined: "part of beginning a membership, which records it",
  undoWork: "changes the session as any change does, which records",
  alsoOfGroup: "copies what was recorded onto the timeline of the group that it is of now",
  settlePeople: "part of opening and changing a case, which record",
  followAudience: "part of changing a case, which records who may see it",
  removeFilesOf: "part of letting go of what is kept for a time only, which nobody does by hand",
  writeEnquiries: "part of recording a session, which records",
  giveSessionsTo: "part of becoming a group, which records",
  sayForYourself: "said without a name; its time in the history would tell whose it is",
  confirmForYourself: "said without a name; its time in the history would tell whose it is",
  noteThere: "which question somebody has before them just now",
  sayComment: "said by colleagues of a group to each other, for nobody else to read",
  removeComment: "said by colleagues of a group to each other, for nobody else to read",
  tellQuestionChanges: "emails what was recorded as each question was changed",
  noteAcknowledged: "called by filing a reply and by accepting what a body said by its link, which record",
  keepCoding: "called by coding a passage; how somebody coded alone is no change of what it stands under",
  codeAgain: "how somebody coded alone is no change of what the passage stands under",
  takeAlong: "part of copying a consultation or putting questions into it, which record",
  offerLanguages: "called by opening, which is recorded",
  freezeResults: "called by closing, which is recorded; the numbers stand with their digest",
  askAgain: "adds anew whom it writes to, which is recorded",
  writeLeft: "part of what records that somebody left or is back",
}

describe("A command that writes", () => {
  it("records it, or stands here with the reason", () => {
    const root = path.resolve(import.meta.dirname, "../lib")
    const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
      /(^|\/)commands\.ts$/.test(file),
    )
    const silent = files.flatMap((file) => {
      const room = file.replace(/\/commands\.ts$/, "")
      if (Object.keys(SILENT).some((one) => room === one || room.startsWith(`${one}/`))) return []
      const commands = readFileSync(path.join(root, file), "utf8")
        .split(/\n(?=export (?:async )?(?:function|const) )/)
        .slice(1)
      return commands.flatMap((command) => {
        const name = /^export (?:async )?(?:function|const) (\w+)/.exec(command)?.[1] ?? ""
        const writes = /\.(insert|update|delete)\(|\b(insert into|delete from)\b|\bupdate \w+ /.test(command)
        return writes && !/\brecord\w*\(/.test(command) && !(name in SILENT_COMMANDS)
          ? [`${room}: ${name}`]
          : []
      })
    })
    expect(silent).toEqual([])
  })
})
