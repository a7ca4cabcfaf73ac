import { STAGES } from "@/db/vocabulary"
import { say } from "../../words"
import type { Changes } from "../changes"
import type { GroupFields } from "../input"
import type { Group } from "../queries"
import { sentenceOf } from "../words"

/** Stages that may be set by hand: the others follow from memberships, or need a date and a reason. */
export const SETTABLE_STAGES = ["enquiry", "forming", "not_member"] as const

/** Stages for which it makes sense to ask why: why they enquired, why they are no member. */
const REASONED: ReadonlySet<string> = new Set(["enquiry", "not_member"])

type Said = Partial<GroupFields>
type WithStage = Said & { stageSince?: string; closedOn?: null; closedReason?: null }

/** What goes along with a stage: since when, why, and that a group which opens again is not closed any more. */
export function withStage(before: Group, fields: Said, today: string): WithStage {
  const stage = fields.stage ?? before.stage
  const { stageReason, ...rest } = fields
  const reason = !REASONED.has(stage) ? null : stageReason
  if (stage === before.stage)
    return reason === undefined || !REASONED.has(stage) ? rest : { ...rest, stageReason: reason }
  const opened = before.stage === "closed" ? { closedOn: null, closedReason: null } : {}
  return { ...rest, stageSince: today, stageReason: reason ?? null, ...opened }
}

const WITH_STAGE = new Set(["stage", "stageSince", "stageReason", "closedOn", "closedReason"])

function nowInWords(again: boolean, stage: string, reason: string): string {
  if (again)
    return reason
      ? say("Opened again, now {stage}: {reason}", { stage, reason })
      : say("Opened again, now {stage}", { stage })
  return reason ? say("Now {stage}: {reason}", { stage, reason }) : say("Now {stage}", { stage })
}

/** What changed in one sentence; a new stage is told with its reason. */
export function timelineOf(changes: Changes, names: string[], labels: Record<string, string>): string {
  const stage = names.includes("stage") ? changes.stage : undefined
  if (!stage) return sentenceOf(names, labels)
  const reason = changes.stageReason?.[1]
  const words = STAGES[stage[1] as keyof typeof STAGES].toLowerCase()
  const now = nowInWords(stage[0] === "closed", words, reason ? String(reason) : "")
  const others = names.filter((name) => !WITH_STAGE.has(name))
  return others.length > 0 ? `${now}. ${sentenceOf(others, labels)}` : now
}
