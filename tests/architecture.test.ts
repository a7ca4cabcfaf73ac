import { readdirSync, readFileSync, statSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { describe, expect, it } from "vitest"

const root = resolve(import.meta.dirname, "..")
const CODE = /\.tsx?$/

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesUnder(path)
    return CODE.test(entry.name) ? [path] : []
  })
}

const SOURCES = ["app", "lib", "db", "emails"].flatMap(filesUnder)
const text = new Map(SOURCES.map((file) => [file, readFileSync(join(root, file), "utf8")]))

function importsOf(file: string): string[] {
  const source = text.get(file) ?? ""
  return [...source.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, target = ""]) => {
    if (target.startsWith("@/")) return target.slice(2)
    if (target.startsWith(".")) return relative(root, resolve(root, dirname(file), target))
    return `npm:${target}`
  })
}

/** The floors of lib: a room may use what is on lower floors, never a neighbour on its own or above. */
const FLOORS = [
  ["access"],
  ["journal", "jobs"],
  ["email", "spreadsheet", "places", "classification"],
  ["sign-in"],
  ["lios", "people", "fields", "word-lists", "services", "membership-status", "drafts", "tasks"],
  ["groups"],
  ["memberships", "annual-check", "views"],
  ["imports", "bulk", "sessions", "networks", "consultations"],
  ["representations", "needs", "duplicates", "directory"],
  ["search", "home", "digest", "housekeeping"],
]

/** The list of rooms knows what each of them has done in the background; nothing but the worker's tasks knows the list. */
const THE_LIST_OF_ROOMS = "lib/rooms.ts"

/** The room of a file of lib; none for the ground everybody stands on (lib/errors.ts, lib/words.ts …). */
const roomOf = (path: string) => /^lib\/([^/.]+)\//.exec(path)?.[1] ?? ""
const floorOf = (room: string) => FLOORS.findIndex((floor) => floor.includes(room))

