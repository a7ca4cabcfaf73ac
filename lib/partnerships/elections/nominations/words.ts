import { say } from "../../../words"
import type { Election } from "../queries"
import { STATEMENT_WORDS } from "./input"
import type { Nomination } from "./queries"

/** What whoever stands is told of their words: how many, and who reads them. `shown`: the board is on the public page. */
export const howToSpeak = (shown: boolean) =>
  shown
    ? say(
        "Up to {most} words: who you are, and what you’d do. Groups read it before they vote, and so can anybody.",
        { most: STATEMENT_WORDS },
      )
    : say("Up to {most} words: who you are, and what you’d do. Groups read it before they vote.", {
        most: STATEMENT_WORDS,
      })

type Step = Record<"agreed" | "withdrawn" | "valid", boolean> & { refusedReason: string | null }

/** Whether somebody who was put up still has to say whether they want to stand. */
export const isUnanswered = (one: Step) => !one.agreed && !one.withdrawn && !one.refusedReason

/** Whether staff still have to say of somebody who agreed to stand whether that is valid. */
export const isOpen = (one: Step) => one.agreed && !one.withdrawn && !one.valid && !one.refusedReason

/** What a nomination still lacks by the rules of its election; null when nothing. */
export function missingIn(election: Election, nomination: Nomination): string | null {
  if (!nomination.agreed) return say("They haven’t agreed to stand yet.")
  if (!nomination.statement) return say("There’s no statement yet.")
  const groups = nomination.endorsedBy.filter(({ network }) => !network).length
  if (groups < election.endorsements)
    return say("{have} of {needed} groups have endorsed them so far.", {
      have: groups,
      needed: election.endorsements,
    })
  if (election.networkEndorses && !nomination.endorsedBy.some(({ network }) => network))
    return say("No network has endorsed them yet.")
  return null
}
