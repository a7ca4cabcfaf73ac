import { inSentence, inWords, percent, say, sayCount } from "../../words"
import { LEAST } from "../small-numbers"

/** Kinds of which no more is counted than how many groups answered: nothing of them is held back, and they stand in no summary. */
export const isOnlyHeard = (kind: string) => kind === "text" || kind === "file"

type Numbers = {
  kind: "text" | "single" | "multiple" | "scale" | "number" | "ranking" | "file"
  answered: number
  /** Too few answered for its numbers to be shown. */
  held: boolean
  unsure: number
  options: { value: string; label: string; count: number }[]
  steps: number
}

const of = (part: number, whole: number) =>
  say("{part} of {whole} ({share})", { part, whole, share: percent(part, whole) })
const quoted = (labels: string[]) => inWords(labels.map((label) => `“${label}”`))

/** Who answers: groups to a consultation, people to what they are asked of an event. */
export type Answerers = "groups" | "people"
type Few = { count: number }

/** What is said of answers, by who gave them. */
const SAID = {
  groups: {
    nobody: () => say("No group answered this question"),
    wrote: ({ count }: Few) =>
      sayCount(count, { one: "{count} group wrote an answer", other: "{count} groups wrote an answer" }),
    filed: ({ count }: Few) =>
      sayCount(count, { one: "{count} group sent a file", other: "{count} groups sent a file" }),
    held: () =>
      say("Fewer than {least} groups answered this question, so its numbers aren’t shown", { least: LEAST }),
    few: ({ count }: Few) =>
      sayCount(count, {
        one: "{count} group answered, too few to sum up",
        other: "{count} groups answered, too few to sum up",
      }),
    mostUnsure: (unsure: string) => say("Most groups could not or would not say: {unsure}", { unsure }),
    moreUnsure: (unsure: string) =>
      say("More groups could not or would not say than chose any answer: {unsure}", { unsure }),
    unsureThanEnds: (unsure: string) =>
      say("More groups could not or would not say than chose either end: {unsure}", { unsure }),
    level: (names: string, most: string) => say("As many groups chose {names}: {most} each", { names, most }),
    most: (level: string, most: string) => say("Most groups chose {level}: {most}", { level, most }),
    more: (level: string, most: string) =>
      say("More groups chose {level} than anything else: {most}", { level, most }),
    asMany: (words: Scale & { high: string }) =>
      say("As many groups chose {upper} as {lower} {scale}: {high} each", words),
    part: (part: number, whole: number) =>
      say("{part} of {whole} groups ({share})", { part, whole, share: percent(part, whole) }),
  },
  people: {
    nobody: () => say("Nobody answered this question"),
    wrote: ({ count }: Few) =>
      sayCount(count, { one: "{count} person wrote an answer", other: "{count} people wrote an answer" }),
    held: () =>
      say("Fewer than {least} people answered this question, so its numbers aren’t shown", { least: LEAST }),
    few: ({ count }: Few) =>
      sayCount(count, {
        one: "{count} person answered, too few to sum up",
        other: "{count} people answered, too few to sum up",
      }),
    mostUnsure: (unsure: string) => say("Most people couldn’t or wouldn’t say: {unsure}", { unsure }),
    moreUnsure: (unsure: string) =>
      say("More people couldn’t or wouldn’t say than chose any answer: {unsure}", { unsure }),
    unsureThanEnds: (unsure: string) =>
      say("More people couldn’t or wouldn’t say than chose either end: {unsure}", { unsure }),
    level: (names: string, most: string) => say("As many people chose {names}: {most} each", { names, most }),
    most: (level: string, most: string) => say("Most people chose {level}: {most}", { level, most }),
    more: (level: string, most: string) =>
      say("More people chose {level} than anything else: {most}", { level, most }),
    asMany: (words: Scale & { high: string }) =>
      say("As many people chose {upper} as {lower} {scale}: {high} each", words),
    part: (part: number, whole: number) =>
      say("{part} of {whole} people ({share})", { part, whole, share: percent(part, whole) }),
  },
} as const

/** The same of options that were put in order: what stood first. */
const FIRST = {
  groups: {
    level: (names: string, most: string) =>
      say("The same number of groups put {names} first: {most} each", { names, most }),
    most: (level: string, most: string) => say("Most groups put {level} first: {most}", { level, most }),
    more: (level: string, most: string) =>
      say("More groups put {level} first than anything else: {most}", { level, most }),
  },
  people: {
    level: (names: string, most: string) =>
      say("The same number of people put {names} first: {most} each", { names, most }),
    most: (level: string, most: string) => say("Most people put {level} first: {most}", { level, most }),
    more: (level: string, most: string) =>
      say("More people put {level} first than anything else: {most}", { level, most }),
  },
}
type Scale = { upper: string; lower: string; scale: string }

