import { afterAll, beforeAll, expect, it } from "vitest"
import { closeDatabases } from "@/db/client"
import { seedDemo } from "@/db/seed/demo"
import { listActions, listOutside } from "./support/actions"
import { freshDatabase } from "./support/database"
import { commandsOf, listGuards, thrownAt } from "./support/guards"
import { idsOfEachTable, inputFor, KNOWN, STRANGERS, tryAs } from "./support/stranger-walk"
import { NAMED, OUTSIDE, whoMay } from "./support/who-may"

/** Guards that no walk comes to, as something else must be true first. It can only shrink. */
const UNSEEN = [
  "lib/consultations/answering/commands.ts: holdResponse",
  "lib/consultations/commands.ts: finishOrTry",
  "lib/consultations/signing/commands.ts: leadOnly",
  "lib/duplicates/people/commands.ts: ensureMay",
  "lib/files/commands.ts: guard",
  "lib/groups/commands.ts: changeGroup",
  "lib/groups/roles/commands.ts: welcomePerson",
  "lib/groups/roles/invitations/commands.ts: invite",
  "lib/networks/topics/commands.ts: editPost",
  "lib/people/commands.ts: changePerson",
  "lib/sessions/commands.ts: mayTurn",
  "lib/views/commands.ts: ownView",
]

const WALK_MS = 900_000
const seen = new Set<string>()
const note = (refusal: Error) => seen.add(thrownAt(refusal))
let drop = async () => {}
let actions: Awaited<ReturnType<typeof listActions>> = []

beforeAll(async () => {
  const database = await freshDatabase()
  drop = database.drop
  await seedDemo()
  actions = await listActions()
}, WALK_MS)
afterAll(async () => {
  await closeDatabases()
  await drop()
})

it("every form is walked, and those outside any LIO are known by name", () => {
  expect(actions.length).toBeGreaterThan(160)
  expect(listOutside().sort()).toEqual([...OUTSIDE].sort())
  const there = actions.map(({ folder, name }) => `${folder}: ${name}`)
  expect(NAMED.filter((name) => !there.includes(name))).toEqual([])
})

it("every form keeps out whoever it is not for, with things that are there", {
  timeout: WALK_MS,
}, async () => {
  const tables = await idsOfEachTable()
  const wrong: string[] = []
  for (const action of actions) {
    const name = `${action.folder}: ${action.name}`
    const { input, names } = await inputFor(action, tables)
    for (const [who, door] of Object.entries({ public: STRANGERS.public, ...KNOWN })) {
      const outcome = await tryAs(door, action, input, note)
      if (outcome !== "refused" && !whoMay(name).includes(who)) wrong.push(`${who} at ${name}: ${outcome}`)
    }
    if (names && (await tryAs(STRANGERS.other, action, input, note)) === "done")
      wrong.push(`a manager of another LIO at ${name}`)
  }
  expect(wrong).toEqual([])
})

it("every guard of a command has been seen to refuse", { timeout: WALK_MS }, async () => {
  const unseen = () => listGuards().filter(({ file, line }) => !seen.has(`${file}:${line}`))
  for (const file of new Set(unseen().map((guard) => guard.file)))
    for (const command of await commandsOf(file))
      for (const door of [STRANGERS.public, KNOWN.rep, KNOWN.viewer])
        await tryAs(door, { command }, {}, note).catch(() => "it needs to be told more")
  const names = (guards: ReturnType<typeof listGuards>) => guards.map(({ name }) => name)
  expect(names(unseen()).filter((name) => !UNSEEN.includes(name))).toEqual([])
  expect(UNSEEN.filter((name) => !names(listGuards()).includes(name))).toEqual([])
})
