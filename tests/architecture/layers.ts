import { filesWith, importsOf, only, product, type Rule, roomOf, type Sources, wrongImports } from "./sources"

/** The floors of lib: a room may use what is on lower floors, never a neighbour on its own or above. */
const FLOORS = [
  ["access", "order"],
  ["journal", "jobs", "lists"],
  ["email", "spreadsheet", "documents", "places", "classification", "statements", "ballots"],
  ["sign-in"],
  [
    "lios",
    "people",
    "fields",
    "word-lists",
    "services",
    "membership-status",
    "drafts",
    "tasks",
    "support-sources",
    "calendar",
  ],
  ["groups", "files", "notes"],
  ["memberships", "annual-check", "views", "guides", "resources", "cases"],
  ["giving"],
  ["imports", "bulk", "sessions", "networks", "consultations"],
  ["events"],
  [
    "representations",
    "needs",
    "duplicates",
    "directory",
    "examples",
    "mailings",
    "enquiries",
    "funding",
    "health-checks",
  ],
  ["partnerships", "opportunities"],
  [
    "thread",
    "search",
    "home",
    "digest",
    "daily-letter",
    "housekeeping",
    "navigation",
    "undo",
    "finder",
    "reports",
  ],
  ["cells"],
]
const floorOf = (room: string) => FLOORS.findIndex((floor) => floor.includes(room))

/** The list of rooms knows what each of them has done in the background; nothing but the worker's tasks knows the list. */
const THE_LIST_OF_ROOMS = "lib/rooms.ts"

const LAYERS: Record<string, string[]> = {
  app: ["app", "lib", "db"],
  lib: ["lib", "db", "emails"],
  db: ["db", "lib/words"],
  emails: ["emails", "lib/words", "db/vocabulary"],
}
const mayUse = (file: string, target: string) =>
  (LAYERS[file.split("/")[0] ?? ""] ?? []).some((layer) => target === layer || target.startsWith(`${layer}/`))

function looksUp(target: string, file: string): boolean {
  const [from, to] = [roomOf(file), roomOf(target)]
  return to !== "" && from !== to && (from === "" || floorOf(to) >= floorOf(from))
}

function circlesIn(sources: Sources): string[] {
  const fileOf = (target: string) =>
    [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`, target].find((path) => sources.has(path))
  const state = new Map<string, "open" | "done">()
  const circles: string[] = []
  const walk = (file: string, trail: string[]) => {
    if (state.get(file) === "done") return
    if (state.get(file) === "open") {
      circles.push([...trail.slice(trail.indexOf(file)), file].join(" → "))
      return
    }
    state.set(file, "open")
    for (const target of importsOf([file, sources.get(file) ?? ""])) {
      const next = fileOf(target)
      if (next) walk(next, [...trail, file])
    }
    state.set(file, "done")
  }
  for (const file of sources.keys()) walk(file, [])
  return circles
}

/** What may know of what. */
const LONG_FORM = /^app\/_ui\/(long-form-client|light-checks|row-fields|shown-when)\.tsx?$/

export const layerRules: Rule[] = [
  {
    says: "imports run app → lib → db, and lib → emails, never back",
    find: (sources) =>
      wrongImports(
        only(product(sources), /^(?!db\/seed\/)/),
        (target, file) => /^(app|lib|db|emails|bin|tests)\b/.test(target) && !mayUse(file, target),
      ),
    seed: {
      files: { "lib/needs/queries.ts": 'import { Row } from "@/app/_ui/row"' },
      found: ["lib/needs/queries.ts → app/_ui/row"],
    },
  },
  {
    says: "lib and db know nothing of the browser",
    find: (sources) =>
      wrongImports(only(sources, /^(lib|db)\//), (target) => /^npm:(next|react-dom)(\/|$)/.test(target)),
    seed: {
      files: { "lib/needs/queries.ts": 'import { cookies } from "next/headers"' },
      found: ["lib/needs/queries.ts → npm:next/headers"],
    },
  },
  {
    says: "pages take only the vocabulary from db",
    find: (sources) =>
      wrongImports(
        only(sources, /^app\/(?!_http\/)/),
        (target) => target.startsWith("db/") && target !== "db/vocabulary",
      ),
    seed: {
      files: { "app/[lio]/needs/page.tsx": 'import { needs } from "@/db/schema"' },
      found: ["app/[lio]/needs/page.tsx → db/schema"],
    },
  },
  {
    says: "every room of lib stands on a floor",
    find: (sources) => [
      ...new Set([...sources.keys()].map(roomOf).filter((room) => room !== "" && floorOf(room) < 0)),
    ],
    seed: { files: { "lib/gossip/queries.ts": "" }, found: ["gossip"] },
  },
  {
    says: "a room looks only down, and the ground knows no room",
    find: (sources) => wrongImports(only(sources, /^lib\/(?!rooms\.ts$)/), looksUp),
    seed: {
      files: {
        [THE_LIST_OF_ROOMS]: 'import { needJobs } from "./needs/jobs"',
        "lib/words/dates.ts": 'import { nameOf } from "../access/ctx"',
        "lib/needs/queries.ts":
          'import { ensure } from "../errors"\nimport { ask } from "../representations/queries"',
        "lib/groups/queries.ts": 'import { people } from "../people/queries"',
      },
      found: ["lib/words/dates.ts → lib/access/ctx", "lib/needs/queries.ts → lib/representations/queries"],
    },
  },
  {
    says: "no circle of imports",
    find: (sources) => circlesIn(product(sources)),
    seed: {
      files: {
        "lib/needs/queries.ts": 'import { a } from "./commands"',
        "lib/needs/commands.ts": 'import { b } from "./queries"',
      },
      found: ["lib/needs/queries.ts → lib/needs/commands.ts → lib/needs/queries.ts"],
    },
  },
  {
    says: "links are plain: one of Next's asks for its page before anybody presses it (decision 024)",
    find: (sources) => wrongImports(product(sources), (target) => target === "npm:next/link"),
    seed: {
      files: { "app/_ui/row.tsx": 'import Link from "next/link"' },
      found: ["app/_ui/row.tsx → npm:next/link"],
    },
  },
  {
    says: "only long forms bring react-hook-form to a page (decision 029)",
    find: (sources) =>
      wrongImports(
        new Map([...product(sources)].filter(([file]) => !LONG_FORM.test(file))),
        (target) => target === "npm:react-hook-form",
      ),
    seed: {
      files: {
        "app/_ui/row-fields.tsx": 'import { useFieldArray } from "react-hook-form"',
        "app/_ui/fields.tsx": 'import { useFormContext } from "react-hook-form"',
      },
      found: ["app/_ui/fields.tsx → npm:react-hook-form"],
    },
  },
  {
    says: "a list of values is one parameter (isOneOf)",
    find: (sources) => filesWith(product(sources), /\binArray\(/),
    seed: {
      files: { "lib/needs/queries.ts": "where(inArray(needs.id, ids))" },
      found: ["lib/needs/queries.ts"],
    },
  },
  {
    says: "the day is the LIO's own, worked out by the door, and whether a role is held is written once",
    find: (sources) =>
      filesWith(only(sources, /^(app|lib|db\/rules)\//), /current_date|dayOf\(ctx\.now|ended_on is null or/),
    known: ["db/rules/lio-access.ts", "lib/access/may.ts"],
    seed: {
      files: { "lib/needs/queries.ts": "sql`closes_on < current_date`" },
      found: ["lib/needs/queries.ts"],
    },
  },
]
