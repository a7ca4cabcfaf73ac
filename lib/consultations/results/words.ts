import { percent, plural } from "../../words"
import { LEAST } from "../suppression"

type Numbers = {
  kind: "text" | "single" | "multiple" | "scale"
  answered: number
  unsure: number
  options: { value: string; label: string; count: number }[]
  steps: number
}

const of = (part: number, whole: number) => `${part} of ${whole} (${percent(part, whole)})`

/** What a question's answers show, as a sentence with its numbers. */
export function findingOf({ kind, answered, unsure, options, steps }: Numbers): string {
  if (answered === 0) return "No group answered this question"
  if (kind === "text") return `${plural(answered, "group")} wrote an answer`
  if (answered < LEAST) return `${plural(answered, "group")} answered: too few to draw a line from`
  if (kind === "scale") return scaleFinding(options, answered, steps)
  const top = options.reduce((best, option) => (option.count > best.count ? option : best), {
    label: "",
    count: 0,
  })
  if (top.count === 0 || unsure > top.count)
    return `Most groups could not or would not say: ${of(unsure, answered)}`
  const level = options.filter(({ count }) => count === top.count)
  if (level.length > 1) {
    return `“${level.map(({ label }) => label).join("” and “")}” were chosen most, by ${of(top.count, answered)} groups each`
  }
  const much = top.count * 2 > answered
  return `${much ? "Most groups chose" : "More groups chose"} “${top.label}”${much ? "" : " than anything else"}: ${of(top.count, answered)}`
}

/** The upper part of the scale against its lower part. */
function scaleFinding(options: Numbers["options"], answered: number, steps: number) {
  const from = Math.ceil((steps + 2) / 2)
  const count = (least: number, most: number) =>
    options
      .filter(({ value }) => Number(value) >= least && Number(value) <= most)
      .reduce((sum, one) => sum + one.count, 0)
  const high = count(from, steps)
  const low = count(1, steps - from + 1)
  const range = (least: number, most: number) => (least === most ? `${most}` : `${least} to ${most}`)
  const [upper, lower] = [range(from, steps), range(1, steps - from + 1)]
  return high >= low
    ? `${of(high, answered)} groups chose ${upper} on a scale of 1 to ${steps}, and ${low} chose ${lower}`
    : `${of(low, answered)} groups chose ${lower} on a scale of 1 to ${steps}, and ${high} chose ${upper}`
}

type Whole = {
  asked: number
  answered: number
  nothing: number
  few: boolean
  questions: { kind: string; answered: number; finding: string }[]
}

/** The finding in a few sentences: how many were heard, and what the first questions show. */
export function summaryOf({ asked, answered, nothing, few, questions }: Whole): string {
  const heard =
    answered === 0
      ? `None of the ${plural(asked, "group")} that we asked answered.`
      : `${answered} of the ${plural(asked, "group")} that we asked answered (${percent(answered, asked)}).`
  const silent = nothing > 0 ? ` ${plural(nothing, "group")} told us that they have nothing to say.` : ""
  if (few) return `${heard}${silent} That is too few to show numbers without giving a group away.`
  const findings = questions
    .filter(({ kind, answered }) => kind !== "text" && answered >= LEAST)
    .slice(0, 2)
    .map(({ finding }) => ` ${finding}.`)
  return heard + silent + (answered > 0 ? findings.join("") : "")
}
