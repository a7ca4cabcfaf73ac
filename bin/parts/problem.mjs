/** Something the operator can put right: shown as one sentence, without a stack. */
export class Problem extends Error {}

/** Ends the process: one sentence for a Problem, everything for a fault of ours. */
export function giveUp(error) {
  console.error(error instanceof Problem ? `trellis: ${error.message}` : error)
  process.exit(1)
}