/** What a question's answers show, as a sentence with its numbers. "Highest" is more than half of those that answered. */
export function findingOf(
  { kind, answered, held, unsure, options, steps }: Numbers,
  by: Answerers = "groups",
): string {
  const said = kind === "ranking" ? { ...SAID[by], ...FIRST[by] } : SAID[by]
  if (answered === 0) return said.nobody()
  if (kind === "text") return said.wrote({ count: answered })
  if (kind === "file") return SAID.groups.filed({ count: answered })
  if (held) return said.held()
  if (answered < LEAST) return said.few({ count: answered })
  if (kind === "scale") return scaleFinding(options, answered, unsure, steps, by)
  const most = Math.max(unsure, ...options.map(({ count }) => count))
  const level = options.filter(({ count }) => count === most).map(({ label }) => label)
  const unsureToo = unsure === most
  const isMost = most * 2 > answered
  if (level.length === 0)
    return isMost ? said.mostUnsure(of(unsure, answered)) : said.moreUnsure(of(unsure, answered))
  if (level.length > 1 || unsureToo) {
    const names = [
      ...level.map((label) => `“${label}”`),
      ...(unsureToo ? [say("not sure or no answer")] : []),
    ]
    return said.level(inWords(names), of(most, answered))
  }
  return isMost ? said.most(quoted(level), of(most, answered)) : said.more(quoted(level), of(most, answered))
}

/** The upper part of the scale against its lower part. */
function scaleFinding(
  options: Numbers["options"],
  answered: number,
  unsure: number,
  steps: number,
  by: Answerers,
) {
  const said = SAID[by]
  const from = Math.ceil((steps + 2) / 2)
  const count = (least: number, most: number) =>
    options
      .filter(({ value }) => Number(value) >= least && Number(value) <= most)
      .reduce((sum, one) => sum + one.count, 0)
  const high = count(from, steps)
  const low = count(1, steps - from + 1)
  const range = (least: number, most: number) =>
    least === most ? `${most}` : say("{least} to {most}", { least, most })
  const [upper, lower] = [range(from, steps), range(1, steps - from + 1)]
  const scale = say("on a scale of 1 to {steps}", { steps })
  if (unsure > high && unsure > low) return said.unsureThanEnds(of(unsure, answered))
  if (high === low) return said.asMany({ upper, lower, scale, high: of(high, answered) })
  return high > low
    ? say("{high} chose {upper} {scale}, and {low} chose {lower}", {
        high: said.part(high, answered),
        upper,
        scale,
        low,
        lower,
      })
    : say("{low} chose {lower} {scale}, and {high} chose {upper}", {
        low: said.part(low, answered),
        lower,
        scale,
        high,
        upper,
      })
}

type Whole = {
  asked: number
  answered: number
  nothing: number
  questions: {
    title: string
    kind: string
    held: boolean
    answered: number
    finding: string
    shown?: unknown
  }[]
}

/** The finding in a few sentences: how many were heard, and what the first questions that all were asked show. */
export function summaryOf({ asked, answered, nothing, questions }: Whole): string {
  const heard =
    answered === 0
      ? sayCount(asked, {
          one: "None of the {count} group that we asked answered.",
          other: "None of the {count} groups that we asked answered.",
        })
      : sayCount(
          asked,
          {
            one: "{answered} of the {count} group that we asked answered ({share}).",
            other: "{answered} of the {count} groups that we asked answered ({share}).",
          },
          { answered, share: percent(answered, asked) },
        )
  const silent =
    nothing > 0
      ? ` ${sayCount(nothing, {
          one: "{count} group told us that they have nothing to say.",
          other: "{count} groups told us that they have nothing to say.",
        })}`
      : ""
  const findings = questions
    .filter(({ kind, held, answered, shown }) => !isOnlyHeard(kind) && !held && answered > 0 && !shown)
    .slice(0, 2)
    .map(
      ({ title, finding }) =>
        ` ${say("Asked “{title}”, {finding}.", { title, finding: inSentence(finding) })}`,
    )
  return heard + silent + (answered > 0 ? findings.join("") : "")
}
