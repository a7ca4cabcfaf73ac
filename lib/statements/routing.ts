import type { Totals } from "./votes"

/** What statements that ask about the voter weigh, such as “I live here”. */
const ABOUT_THE_VOTER = 49

/**
 * How much it matters that a statement is seen next, by what was said so far: those that many pass on come later, those
 * that tell people apart (`extremity`) sooner, and new ones soonest until a few have voted on them. The formula is Polis’s.
 */
export function priorityOf({ agree, pass, seen }: Totals, extremity: number, aboutTheVoter = false): number {
  if (aboutTheVoter) return ABOUT_THE_VOTER
  return (importanceOf({ agree, pass, seen }, extremity) * (1 + 8 * 2 ** (-seen / 5))) ** 2
}

/** The part of the priority that does not fade as votes come in. */
export const importanceOf = ({ agree, pass, seen }: Omit<Totals, "disagree">, extremity: number) =>
  (1 - (pass + 1) / (seen + 2)) * (extremity + 1) * ((agree + 1) / (seen + 2))

/** Which of some statements comes next: drawn by weight, with `chance` from 0 to 1. -1 where there is none. */
export function drawnBy(priorities: readonly number[], chance: number): number {
  let left = chance * priorities.reduce((all, one) => all + one, 0)
  for (const [at, priority] of priorities.entries()) {
    left -= priority
    if (left < 0) return at
  }
  return priorities.length - 1
}
