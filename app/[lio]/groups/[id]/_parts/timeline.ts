import type { IconName } from "@/app/_ui/icon"
import { TIMELINE_PARTS } from "@/lib/groups/timeline/input"
import type { Happened } from "@/lib/groups/timeline/queries"
import { FIELD_LABELS, factInWords, fieldLabel } from "@/lib/groups/words"
import { FINDABLE } from "@/lib/search/policy"
import { say } from "@/lib/words"

const PLACES: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(FINDABLE)
      .filter(([kind]) => kind !== "group" && kind !== "topic")
      .map(([kind, { path }]) => [kind, path]),
  ),
  task: "tasks",
}

/** What members may open of it: the paper is read under what came of it. */
const FOR_MEMBERS = new Set(["consultation", "network", "file"])

type Reader = { staff: boolean; keeps: boolean }

/** Where the reader reads more of what happened, if there is a page for it that opens for them. */
export function whereOf(
  lio: string,
  { subjectKind, subjectId, networkId }: Happened,
  { staff, keeps }: Reader,
) {
  if (!staff && subjectKind === "representation") return `/${lio}/outcomes#${subjectId}`
  if (!staff && !networkId && !FOR_MEMBERS.has(subjectKind)) return undefined
  if (!keeps && subjectKind === "task") return undefined
  if (networkId) return `/${lio}/networks/${networkId}/topics/${subjectId}`
  const place = PLACES[subjectKind]
  return place && subjectId ? `/${lio}/${place}/${subjectId}` : undefined
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
const plain = (value: unknown) => typeof value !== "object" || value === null

const CHANGES = new Set(["group.changed", "group.merged", "group.unmerged"])

/** What a change said before and after, a line a field: "Phone: 01 → 02". */
export function changesOf({ what, from, to }: Happened): string | undefined {
  if (!CHANGES.has(what) || !isObject(from) || !isObject(to)) return undefined
  const lines = Object.keys(to)
    .filter(
      (field) =>
        field !== "version" &&
        field in FIELD_LABELS &&
        !field.endsWith("Id") &&
        plain(from[field]) &&
        plain(to[field]),
    )
    .map(
      (field) =>
        `${fieldLabel(field)}: ${factInWords(field, from[field]) ?? say("not known")} → ${factInWords(field, to[field]) ?? say("not known")}`,
    )
  return lines.length > 0 ? lines.join("\n") : undefined
}

/** The picture beside a happening. */
export const iconOf = ({ what }: Happened): IconName =>
  (Object.values(TIMELINE_PARTS).find(({ events }) => events.some((name) => name === what))?.icon as
    | IconName
    | undefined) ?? "dot"
