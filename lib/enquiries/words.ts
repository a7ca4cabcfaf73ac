import { say } from "../words"
import type { ChangeEnquiry } from "./input"

type OnItsWay = { next: string | null }
/** How many enquiries are before the same step. `key`: the step's name without its case, "" where every step is done. */
export type Stage = { key: string; label: string; count: number }

/** Where an enquiry on its way stands: the step that comes next, or "" where all are done. */
export const stageOf = ({ next }: OnItsWay) => next?.trim().toLowerCase() ?? ""

/** How many stand where, the stage with the most first; those with every step done are last. */
export function countStages(rows: readonly OnItsWay[]): Stage[] {
  const stages = new Map<string, Stage>()
  for (const row of rows) {
    const key = stageOf(row)
    const before = stages.get(key) ?? { key, label: row.next ?? say("Every step is done"), count: 0 }
    stages.set(key, { ...before, count: before.count + 1 })
  }
  const order = ({ key, count }: Stage) => (key === "" ? 0 : count)
  return [...stages.values()].sort((a, b) => order(b) - order(a))
}

/** What can be changed of an enquiry. */
export const toChange = ({
  name,
  email,
  phone,
  about,
  wanted,
  place,
}: Omit<ChangeEnquiry, "id" | "seen">) => ({
  name,
  email,
  phone,
  about,
  wanted,
  place,
})
