import type { Text } from "./texts"

/** Where the catalogue stands. */
export const CATALOGUE = "lib/words/catalogue/en-GB.json"

/** Texts that say different things of one and several under the same key: a language could not tell them apart. */
export function doubtful(said: Text[]): string[] {
  const ones = new Map<string, string | undefined>()
  return said.flatMap(({ file, line, text, one }) => {
    const known = ones.has(text) ? ones.get(text) : one
    ones.set(text, known)
    return known === one ? [] : [`${file}:${line} ${text}`]
  })
}

/** The catalogue as it is written: each text (of those with a number, the form for several) on a line, and where it is used. */
export function catalogueOf(said: Text[]): string {
  const texts = new Map<string, { one?: string; files: Set<string> }>()
  for (const { file, text, one } of said) {
    const known = texts.get(text) ?? { one, files: new Set() }
    known.files.add(file)
    texts.set(text, known)
  }
  const lines = [...texts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([text, { one, files }]) => {
      const used = [...files].sort()
      return `  ${JSON.stringify(text)}: ${JSON.stringify(one === undefined ? { used } : { one, used })}`
    })
  return `{\n${lines.join(",\n")}\n}\n`
}
