import { sql } from "drizzle-orm"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson } from "@/lib/access/doors"
import { finishConsultation } from "@/lib/consultations/commands"
import { daysAfter } from "@/lib/days"
import { setOptions } from "@/lib/lios/commands"
import { answerNeed, openNeed, putNeed } from "@/lib/needs/commands"
import { addAsk, pinPassage } from "@/lib/representations/asks/commands"
import { acknowledgeRepresentation, startRepresentation } from "@/lib/representations/commands"
import { closeRepresentation } from "@/lib/representations/outcomes/commands"
import { addPin } from "@/lib/representations/pins/commands"
import { publishRepresentation } from "@/lib/representations/publishing/commands"
import { recordAskOutcome, recordReply } from "@/lib/representations/replies/commands"
import { listPromises } from "@/lib/representations/replies/queries"
import { addBodyComment } from "@/lib/representations/scorecard/commands"
import { sendRepresentation } from "@/lib/representations/sending/commands"
import { addPart } from "@/lib/representations/text/commands"
import { dayOf } from "@/lib/words"
import type { Place } from "./base"
import { type Asking, answer, close, makeConsultation, propose } from "./consultations"
import type { Talk } from "./networks"
import { peopleSay } from "./people-say"
import { tellOfPremises } from "./premises"
import { BUSES } from "./story/buses"
import { BUSES_IN_POLISH, BUSES_IN_WELSH } from "./story/buses-in-languages"
import { DOORS } from "./story/doors"
import { CAST } from "./story/people"
import { codeAlone, type Story, staff, take } from "./telling"

const DAY = 86_400_000

const wordsOf = (ask: (typeof DOORS.representation.asks)[number]) => ({
  ...{ text: ask.text, why: ask.why },
  ...("byWhom" in ask ? { byWhom: ask.byWhom, byWhen: ask.byWhen } : {}),
})

/** The text before the asks, with a figure and the work of staff behind its paragraph. */
async function writeText(ctx: Ctx, representationId: string) {
  const { heading, paragraph, figure, sentence } = DOORS.representation.text
  await addPart(ctx, { representationId, kind: "heading", text: heading })
  const { id: partId } = await addPart(ctx, { representationId, kind: "paragraph", text: paragraph })
  await addPin(ctx, { partId, kind: "figure", sentence, ...figure })
  await addPin(ctx, {
    ...{ partId, kind: "sessions", sessionKind: null },
    ...{ fromDay: daysAfter(ctx.today, -365), untilDay: ctx.today },
  })
}

/** Asked, represented, answered and closed back: the whole thread. */
async function tellOfDoors(story: Story, needId: string) {
  const { lio, place, now } = story
  const asking: Asking = {
    ...DOORS,
    body: "Aldervale Borough Council",
    audience: "view:stage=member",
    openedDays: 132,
    closesDays: -104,
  }
  const asked = await makeConsultation(lio, place, now, asking)
  for (const one of DOORS.answers) await answer(lio, place, now, asked, asking, one)
  await close(lio, now, asked, 104)
  const { title, addressee, introduction, asks, outcome } = DOORS.representation
  const passages = await staff(story, 98, (ctx) =>
    take(
      ctx,
      asked,
      DOORS.passages.map((one) => ({ ...one, code: DOORS.codes[one.code] ?? "" })),
    ),
  )
  const again = DOORS.again.map((code) => DOORS.codes[code] ?? "")
  await codeAlone(story, 97, asked, passages, again)
  const representation = await staff(story, 96, async (ctx) => {
    const bodyId = place.groups.get("Aldervale Borough Council")?.id ?? ""
    const { id } = await startRepresentation(ctx, {
      title,
      bodyId,
      addressee,
      consultationId: asked.id,
      introduction,
    })
    const askIds: string[] = []
    for (const ask of asks) askIds.push((await addAsk(ctx, { representationId: id, ...wordsOf(ask) })).id)
    await writeText(ctx, id)
    for (const [at, { ask }] of DOORS.passages.entries())
      await pinPassage(ctx, { askId: askIds[ask] ?? "", passageId: passages[at] ?? "" })
    await putNeed(ctx, { id: needId, askId: askIds[0] ?? "" })
    await publishRepresentation(ctx, { id })
    await sendRepresentation(ctx, { id, sentOn: null, replyDueOn: null })
    return { id, askIds }
  })
  await staff(story, 91, (ctx) => acknowledgeRepresentation(ctx, representation))
  await staff(story, 63, async (ctx) => {
    for (const [at, ask] of asks.entries()) {
      await recordReply(ctx, {
        id: representation.askIds[at] ?? "",
        reply: ask.reply,
        replyText: ask.replyText,
        reason: "reason" in ask ? ask.reason : null,
        sender: "Head of community services",
        ...("promisedBy" in ask
          ? { promisedBy: ask.promisedBy, promisedFor: daysAfter(ctx.today, ask.promisedIn) }
          : {}),
        repliedOn: dayOf(ctx.now),
      })
    }
  })
  await staff(story, 9, async (ctx) => {
    for (const [at, ask] of asks.entries()) {
      const askId = representation.askIds[at] ?? ""
      const [promise] = await listPromises(ctx, { askId })
      await recordAskOutcome(ctx, {
        id: askId,
        outcome: ask.outcome,
        outcomeOn: dayOf(ctx.now),
        ...(promise ? { promiseId: promise.id, ending: "kept" as const } : {}),
        needIds: at === 0 ? [needId] : [],
      })
    }
    await addBodyComment(ctx, {
      bodyId: place.groups.get("Aldervale Borough Council")?.id ?? "",
      words: "We answer each paper at the next meeting of our community committee, which is every six weeks.",
      sender: "Head of community services",
      saidOn: null,
    })
    await setOptions(ctx, { scorecardPublic: true })
    await closeRepresentation(ctx, { id: representation.id, outcome })
    await finishConsultation(ctx, { id: asked.id, outcome })
  })
}

