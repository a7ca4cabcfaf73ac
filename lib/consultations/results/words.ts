import { inWords, percent, plural } from "../../words"
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

const of = (part: number, whole: number) => `${part} of ${whole} (${percent(part, whole)})`
const groupsOf = (part: number, whole: number) => `${part} of ${whole} groups (${percent(part, whole)})`
const quoted = (labels: string[]) => inWords(labels.map((label) => `“${label}”`))

/** What a question's answers show, as a sentence with its numbers. "Most" is more than half of those that answered. */
export function findingOf({ kind, answered, held, unsure, options, steps }: Numbers): string {
  if (answered === 0) return "No group answered this question"
  if (kind === "text") return `${plural(answered, "group")} wrote an answer`
  if (held) return `Fewer than ${LEAST} groups answered this question, so its numbers aren’t shown`
  if (answered < LEAST) return `${plural(answered, "group")} answered: too few for more than the numbers`
  if (kind === "scale") return scaleFinding(options, answered, unsure, steps)
  const most = Math.max(unsure, ...options.map(({ count }) => count))
  const level = options.filter(({ count }) => count === most).map(({ label }) => label)
  const unsureToo = unsure === most
  if (level.length === 0)
    return most * 2 > answered
      ? `Most groups could not or would not say: ${of(unsure, answered)}`
      : `More groups could not or would not say than chose any answer: ${of(unsure, answered)}`
  if (level.length > 1 || unsureToo) {
    const names = [...level.map((label) => `“${label}”`), ...(unsureToo ? ["not sure or no answer"] : [])]
    return `As many groups chose ${inWords(names)}: ${of(most, answered)} each`
  }
  return most * 2 > answered
    ? `Most groups chose ${quoted(level)}: ${of(most, answered)}`
    : `More groups chose ${quoted(level)} than anything else: ${of(most, answered)}`
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
  const range = (least: number, most: number) => (least === most ? `${most}` : `${least} to ${most}`)
  const [upper, lower] = [range(from, steps), range(1, steps - from + 1)]
  const scale = `on a scale of 1 to ${steps}`
  if (unsure > high && unsure > low)
    return `More groups could not or would not say than chose either end: ${of(unsure, answered)}`
  if (high === low) return `As many groups chose ${upper} as ${lower} ${scale}: ${of(high, answered)} each`
  return high > low
    ? `${groupsOf(high, answered)} chose ${upper} ${scale}, and ${low} chose ${lower}`
    : `${groupsOf(low, answered)} chose ${lower} ${scale}, and ${high} chose ${upper}`
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
      ? `None of the ${plural(asked, "group")} that we asked answered.`
      : `${answered} of the ${plural(asked, "group")} that we asked answered (${percent(answered, asked)}).`
  const silent = nothing > 0 ? ` ${plural(nothing, "group")} told us that they have nothing to say.` : ""
  const findings = questions
    .filter(({ kind, held, answered }) => kind !== "text" && !held && answered > 0)
    .slice(0, 2)
    .map(({ title, finding }) => ` Asked “${title}”, ${finding.charAt(0).toLowerCase()}${finding.slice(1)}.`)
  return heard + silent + (answered > 0 ? findings.join("") : "")
}