describe("The house", () => {
  it("imports run app → lib → db, and lib → emails, never back", () => {
    const layers: Record<string, string[]> = {
      app: ["app", "lib", "db"],
      lib: ["lib", "db", "emails"],
      db: ["db"],
      emails: ["emails", "lib/words", "db/vocabulary"],
    }
    const wrong = SOURCES.filter((file) => !file.startsWith("db/seed/")).flatMap((file) =>
      importsOf(file)
        .filter((target) => /^(app|lib|db|emails|bin|tests)\b/.test(target))
        .filter(
          (target) =>
            !(layers[file.split("/")[0] ?? ""] ?? []).some(
              (layer) => target === layer || target.startsWith(`${layer}/`),
            ),
        )
        .map((target) => `${file} → ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it("lib and db know nothing of the browser", () => {
    const wrong = SOURCES.filter((file) => /^(lib|db)\//.test(file)).filter((file) =>
      importsOf(file).some((target) => /^npm:(next|react-dom)(\/|$)/.test(target)),
    )
    expect(wrong).toEqual([])
  })

  it("the day is the LIO's own, worked out by the door, and whether a role is held is written once", () => {
    const wrong = SOURCES.filter((file) => /^(app|lib)\//.test(file) || file.startsWith("db/rules/")).filter(
      (file) => /current_date|dayOf\(ctx\.now|ended_on is null or/.test(text.get(file) ?? ""),
    )
    expect(wrong.sort()).toEqual(["db/rules/lio-access.ts", "lib/access/may.ts"])
  })

  it("links are plain: one of Next's asks for its page before anybody presses it (decision 024)", () => {
    expect(SOURCES.filter((file) => importsOf(file).includes("npm:next/link"))).toEqual([])
  })

  it("a list of values is one parameter (isOneOf)", () => {
    expect(SOURCES.filter((file) => /\binArray\(/.test(text.get(file) ?? ""))).toEqual([])
  })

  it("pages take only the vocabulary from db", () => {
    const wrong = SOURCES.filter((file) => file.startsWith("app/") && !file.startsWith("app/_http/")).flatMap(
      (file) =>
        importsOf(file)
          .filter((target) => target.startsWith("db/") && target !== "db/vocabulary")
          .map((target) => `${file} → ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it("every room of lib stands on a floor, and looks only down", () => {
    const wrong = SOURCES.filter((file) => file.startsWith("lib/") && file !== THE_LIST_OF_ROOMS).flatMap(
      (file) => {
        const room = roomOf(file)
        if (!room)
          return importsOf(file)
            .filter((target) => roomOf(target))
            .map((target) => `${file} → ${target}`)
        if (floorOf(room) < 0) return [`${file}: ${room} stands on no floor`]
        return importsOf(file)
          .filter((target) => roomOf(target) && roomOf(target) !== room)
          .filter((target) => floorOf(roomOf(target)) >= floorOf(room))
          .map((target) => `${file} → ${target}`)
      },
    )
    expect(wrong).toEqual([])
  })

  it("an import writes its own tables; those of other rooms are written by their commands (decision 027)", () => {
    const OWN = /^(imports?|import_?rows|import_?mappings)$/i
    const written = (source: string) =>
      [
        ...source.matchAll(/\b(?:insert into|delete from|(?<!for )update)\s+(\w+|\$\{)/g),
        ...source.matchAll(/\.(?:insert|update|delete)\((\w+)\)/g),
      ].map(([, table = ""]) => table)
    const wrong = SOURCES.filter((file) => file.startsWith("lib/imports/")).flatMap((file) =>
      written((text.get(file) ?? "").replace(/\/\*\*[^]*?\*\/|\/\/.*/g, ""))
        .filter((table) => !OWN.test(table))
        .map((table) => `${file} writes ${table}`),
    )
    expect(wrong).toEqual([])
  })

  it("rooms have no junk drawers", () => {
    const junk = SOURCES.filter((file) => /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.tsx?$)/.test(file))
    expect(junk).toEqual([])
  })

  it("only db/schema has a barrel", () => {
    const barrels = SOURCES.filter((file) => /\/index\.tsx?$/.test(file) && file !== "db/schema/index.ts")
    expect(barrels).toEqual([])
  })

  it("doors, queries and commands never reach a browser", () => {
    const open = SOURCES.filter((file) => /^lib\/.*(doors|queries|commands)\.ts$/.test(file)).filter(
      (file) => !(text.get(file) ?? "").startsWith('import "server-only"'),
    )
    expect(open).toEqual([])
  })

  it("only doors and sign-in open the database", () => {
    const allowed = /^(lib\/access\/|lib\/sign-in\/|db\/|app\/_http\/auth\.ts$|app\/api\/health\/)/
    const wrong = SOURCES.filter((file) => !allowed.test(file)).filter((file) =>
      /\b(appDatabase|authDatabase|appSql|postgres)\(/.test(text.get(file) ?? ""),
    )
    expect(wrong).toEqual([])
  })

  it("no page, action or link has the system’s rights", () => {
    const behindLinks = SOURCES.filter((file) => /\basLink\b/.test(text.get(file) ?? ""))
    const wrong = SOURCES.filter((file) => file.startsWith("app/") || behindLinks.includes(file)).filter(
      (file) => /\basSystem\b/.test(text.get(file) ?? ""),
    )
    expect(wrong).toEqual(["lib/access/doors.ts"])
  })

  it("every server action is one submit()", () => {
    const wrong = SOURCES.filter(
      (file) => file.startsWith("app/") && /^\s*"use server"/.test(text.get(file) ?? ""),
    ).flatMap((file) =>
      [
        ...(text.get(file) ?? "").matchAll(
          /^export (?:const|async function|function) (\w+)( = submit(?:Outside|ByLink)?\()?/gm,
        ),
      ]
        .filter(([, , isSubmit]) => !isSubmit)
        .map(([, name]) => `${file}: ${name}`),
    )
    expect(wrong).toEqual([])
    const inline = SOURCES.filter((file) => /[{;]\s*"use server"/.test(text.get(file) ?? ""))
    expect(inline).toEqual([])
  })

  it("an emailed link to a consultation opens the pages and forms of its answer, and nothing else", () => {
    const taking = SOURCES.filter((file) =>
      /\b(visitByLink|submitByLink)\b|links: true/.test(text.get(file) ?? ""),
    )
    const ofTheAnswer = [
      "",
      "answer/",
      "check/",
      "nothing/",
      "ours/",
      "results/",
      "results/written/",
      "saved/",
      "sent/",
    ]
    expect(taking.sort()).toEqual(
      [
        "app/[lio]/consultations/[id]/answer/actions.ts",
        ...ofTheAnswer.map((name) => `app/[lio]/consultations/[id]/${name}page.tsx`),
        "app/_http/submit.ts",
        "app/_http/visit.ts",
      ].sort(),
    )
  })

  it("every page and route of an LIO goes through a door", () => {
    const wrong = SOURCES.filter((file) => /^app\/\[lio\]\/.*(page\.tsx|route\.tsx?)$/.test(file)).filter(
      (file) =>
        !/\b(visit|enter|asPublic|redirect|answerFrom|readPreferences|feed)\w*[(<]/.test(
          text.get(file) ?? "",
        ),
    )
    expect(wrong).toEqual([])
  })

  it("no file is longer than 300 lines", () => {
    const all = [...SOURCES, ...filesUnder("tests"), ...filesUnder("bin")]
    const long = all
      .filter((file) => statSync(join(root, file)).isFile())
      .map((file) => [file, readFileSync(join(root, file), "utf8").split("\n").length - 1] as const)
      .filter(([, lines]) => lines > 300)
    expect(long).toEqual([])
  })

  it("nothing is nested deeper than four folders in a room", () => {
    const deep = SOURCES.filter((file) => file.startsWith("lib/") && file.split("/").length > 5)
    expect(deep).toEqual([])
  })

  it("no circle of imports", () => {
    const byPath = (target: string) =>
      [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`, target].find((path) => text.has(path))
    const state = new Map<string, "open" | "done">()
    const circles: string[] = []
    const walk = (file: string, trail: string[]) => {
      if (state.get(file) === "done") return
      if (state.get(file) === "open") {
        circles.push([...trail.slice(trail.indexOf(file)), file].join(" → "))
        return
      }
      state.set(file, "open")
      for (const target of importsOf(file)) {
        const next = byPath(target)
        if (next) walk(next, [...trail, file])
      }
      state.set(file, "done")
    }
    for (const file of SOURCES) walk(file, [])
    expect(circles).toEqual([])
  })

  it("every exported thing of lib has its line of explanation", () => {
    const bare = SOURCES.filter((file) => file.startsWith("lib/")).flatMap((file) => {
      const lines = (text.get(file) ?? "").split("\n")
      return lines.flatMap((line, at) =>
        /^export (async function|function|class|const) /.test(line) && !/\*\/\s*$/.test(lines[at - 1] ?? "")
          ? [`${file}:${at + 1}`]
          : [],
      )
    })
    expect(bare).toEqual([])
  })
})
