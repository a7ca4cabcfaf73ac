/** Something the operator can put right: shown as one sentence, without a stack. */
export class Problem extends Error {}

/** One sentence for a Problem, everything for a fault of ours. */
export function tell(error) {
  console.error(error instanceof Problem ? `trellis: ${error.message}` : error)
}

/** Tells, and ends the process. */
export function giveUp(error) {
  tell(error)
  process.exit(1)
}
