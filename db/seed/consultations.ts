import type { Ctx } from "@/lib/access/ctx"
import { asPerson, asSystem } from "@/lib/access/doors"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { saveFile } from "@/lib/consultations/answering/files/commands"
import { getOpenResponse } from "@/lib/consultations/answering/queries"
import { closeWhenDue } from "@/lib/consultations/closing/commands"
import { planConsultation } from "@/lib/consultations/commands"
import { publishEdition } from "@/lib/consultations/editions/commands"
import { noteFairness } from "@/lib/consultations/fairness/commands"
import { askPeople } from "@/lib/consultations/individuals/commands"
import { fairnessInput, planInput } from "@/lib/consultations/input"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { addLanguage, translate } from "@/lib/consultations/languages/commands"
import { translateInput } from "@/lib/consultations/languages/input"
import { getLanguage } from "@/lib/consultations/languages/queries"
import { fieldOf } from "@/lib/consultations/languages/words"
import { addQuestion } from "@/lib/consultations/questions/commands"
import { addQuestionInput } from "@/lib/consultations/questions/input"
import { saidField } from "@/lib/consultations/questions/showing/input"
import { signOffResponse } from "@/lib/consultations/signing/commands"
import { giveVote, judgeStatement, proposeStatement } from "@/lib/consultations/statements/commands"
import { listProposed } from "@/lib/consultations/statements/queries"
import { readUpload } from "@/lib/files/reading/content"
import { dayOf } from "@/lib/words"
import { type FAIRNESS, keys, type LANGUAGES, type STATEMENT_VOTES } from "../vocabulary"
import type { Place } from "./base"
import type { StoryAnswer, StoryQuestion } from "./story/answers"
import { pdfOf } from "./story/pdf"
import { CAST } from "./story/people"

const DAY = 86_400_000
const before = (now: Date, days: number) => ({ now: new Date(now.getTime() - days * DAY) })

/** Something that is asked in the story. `openedDays` and `closesDays` count from today, back and on. */
export type Asking = {
  title: string
  about: string
  body: string
  audience: string
  questions: readonly StoryQuestion[]
  openedDays: number
  closesDays: number
  closed?: number
  /** In other languages: what each text says, by its English. */
  inLanguages?: Partial<Record<keyof typeof LANGUAGES, Record<string, string>>>
  /** How it is fair, by principle. */
  fairness?: Partial<Record<keyof typeof FAIRNESS, string>>
  /** What people say for themselves, where they may. */
  people?: readonly StoryAnswer["says"][]
}

/** A consultation as it stands in the story: its id, and the id of each question by its key. */
export type Asked = { id: string; questions: Map<string, string> }

/** Plans and opens a consultation on its day. */
export async function makeConsultation(lio: string, place: Place, now: Date, asking: Asking): Promise<Asked> {
  const opening = before(now, asking.openedDays)
  const who = { email: CAST.manager.email }
  const closesOn = dayOf(new Date(now.getTime() + asking.closesDays * DAY))
  return asPerson(
    lio,
    who,
    async (ctx) => {
      const plan = planInput.parse({
        title: asking.title,
        about: asking.about,
        bodyId: place.groups.get(asking.body)?.id,
        audience: asking.audience,
        closesOn,
        minutes: 10,
        naming: "body",
        periodReason: "The body decides before then.",
      })
      const { id } = await planConsultation(ctx, plan)
      const questions = new Map<string, string>()
      for (const question of asking.questions)
        questions.set(question.key, (await addQuestion(ctx, questionOf(id, question, questions))).id)
      if (asking.fairness) await noteFairness(ctx, fairnessInput.parse({ id, ...asking.fairness }))
      for (const language of keys(asking.inLanguages ?? {}))
        await writeIn(ctx, id, language, asking.inLanguages?.[language] ?? {})
      if (asking.people) await askPeople(ctx, { id, individuals: true })
      await openConsultation(ctx, { id, periodReason: "The body decides before then." })
      return { id, questions }
    },
    opening,
  )
}

/** Writes a consultation in another language, whatever of it there is in the story. */
async function writeIn(
  ctx: Ctx,
  id: string,
  language: keyof typeof LANGUAGES,
  words: Readonly<Record<string, string>>,
) {
  await addLanguage(ctx, { id, language })
  const { texts } = await getLanguage(ctx, id, language)
  const says = Object.fromEntries(texts.map((text) => [fieldOf(text), words[text.english] ?? ""]))
  await translate(ctx, translateInput.parse({ id, language, ...says }))
}

/** The options of a question, or the ends of its scale. */
export const settingOf = (question: StoryQuestion) => questionOf(crypto.randomUUID(), question).setting

