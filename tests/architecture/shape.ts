import { OFF_LIST } from "./lists"
import { only, product, type Rule, roomOf } from "./sources"

const LONGEST = 300
const DEEPEST = 5

/** What a file of a room is called by what it holds; whatever else there is stands on the list, by name. */
const AGREED = [
  "commands",
  "files",
  "filters",
  "input",
  "jobs",
  "letters",
  "policy",
  "queries",
  "retention",
  "room",
  "undo",
  "cells",
  "waiting",
  "words",
]

/** How files are called, how long they are and where they stand. */
export const shapeRules: Rule[] = [
  {
    says: "rooms have no junk drawers",
    find: (sources) =>
      [...product(sources).keys()].filter((file) =>
        /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.tsx?$)/.test(file),
      ),
    seed: { files: { "lib/needs/helpers.ts": "" }, found: ["lib/needs/helpers.ts"] },
  },
  {
    says: "a file of a room has one of the agreed names, or stands on the list",
    find: (sources) =>
      [...sources.keys()].filter(
        (file) => roomOf(file) && !AGREED.includes(/([^/]+)\.tsx?$/.exec(file)?.[1] ?? ""),
      ),
    known: OFF_LIST,
    seed: {
      files: { "lib/needs/queries.ts": "", "lib/needs/stuff.ts": "" },
      found: ["lib/needs/stuff.ts"],
    },
  },
  {
    says: "only db/schema and lib/words have a barrel",
    find: (sources) =>
      [...product(sources).keys()].filter(
        (file) => /\/index\.tsx?$/.test(file) && !/^(db\/schema|lib\/words)\//.test(file),
      ),
    seed: { files: { "lib/needs/index.ts": "" }, found: ["lib/needs/index.ts"] },
  },
  {
    says: "language, numbers, plurals, dates and the alphabet come from lib/words",
    find: (sources) =>
      [...product(sources)].flatMap(([file, text]) =>
        file.startsWith("lib/words/") || !/^(app|lib|emails)\//.test(file)
          ? []
          : (
              text.match(
                /"en-GB"|toLocale\w*String\(|\bIntl\.|localeCompare\([^)]*, "| === 1 \? "[a-zA-Z ’]*" : "/g,
              ) ?? []
            ).map((found) => `${file}: ${found}`),
      ),
    seed: {
      files: {
        "lib/needs/queries.ts": 'export const all = (n: number) => (n === 1 ? "need" : "needs")',
        "lib/words/numbers.ts": 'new Intl.NumberFormat("en-GB")',
      },
      found: ['lib/needs/queries.ts:  === 1 ? "need" : "'],
    },
  },
  {
    says: `no file is longer than ${LONGEST} lines`,
    find: (sources) =>
      [...sources]
        .filter(([, text]) => text.split("\n").length - 1 > LONGEST)
        .map(([file, text]) => `${file}: ${text.split("\n").length - 1}`),
    seed: { files: { "lib/needs/queries.ts": "\n".repeat(301) }, found: ["lib/needs/queries.ts: 301"] },
  },
  {
    says: "nothing is nested deeper than four folders in a room",
    find: (sources) => [...only(sources, /^lib\//).keys()].filter((file) => file.split("/").length > DEEPEST),
    seed: {
      files: { "lib/needs/a/b/c/queries.ts": "" },
      found: ["lib/needs/a/b/c/queries.ts"],
    },
  },
  {
    says: "every exported thing of lib has its line of explanation",
    find: (sources) =>
      [...only(sources, /^lib\//)].flatMap(([file, text]) => {
        const lines = text.split("\n")
        return lines.flatMap((line, at) =>
          /^export (async function|function|class|const) /.test(line) && !/\*\/\s*$/.test(lines[at - 1] ?? "")
            ? [`${file}:${at + 1}`]
            : [],
        )
      }),
    seed: {
      files: { "lib/needs/words.ts": "/** One. */\nexport const one = 1\nexport const two = 2" },
      found: ["lib/needs/words.ts:3"],
    },
  },
  {
    says: "a room has jobs.ts exactly where it says that it has jobs, or the worker would never do them",
    find: (sources) =>
      [...sources.keys()].flatMap((file) => {
        const room = /^(lib\/[^/]+)\/room\.ts$/.exec(file)?.[1]
        if (!room) return []
        const says = /\bhasJobs: true\b/.test(sources.get(file) ?? "")
        return says === sources.has(`${room}/jobs.ts`) ? [] : [room]
      }),
    seed: {
      files: {
        "lib/needs/room.ts": "export const needsRoom = room({ name: 'needs' })",
        "lib/needs/jobs.ts": "export const jobs = {}",
        "lib/files/room.ts": "room({ hasJobs: true })",
        "lib/files/jobs.ts": "",
      },
      found: ["lib/needs"],
    },
  },
]
