import type { ParseArgsConfig } from "node:util"

/** What a command got: options by name, everything else in order. */
export type Given = { options: Record<string, string | undefined>; flags: Set<string>; rest: string[] }

/** One command of the command line. `run` gives what `--json` prints; `tell` says it in words. */
export type Command = {
  name: string
  /** What comes after the name: `--slug S FILE`. */
  usage: string
  help: string
  options?: NonNullable<ParseArgsConfig["options"]>
  run(given: Given): Promise<object>
  tell?(result: object): string
}

/** Wrong usage: exit code 2, with a sentence. */
export class WrongUsage extends Error {}

/** An option that has to be there. */
export function needed(given: Given, option: string) {
  const value = given.options[option]
  if (!value) throw new WrongUsage(`--${option} is missing.`)
  return value
}

/** The one file or folder a command is about. */
export function theFile(given: Given, what = "FILE") {
  const [file, ...more] = given.rest
  if (!file || more.length > 0) throw new WrongUsage(`Give one ${what}.`)
  return file
}