const questionOf = (
  consultationId: string,
  question: StoryQuestion,
  made: ReadonlyMap<string, string> = new Map(),
) =>
  addQuestionInput.parse({
    consultationId,
    kind: question.kind,
    title: question.title,
    help: question.help,
    options: question.options?.join("\n"),
    statements: question.statements?.join("\n"),
    things: question.things?.join("\n"),
    unit: question.unit,
    bands: question.bands,
    atMost: question.atMost,
    alone: question.alone,
    section: question.section,
    low: question.scale?.low,
    high: question.scale?.high,
    steps: question.scale?.steps,
    required: question.required ?? false,
    onlyIf: question.onlyIf?.options.map((at) => ({
      said: saidField(made.get(question.onlyIf?.key ?? "") ?? "", `o${at + 1}`),
    })),
  })

/** What is picked, as a form sends it. */
export const pickedIn = (kind: StoryQuestion["kind"], said: string | number | readonly number[]) => {
  if (typeof said === "string") return said
  if (typeof said !== "number" && (kind === "ranking" || kind === "matrix"))
    return said.map((place) => (place ? String(place) : ""))
  if (typeof said !== "number") return said.map((one) => `o${one + 1}`)
  return kind === "scale" ? String(said) : `o${said + 1}`
}

const SIGNS: Record<string, keyof typeof STATEMENT_VOTES> = { "+": "agree", "-": "disagree", "0": "pass" }

async function write(ctx: Ctx, asked: Asked, asking: Asking, groupId: string, says: StoryAnswer["says"]) {
  for (const question of asking.questions) {
    const said = says[question.key]
    if (said === undefined) continue
    const questionId = asked.questions.get(question.key) ?? ""
    if (question.kind === "statements") {
      for (const [at, sign] of [...String(said)].entries()) {
        const vote = SIGNS[sign]
        const of = {
          id: asked.id,
          group: groupId,
          questionId,
          statement: `o${at + 1}`,
          button: "next" as const,
        }
        if (vote) await giveVote(ctx, { ...of, vote })
      }
      continue
    }
    if (question.kind === "file") {
      const title = String(said)
      const upload = await readUpload({ name: `${title}.pdf`, bytes: pdfOf(title, [question.title]) })
      const of = { id: asked.id, group: groupId, questionId, version: 0 }
      await saveFile(ctx, { ...of, upload, button: "next" })
      continue
    }
    await saveAnswer(ctx, {
      id: asked.id,
      group: groupId,
      questionId,
      version: 0,
      answer: pickedIn(question.kind, said) as string | string[],
      button: "next",
    })
  }
}

/** One group's answer: a second person begins it, the lead ends and sends it. `send` false: it stays a draft. */
export async function answer(
  lio: string,
  place: Place,
  now: Date,
  asked: Asked,
  asking: Asking,
  one: StoryAnswer,
  send = true,
) {
  const group = place.groups.get(one.group)
  const voices = place.voices.get(one.group)
  if (!group || !voices) throw new Error(`Nobody speaks for ${one.group} in the story.`)
  const entries = Object.entries(one.says)
  const half = Math.ceil(entries.length / 2)
  const opening = before(now, one.day)
  const begun = Object.fromEntries(entries.slice(0, half))
  const ended = Object.fromEntries(entries.slice(half))
  await asPerson(
    lio,
    { email: voices.second ?? voices.lead, hat: "member" },
    (ctx) => write(ctx, asked, asking, group.id, begun),
    opening,
  )
  if (!send) return
  const later = { now: new Date(opening.now.getTime() + DAY / 6) }
  await asPerson(
    lio,
    { email: voices.lead, hat: "member" },
    async (ctx) => {
      await write(ctx, asked, asking, group.id, ended)
      const { answering } = await getOpenResponse(ctx, asked.id, group.id)
      await signOffResponse(ctx, {
        id: asked.id,
        group: group.id,
        seen: answering?.seen ?? "",
        quotes: "public",
        language: one.language,
      })
    },
    later,
  )
}

/** Lets a consultation close on its day, and publishes its numbers the day after. */
export async function close(lio: string, now: Date, asked: Asked, daysAgo: number) {
  const next = before(now, daysAgo - 1)
  await asSystem(lio, (ctx) => closeWhenDue(ctx, asked.id), next)
  const manager = { email: CAST.manager.email }
  await asPerson(lio, manager, (ctx) => publishEdition(ctx, { id: asked.id, edition: 1 }), next)
}

/** A group puts a statement to the others; `shown`: staff have read it and let it stand. */
export async function propose(
  lio: string,
  place: Place,
  now: Date,
  questionId: string,
  asked: Asked,
  one: { group: string; day: number; body: string },
  shown: boolean,
) {
  const at = before(now, one.day)
  const email = place.voices.get(one.group)?.lead ?? ""
  const group = place.groups.get(one.group)?.id ?? ""
  await asPerson(
    lio,
    { email, hat: "member" },
    (ctx) => proposeStatement(ctx, { id: asked.id, group, questionId, body: one.body }),
    at,
  )
  if (!shown) return
  await asPerson(
    lio,
    { email: CAST.manager.email },
    async (ctx) => {
      const [waiting] = await listProposed(ctx, asked.id)
      await judgeStatement(ctx, { id: waiting?.id ?? "", verdict: "show", reason: null })
    },
    at,
  )
}
