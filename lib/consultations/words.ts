import type { AnswerValue, QuestionOptions } from "@/db/schema/asking"
import { type CONSULTATION_QUESTIONS, keys, type NAMING, type PARTS, STATEMENT_VOTES } from "@/db/vocabulary"
import { daysBetween } from "../days"
import { dayOf, inWords, relativeDay, say, sayCount, ZONE } from "../words"
import { amountInWords, bandOf, bandsOf } from "./amounts/words"
import { LEAST } from "./small-numbers"

type QuestionKind = keyof typeof CONSULTATION_QUESTIONS

/** What a group reads of a consultation that was stopped. */
export const STOPPED = say(
  "This consultation has been stopped. You don’t need to do anything, and any answers you sent won’t be used.",
)

/** What is needed of a question to read and say an answer. */
export type Asked = { kind: QuestionKind; setting: QuestionOptions }

const SPLIT = { size: say("size"), area: say("area"), sector: say("sector") } as const

/** What is said of small numbers: to read before answering, and under the results. */
export function aboutNumbers({ partsBy }: { partsBy: keyof typeof PARTS }): string {
  if (partsBy === "every")
    return say(
      "Numbers are shown in full, also by size, area, theme and sector, however small they are: where few groups are of a kind, they can show what a group answered.",
    )
  const shown =
    partsBy === "none"
      ? say(
          "Numbers are shown only for questions that at least {least} groups answered, for all groups together.",
          { least: LEAST },
        )
      : say(
          "Numbers are shown only for questions that at least {least} groups answered, for all groups together and by {split}, never for fewer than {least} groups.",
          { split: SPLIT[partsBy], least: LEAST },
        )
  return `${shown} ${say(
    "If all the groups in a number said the same, anybody who knows who answered knows what each of them said.",
  )}`
}

/** Where quotes may stand, and under which name. */
export const aboutQuotes = ({ naming }: { naming: keyof typeof NAMING }) =>
  naming === "body"
    ? say(
        "Quotes go on the results page, which the groups that were asked can read, and if you agree also into papers that we publish and send to the body concerned. They carry your group’s name, never a person’s.",
      )
    : naming === "lio"
      ? say(
          "Quotes go on the results page, which the groups that were asked can read, and if you agree also into papers that we publish and send to the body concerned. They carry no name.",
        )
      : say("Quotes go on the results page, which the groups that were asked can read. They carry no name.")

/** Who will know which answers are whose: read before answering. */
export function aboutNames({ naming }: { naming: keyof typeof NAMING }, lio: string): string {
  const others = say(
    "Once it has closed, other groups can see the results, and we may publish them for anybody to read. Your words are only in them if you say we may quote you.",
  )
  if (naming === "body")
    return say(
      "The staff of {lio} see what your group sends, with its name. Nobody sees what you haven’t sent. {others}",
      { lio, others },
    )
  if (naming === "lio")
    return say(
      "The staff of {lio} see what your group sends, with its name. Nobody else is told what your group said, and nobody sees what you haven’t sent. {others}",
      { lio, others },
    )
  return say(
    "Nobody is told which answers are yours, not even the staff of {lio}. They can see that your group has answered, but your answers are locked until it closes. After that they’re kept without your group’s name, question by question and in random order. {others}",
    { lio, others },
  )
}

/** What can't be promised of answers that are named to nobody, and what follows for the group; null for others. */
export const aboutLocks = ({ naming }: { naming: keyof typeof NAMING }) =>
  naming === "nobody"
    ? say(
        "Until it closes, whoever runs our computer system could in theory unlock the answers. After that, nobody can. You can change your answers until it closes. After that we can’t tell which were yours, so we can’t change them or show them to you.",
      )
    : null

/** What people choose when they cannot or will not say. */
export const UNSURE = say("Not sure or prefer not to say")

/** Whether anything was said: "not sure" is an answer, too. */
export function isAnswered(value: AnswerValue | null | undefined): value is AnswerValue {
  if (!value) return false
  const { sealed, text, choice, choices, scale, number, ranking, unsure, ratings, votes, file } = value
  return Boolean(
    number !== undefined ||
      sealed ||
      file ||
      text ||
      choice ||
      choices?.length ||
      ranking?.length ||
      scale ||
      unsure ||
      Object.keys({ ...ratings, ...votes }).length > 0,
  )
}

