import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"

/** Files by their path from the root, with what stands in them. */
export type Sources = Map<string, string>

/**
 * A rule of the house. `find` says what stands against it. `known` is what does today and is still to go, or has a reason
 * to stay: it can only shrink, as the test fails for what is no longer true. `seed` is a small house with one wrong file in
 * it, and what must be found there: a rule that finds nothing holds nothing.
 */
export type Rule = {
  says: string
  find: (sources: Sources) => string[]
  known?: Record<string, string> | readonly string[]
  seed: { files: Record<string, string>; found: string[] }
}

const root = resolve(import.meta.dirname, "../..")
const CODE = /\.(tsx?|mjs)$/

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesUnder(path)
    return CODE.test(entry.name) ? [path] : []
  })
}

/** Every file of ours, with its text. */
export const readSources = (): Sources =>
  new Map(
    ["app", "lib", "db", "emails", "bin", "tests"]
      .flatMap(filesUnder)
      .map((file) => [file, readFileSync(join(root, file), "utf8")]),
  )

/** The same, but only those whose path fits. */
export const only = (sources: Sources, path: RegExp): Sources =>
  new Map([...sources].filter(([file]) => path.test(file)))

/** What Trellis is made of, without its tests and what starts it. */
export const product = (sources: Sources) => only(sources, /^(app|lib|db|emails)\//)

/** The files in which `pattern` stands. */
export const filesWith = (sources: Sources, pattern: RegExp) =>
  [...sources].filter(([, text]) => pattern.test(text)).map(([file]) => file)

/** What a file imports: paths from the root without their ending, and packages as `npm:name`. */
export function importsOf([file, text]: [string, string]): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, target = ""]) => {
    if (target.startsWith("@/")) return target.slice(2)
    if (target.startsWith(".")) return relative(root, resolve(root, dirname(file), target))
    return `npm:${target}`
  })
}

/** Each import that `isWrong`, as "from → to". */
export const wrongImports = (sources: Sources, isWrong: (target: string, file: string) => boolean) =>
  [...sources].flatMap((source) =>
    importsOf(source)
      .filter((target) => isWrong(target, source[0]))
      .map((target) => `${source[0]} → ${target}`),
  )

/** The room of a file of lib; none for the ground everybody stands on (lib/errors.ts, lib/words …). */
export const roomOf = (path: string) => /^lib\/(?!words\/)([^/.]+)\//.exec(path)?.[1] ?? ""
