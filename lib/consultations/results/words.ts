import { inSentence, inWords, percent, say, sayCount } from "../../words"
import { LEAST } from "../small-numbers"

type Numbers = {
  kind: "text" | "single" | "multiple" | "scale"
  answered: number
  /** Too few answered for its numbers to be shown. */
  held: boolean
  unsure: number
  options: { value: string; label: string; count: number }[]
  steps: number
}

const of = (part: number, whole: number) =>
  say("{part} of {whole} ({share})", { part, whole, share: percent(part, whole) })
const groupsOf = (part: number, whole: number) =>
  say("{part} of {whole} groups ({share})", { part, whole, share: percent(part, whole) })
const quoted = (labels: string[]) => inWords(labels.map((label) => `“${label}”`))

/** What a question's answers show, as a sentence with its numbers. "Most" is more than half of those that answered. */
export function findingOf({ kind, answered, held, unsure, options, steps }: Numbers): string {
  if (answered === 0) return say("No group answered this question")
  if (kind === "text")
    return sayCount(answered, {
      one: "{count} group wrote an answer",
      other: "{count} groups wrote an answer",
    })
  if (held)
    return say("Fewer than {least} groups answered this question, so its numbers aren’t shown", {
      least: LEAST,
    })
  if (answered < LEAST)
    return sayCount(answered, {
      one: "{count} group answered, so we only show the numbers",
      other: "{count} groups answered, so we only show the numbers",
    })
  if (kind === "scale") return scaleFinding(options, answered, unsure, steps)
  const most = Math.max(unsure, ...options.map(({ count }) => count))
  const level = options.filter(({ count }) => count === most).map(({ label }) => label)
  const unsureToo = unsure === most
  if (level.length === 0)
    return most * 2 > answered
      ? say("Most groups could not or would not say: {unsure}", { unsure: of(unsure, answered) })
      : say("More groups could not or would not say than chose any answer: {unsure}", {
          unsure: of(unsure, answered),
        })
  if (level.length > 1 || unsureToo) {
    const names = [
      ...level.map((label) => `“${label}”`),
      ...(unsureToo ? [say("not sure or no answer")] : []),
    ]
    return say("As many groups chose {names}: {most} each", {
      names: inWords(names),
      most: of(most, answered),
    })
  }
  return most * 2 > answered
    ? say("Most groups chose {level}: {most}", { level: quoted(level), most: of(most, answered) })
    : say("More groups chose {level} than anything else: {most}", {
        level: quoted(level),
        most: of(most, answered),
      })
}

/** The upper part of the scale against its lower part. */
function scaleFinding(options: Numbers["options"], answered: number, unsure: number, steps: number) {
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
  if (unsure > high && unsure > low)
    return say("More groups could not or would not say than chose either end: {unsure}", {
      unsure: of(unsure, answered),
    })
  if (high === low)
    return say("As many groups chose {upper} as {lower} {scale}: {high} each", {
      upper,
      lower,
      scale,
      high: of(high, answered),
    })
  return high > low
    ? say("{high} chose {upper} {scale}, and {low} chose {lower}", {
        high: groupsOf(high, answered),
        upper,
        scale,
        low,
        lower,
      })
    : say("{low} chose {lower} {scale}, and {high} chose {upper}", {
        low: groupsOf(low, answered),
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
  questions: { title: string; kind: string; held: boolean; answered: number; finding: string }[]
}

/** The finding in a few sentences: how many were heard, and what the first questions show. */
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
    .filter(({ kind, held, answered }) => kind !== "text" && !held && answered > 0)
    .slice(0, 2)
    .map(
      ({ title, finding }) =>
        ` ${say("Asked “{title}”, {finding}.", { title, finding: inSentence(finding) })}`,
    )
  return heard + silent + (answered > 0 ? findings.join("") : "")
}
