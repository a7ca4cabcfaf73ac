import type { FindableKind as Findable } from "@/lib/rooms"

/** A thing that was found, as /api/find says it. */
export type Hit = { kind: Findable; id: string; title: string; hint: string | null; path: string }
/** Somewhere to go, or something to do. */
export type Line = { href: string; title: string; hint?: string | null }

/** Keys that work on every page of staff. */
export const SHORTCUTS = [
  { keys: "Ctrl K or ⌘ K", does: "Search or do, from any page" },
  { keys: "Alt S", does: "Record a session" },
  { keys: "Ctrl Enter or ⌘ Enter", does: "Save the session you’re recording" },
  { keys: "↑ and ↓", does: "Go through what was found" },
  { keys: "Enter", does: "Open what is marked" },
  { keys: "Esc", does: "Close" },
  { keys: "?", does: "In the search box: this list" },
] as const

const DOING = [
  ["sessions/new", "Record a session"],
  ["tasks/new", "Add a task"],
  ["groups/new", "Add a group"],
  ["people/new", "Add a person"],
  ["groups/import", "Import a list of groups"],
  ["needs/new", "Add a need"],
  ["networks/new", "Open a network"],
  ["consultations/new", "New consultation"],
  ["representations/new", "New representation"],
] as const
const GOING = [
  ["home", "Go to Today"],
  ["groups", "Go to groups"],
  ["people", "Go to people"],
  ["memberships", "Go to memberships"],
  ["sessions", "Go to sessions"],
  ["tasks", "Go to my tasks"],
  ["tasks?whose=team", "Go to the team’s tasks"],
  ["needs", "Go to needs"],
  ["networks", "Go to networks"],
  ["consultations", "Go to consultations"],
  ["representations", "Go to representations"],
  ["groups/duplicates", "Go to possible duplicates"],
  ["settings", "Go to settings"],
  ["settings/outbox", "Go to emails sent"],
] as const

const LONGEST_OFFER = 3

/** What may be done or gone to whose words begin like those typed; all of it when nothing is typed. */
export function linesFor(lio: string, keeps: boolean, typed: string): Line[] {
  const wanted = typed.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const fits = (title: string) => {
    const words = title.toLowerCase().split(" ")
    return wanted.every((begin) => words.some((word) => word.startsWith(begin)))
  }
  return [...(keeps ? DOING : []), ...GOING]
    .filter(([, title]) => fits(title))
    .map(([path, title]) => ({ href: `/${lio}/${path}`, title }))
}

/** What can be done with the groups that were found. */
const withGroups = (lio: string, hits: Hit[]): Line[] =>
  hits
    .filter(({ kind }) => kind === "group")
    .slice(0, LONGEST_OFFER)
    .flatMap(({ id, title }) => [
      { href: `/${lio}/sessions/new?group=${id}`, title: `Record a session for ${title}` },
      { href: `/${lio}/tasks/new?group=${id}`, title: `Add a task for ${title}` },
    ])

/** Everything that what was typed may mean, the nearest first. */
export const meant = (lio: string, keeps: boolean, typed: string, hits: Hit[]): Line[] => [
  ...hits.map((hit) => ({ href: `/${lio}/${hit.path}`, title: hit.title, hint: hit.hint })),
  ...linesFor(lio, keeps, typed),
  ...(keeps ? withGroups(lio, hits) : []),
]