/** Open now: some have sent their answer, some are writing, most have not begun. */
async function tellOfBuses(story: Story) {
  const { lio, place, now } = story
  const asking: Asking = {
    ...BUSES,
    body: "Fold Valley Transport Authority",
    audience: "view:stage=member",
    inLanguages: { cy: BUSES_IN_WELSH, pl: BUSES_IN_POLISH },
    openedDays: 12,
    closesDays: 9,
  }
  const asked = await makeConsultation(lio, place, now, asking)
  for (const one of BUSES.answers) await answer(lio, place, now, asked, asking, one)
  const plans = asked.questions.get("plans") ?? ""
  for (const [at, one] of BUSES.proposed.entries())
    await propose(lio, place, now, plans, asked, one, at === 0)
  const drafts = BUSES.drafting.map((group, n) => ({
    group,
    day: 2,
    says: {
      evening: n,
      missing: [n],
      matter: 4,
      who: "Two of our volunteers cannot come any more when it is dark.",
    },
  }))
  for (const one of drafts) await answer(lio, place, now, asked, asking, one, false)
  await peopleSay(lio, new Date(now.getTime() - 3 * DAY), asked, asking, BUSES.people)
}

/** Five needs and who answers two of them, with the topics of the networks in which they were heard where there are any. */
export async function makeNeeds(ctx: Ctx, place: Place, talk?: Talk) {
  const need = (title: string, about: string | null, area: string, theme: string, topic?: string) =>
    openNeed(ctx, {
      title,
      about,
      areaIds: [place.areas.get(area) ?? []].flat(),
      themeIds: [place.themes.get(theme) ?? []].flat(),
      topicId: topic ? (talk?.topics.get(topic) ?? null) : null,
      ...{ affected: null, strength: null, strengthWhy: null },
    })
  const meters = await need(
    "Somebody to ring when the meter runs out at a weekend",
    "Families without electricity from Friday to Monday, with children or medicine in the house.",
    "district",
    "food",
    "Prepayment meters: what do you tell people at the weekend?",
  )
  const buses = await need(
    "A way home after six in the evening",
    "The last bus to Moor Side and Skelby goes at six.",
    "thorn",
    "older",
    "The 34 bus stops at six: what it does to us",
  )
  const others = [
    await need("A workshop where men can talk", null, "thorn", "health"),
    await need("Debt advice in Polish and Ukrainian", null, "north", "arrivals"),
    await need("A room in Skelby with a ramp", "Eight groups would share it.", "skelby", "arts"),
  ]
  const which = (name: string) => ({
    groupIds: [place.groups.get(name)?.id ?? ""],
    groupName: null,
    picks: [],
    newGroups: [],
  })
  await answerNeed(ctx, { id: buses.id, ...which("Community Wheels") })
  await answerNeed(ctx, { id: meters.id, ...which("Alderbridge Citizens’ Help Desk") })
  return [meters, buses, ...others] as const
}

/** What was asked, what it became and what came back: three consultations at three points of the thread. */
export async function makeThread(story: Story) {
  const [meters] = await staff(story, 130, (ctx) => makeNeeds(ctx, story.place, story.talk))
  await tellOfDoors(story, meters.id)
  await tellOfPremises(story)
  await tellOfBuses(story)
  await asPerson(story.lio, { email: CAST.manager.email }, (ctx) =>
    ctx.tx.execute(
      sql`delete from letters where created_at < ${new Date(story.now.getTime() - 14 * DAY).toISOString()}::timestamptz`,
    ),
  )
}
