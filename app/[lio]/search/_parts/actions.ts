import type { FindableKind as Findable } from "@/lib/rooms"
import { say } from "@/lib/words"

/** A thing that was found, as /api/search says it. */
export type Hit = { kind: Findable; id: string; title: string; hint: string | null; path: string }
/** Somewhere to go, or something to do. */
export type Line = { href: string; title: string; hint?: string | null }

const DOING = [
  ["sessions/new", say("Record a session")],
  ["tasks/new", say("Add a task")],
  ["groups/new", say("Add a group")],
  ["people/new", say("Add a person")],
  ["groups/import", say("Import a list of groups")],
  ["needs/new", say("Add a need")],
  ["networks/new", say("Open a network")],
  ["consultations/new", say("New consultation")],
  ["representations/new", say("New representation")],
] as const
const GOING = [
  ["home", say("Go to Today")],
  ["groups", say("Go to groups")],
  ["people", say("Go to people")],
  ["memberships", say("Go to memberships")],
  ["sessions", say("Go to sessions")],
  ["tasks", say("Go to my tasks")],
  ["tasks?whose=team", say("Go to the team’s tasks")],
  ["needs", say("Go to needs")],
  ["networks", say("Go to networks")],
  ["consultations", say("Go to consultations")],
  ["representations", say("Go to representations")],
  ["groups/duplicates", say("Go to possible duplicates")],
  ["settings", say("Go to settings")],
  ["settings/outbox", say("Go to emails sent")],
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
      { href: `/${lio}/sessions/new?group=${id}`, title: say("Record a session for {title}", { title }) },
      { href: `/${lio}/tasks/new?group=${id}`, title: say("Add a task for {title}", { title }) },
    ])

/** Everything that what was typed may mean, the nearest first. */
export const meant = (lio: string, keeps: boolean, typed: string, hits: Hit[]): Line[] => [
  ...hits.map((hit) => ({ href: `/${lio}/${hit.path}`, title: hit.title, hint: hit.hint })),
  ...linesFor(lio, keeps, typed),
  ...(keeps ? withGroups(lio, hits) : []),
]
