// The command line, once the database runs (bin/trellis sees to that): finds the command, runs it, says what came of it.
import fs from "node:fs"
import path from "node:path"
import { parseArgs } from "node:util"
import { ZodError } from "zod"
import { closeDatabases } from "@/db/client"
import { isMigrated, migrateDatabase, NewerDatabase } from "@/db/migrate"
import { NotAllowed, NotFound, RuleBroken, SignedOut } from "@/lib/errors"
import { logTo } from "@/lib/log"
import { type Command, type Given, WrongUsage } from "./command"

const folder = path.join(import.meta.dirname, "commands")
const names = () =>
  fs
    .readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -3))

const load = async (name: string) =>
  ((await import(path.join(folder, `${name}.ts`))) as { command: Command }).command

/** The command whose file is named after the first two words, or the first. */
async function find(words: string[]): Promise<[Command, string[]] | null> {
  for (const count of [2, 1]) {
    const name = words.slice(0, count).join("-")
    if (/^[a-z-]+$/.test(name) && words.length >= count && names().includes(name))
      return [await load(name), words.slice(count)]
  }
  return null
}

async function overview() {
  const commands = await Promise.all(names().sort().map(load))
  const lines = commands.map(
    ({ name, usage, help }) => `  ${`${name} ${usage}`.trim()}\n      ${help.split("\n")[0]}`,
  )
  return ["Usage: npx trellis COMMAND [--json] [--help]", "", ...lines].join("\n")
}

function parse(command: Command, words: string[]) {
  const all = { ...command.options, json: { type: "boolean" }, help: { type: "boolean" } } as const
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({ args: words, options: all, allowPositionals: true })
  } catch (error) {
    throw new WrongUsage((error as Error).message)
  }
  const given: Given = { options: {}, flags: new Set(), rest: parsed.positionals }
  for (const [name, value] of Object.entries(parsed.values)) {
    if (typeof value === "string") given.options[name] = value
    else if (value === true) given.flags.add(name)
  }
  return given
}

async function main(words: string[]) {
  const found = await find(words)
  if (!found) {
    if (words.length === 0 || words.includes("--help") || words[0] === "help")
      return console.info(await overview())
    throw new WrongUsage(`There is no command "${words.slice(0, 2).join(" ")}".\n\n${await overview()}`)
  }
  const [command, args] = found
  const given = parse(command, args)
  if (given.flags.has("help"))
    return console.info(`Usage: npx trellis ${command.name} ${command.usage}\n\n${command.help}`)
  const url = process.env.TRELLIS_OWNER_URL ?? ""
  if (url && !(await isMigrated(url))) await migrateDatabase(url)
  const result = await command.run(given)
  if (given.flags.has("json")) process.stdout.write(`${JSON.stringify(result)}\n`)
  else console.info(command.tell?.(result) ?? JSON.stringify(result, null, 2))
}

/** Only the result goes to standard output; whatever else is said goes to standard error. */
console.log = console.error
logTo(process.stderr)

/** Whoever reads the result may stop early: `trellis … | head`. */
for (const pipe of [process.stdout, process.stderr])
  pipe.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error
  })

try {
  await main(process.argv.slice(2))
} catch (error) {
  const refusal = [RuleBroken, NotFound, NotAllowed, SignedOut, NewerDatabase].some(
    (kind) => error instanceof kind,
  )
  if (error instanceof NotFound && process.argv.includes("--lio"))
    console.error("trellis: There is no LIO with that short name.")
  else if (error instanceof WrongUsage || refusal) console.error(`trellis: ${(error as Error).message}`)
  else if (error instanceof ZodError)
    console.error(`trellis: ${error.issues.map((issue) => issue.message).join(". ")}`)
  else console.error(error)
  process.exitCode = error instanceof WrongUsage ? 2 : 1
} finally {
  await closeDatabases()
}