/** Whether a question that needs an answer has none, or not one for each of its things. */
export function isMissing(
  { kind, setting, required }: Asked & { required: boolean },
  value: AnswerValue | null | undefined,
): boolean {
  if (!required) return false
  if (kind !== "matrix") return !isAnswered(value)
  return (setting.options ?? []).some(({ id }) => !value?.ratings?.[id])
}

const labelOf = (setting: QuestionOptions, id: string) =>
  setting.options?.find((option) => option.id === id)?.label ?? id

/** The points of a scale with their words: "1 – Not worried". */
function scalePoints({ setting }: Asked): { value: string; label: string }[] {
  const steps = setting.steps ?? 5
  return Array.from({ length: steps }, (_, at) => {
    const end = at === 0 ? setting.low : at === steps - 1 ? setting.high : undefined
    return { value: String(at + 1), label: end ? `${at + 1} – ${end}` : String(at + 1) }
  })
}

/** What one may choose from, "not sure" left out; of a number its bands; nothing for words, files, several things and votes. */
export function optionsOf(question: Asked): { value: string; label: string }[] {
  if (["text", "file", "statements", "matrix"].includes(question.kind)) return []
  if (question.kind === "scale") return scalePoints(question)
  if (question.kind === "number") return bandsOf(question.setting)
  return (question.setting.options ?? []).map(({ id, label }) => ({ value: id, label }))
}

/** The options that go with no other: "None of these", and those of which staff said so. */
export const aloneIn = ({ setting }: Asked) =>
  (setting.options ?? []).filter(({ label, alone }) => alone || /^(none|neither|nothing)\b/i.test(label))

/** How many may be chosen of "choose any", in words. */
export function howMany({ atLeast, atMost }: QuestionOptions): string {
  if (atLeast !== undefined && atLeast === atMost)
    return sayCount(atLeast, { one: "Choose {count}.", other: "Choose {count}." })
  if (atLeast !== undefined && atMost !== undefined)
    return say("Choose {atLeast} to {atMost}.", { atLeast, atMost })
  if (atLeast !== undefined) return say("Choose {atLeast} or more.", { atLeast })
  return atMost === undefined ? say("Choose all that are true.") : say("Choose up to {atMost}.", { atMost })
}

/** Which options can’t be chosen with any other, in words; "" for none. */
export function aboutAlone(labels: readonly string[]): string {
  if (labels.length === 0) return ""
  return say("{options} can’t be chosen with any other answer.", {
    options: inWords(labels.map((label) => `“${label}”`)),
  })
}

/** How to choose of "choose any": how many, and what goes with no other. */
export const aboutMany = (question: Asked) =>
  [howMany(question.setting), aboutAlone(aloneIn(question).map(({ label }) => label))]
    .filter(Boolean)
    .join(" ")

/** "Other, please say" asks for the words. */
const asksForWords = (label: string) => /^(other|another|something else)\b/i.test(label)

/** The option of a question whose words are asked for, if it has one. */
export const optionWithWords = (question: Asked) =>
  question.kind === "single" || question.kind === "multiple"
    ? optionsOf(question).find(
        ({ value, label }) =>
          asksForWords(label) || question.setting.options?.some(({ id, asks }) => asks && id === value),
      )
    : undefined

/** What of `optionsOf` an answer picks: of those put in order, the first. */
export function picksOf({ setting }: Asked, value: AnswerValue): string[] {
  if (value.number !== undefined) return [bandOf(setting, value.number)]
  if (value.choice) return [value.choice]
  if (value.ranking) return value.ranking.slice(0, 1)
  if (value.scale) return [String(value.scale)]
  return value.choices ?? []
}

/** "3 of 5", with the words of an end: "5 of 5: We may stop". */
function pointInWords({ low, high, steps = 5 }: QuestionOptions, point: number): string {
  const end = point === 1 ? low : point === steps ? high : undefined
  return say("{point} of {steps}{end}", { point, steps, end: end ? `: ${end}` : "" })
}

/** Every statement that a group voted on, under what it said: "Agree: More buses". */
const votesInWords = ({ setting }: Asked, votes: NonNullable<AnswerValue["votes"]>) =>
  keys(STATEMENT_VOTES)
    .flatMap((vote) =>
      (setting.options ?? [])
        .filter(({ id }) => votes[id] === vote)
        .map(({ label }) => say("{vote}: {statement}", { vote: STATEMENT_VOTES[vote], statement: label })),
    )
    .join("\n")

