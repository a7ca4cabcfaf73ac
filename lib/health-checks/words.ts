import type { HEALTH_ANSWERS } from "@/db/vocabulary"
import { say } from "../words"

/** How a group stands with something. */
export type HealthAnswer = keyof typeof HEALTH_ANSWERS
type Answered = { setKey: string; setName: string; answer: HealthAnswer | null }

/** How far a check is, in a few words. */
export function stateOf({
  handedInAt,
  startedAt,
  again,
}: {
  handedInAt: Date | null
  startedAt: Date | null
  again: boolean
}): string {
  if (handedInAt) return again ? say("Handed in again") : say("Handed in")
  if (startedAt) return again ? say("Being answered again") : say("Being answered")
  return again ? say("Asked again, not begun yet") : say("Not begun yet")
}

/** Whether something needs work: it isn’t fully in place, or nobody knows. */
export const isWeak = (answer: HealthAnswer | null) =>
  answer === "partly" || answer === "not_yet" || answer === "unsure"

const WORTH: Partial<Record<HealthAnswer, number>> = { in_place: 1, partly: 0.5, not_yet: 0, unsure: 0 }

/** How much is in place, from 0 to 100: “partly” counts half, what doesn’t apply is left out. Null when nothing counts. */
export function scoreOf(answers: readonly { answer: HealthAnswer | null }[]): number | null {
  const counted = answers.flatMap(({ answer }) => (answer ? (WORTH[answer] ?? []) : []))
  if (counted.length === 0) return null
  return Math.round((100 * counted.reduce((sum, worth) => sum + worth, 0)) / counted.length)
}

/** The questions by their sets, in order, with how much is in place of each. */
export const bySet = <Q extends Answered>(questions: readonly Q[]) =>
  [...Map.groupBy(questions, ({ setKey }) => setKey)].map(([key, mine]) => ({
    key,
    name: mine[0]?.setName ?? "",
    questions: mine,
    score: scoreOf(mine),
  }))