/** Where a group put each thing on the scale, and which it left out: "Rent: 4 of 5". */
const ratingsInWords = ({ setting }: Asked, ratings: NonNullable<AnswerValue["ratings"]>) =>
  (setting.options ?? [])
    .map(({ id, label: thing }) => {
      const rating = ratings[id]
      if (!rating) return say("{thing}: no answer", { thing })
      return say("{thing}: {point}", {
        thing,
        point: rating === "unsure" ? UNSURE : pointInWords(setting, rating),
      })
    })
    .join("\n")

/** An answer in words, of a file its name; "" when there is none. */
export function answerInWords(question: Asked, value: AnswerValue | null | undefined): string {
  if (!isAnswered(value)) return ""
  if (value.unsure) return UNSURE
  if (value.text) return value.text
  if (value.file) return value.file.name
  if (question.kind === "statements") return votesInWords(question, value.votes ?? {})
  if (value.ratings) return ratingsInWords(question, value.ratings)
  if (value.ranking)
    return value.ranking
      .map((id, at) => say("{place}. {option}", { place: at + 1, option: labelOf(question.setting, id) }))
      .join("\n")
  if (value.number !== undefined) return amountInWords(question.setting, value.number)
  if (value.scale) return pointInWords(question.setting, value.scale)
  const picked = inWords(picksOf(question, value).map((id) => labelOf(question.setting, id)))
  return value.says ? `${picked}: ${value.says}` : picked
}

const byKey = (held: Record<string, unknown> | undefined) =>
  held ? Object.entries(held).sort(([one], [other]) => (one < other ? -1 : 1)) : null

const plain = ({
  text,
  choice,
  choices,
  scale,
  number,
  ranking,
  unsure,
  says,
  ratings,
  votes,
  file,
}: AnswerValue) =>
  JSON.stringify(
    [
      ...[text, choice, choices ? [...choices].sort() : null, scale, number, ranking, unsure, says],
      ...[byKey(ratings), byKey(votes), file ? [file.name, file.digest] : null],
    ].map((one) => one ?? null),
  )

/** Whether two answers say the same. */
export const sayTheSame = (one: AnswerValue | undefined, other: AnswerValue | undefined) =>
  plain(one ?? {}) === plain(other ?? {})

/** Two answers to several things as one; null where they put one of them at different points. */
function ratingsTogether(theirs: AnswerValue, mine: AnswerValue): AnswerValue | null {
  const ratings = { ...theirs.ratings, ...mine.ratings }
  const differs = Object.entries(theirs.ratings ?? {}).some(([id, rating]) => ratings[id] !== rating)
  return differs ? null : { ratings }
}

/** Two answers to a question as one: both texts, or all that either picks; null where that makes no sense. */
export function bothTogether(question: Asked, theirs: AnswerValue, mine: AnswerValue): AnswerValue | null {
  if (question.kind === "matrix") return ratingsTogether(theirs, mine)
  if (theirs.text && mine.text) return { text: `${theirs.text}\n\n${mine.text}` }
  const alone = (id: string) => aloneIn(question).some((option) => option.id === id)
  const picks = [...new Set([...picksOf(question, theirs), ...picksOf(question, mine)])].filter(
    (id) => !alone(id),
  )
  if (question.kind !== "multiple" || theirs.unsure || mine.unsure || picks.length === 0) return null
  if (picks.length > (question.setting.atMost ?? picks.length)) return null
  const says = [...new Set([theirs.says, mine.says])].filter(Boolean).join("; ")
  return { choices: picks, ...(says ? { says } : {}) }
}

/** "just now", "3 minutes ago", "2 hours ago", "yesterday". */
export function agoInWords(at: Date, now: Date, zone: string): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000)
  if (minutes < 1) return say("just now")
  if (minutes < 60) return sayCount(minutes, { one: "{count} minute ago", other: "{count} minutes ago" })
  if (dayOf(at, zone) === dayOf(now, zone))
    return sayCount(Math.floor(minutes / 60), { one: "{count} hour ago", other: "{count} hours ago" })
  return relativeDay(at, now, zone)
}

/** "12 days left", "closes tomorrow", "closes today". */
export function leftInWords(closesAt: Date, now: Date, zone = ZONE): string {
  const days = daysBetween(dayOf(now, zone), dayOf(closesAt, zone))
  if (days <= 0) return say("closes today")
  return days === 1 ? say("closes tomorrow") : say("{days} days left", { days })
}
