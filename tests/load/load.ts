// Run by bin/load.mjs against a Trellis of its own: 16 clients on an LIO of reliability.md's size, beside 19 others.
import { mkdtempSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { parseArgs } from "node:util"
import { trellis } from "../bench/command"
import { everyday } from "../bench/everyday"
import { load, weigh } from "../bench/load"
import { memoryOf, webProcess } from "../bench/processor"
import { cookieOf, openDatabase } from "../e2e/support/place"
import { crowd, type Page } from "./crowd"
import type { Measured } from "./long"
import { fillLio, makeConsultation, SIZE } from "./made"

const { values: given } = parseArgs({
  options: {
    seconds: { type: "string", default: "6" },
    clients: { type: "string", default: "16" },
    only: { type: "string" },
    minutes: { type: "string", default: "10" },
    json: { type: "string" },
  },
})
const [seconds, clients] = [Number(given.seconds), Number(given.clients)]
const base = process.env.TRELLIS_URL ?? ""
const tell = (text: string) => console.error(`load: ${text}`)

/** Closes a consultation as its manager would: its numbers are then frozen. */
async function close(id: string) {
  Object.assign(process.env, everyday)
  const { asPerson } = await import("@/lib/access/doors")
  const { closeConsultation } = await import("@/lib/consultations/closing/commands")
  await asPerson("load", { email: "manager@load-lio.example" }, (ctx) =>
    closeConsultation(ctx, { id, reason: "All have answered" }),
  )
}

/** Says and keeps figures that were measured elsewhere. */
const rows: Record<string, string | number | boolean>[] = []
function note(measured: Measured[]) {
  for (const row of measured) {
    rows.push(row)
    console.log(`${row.held ? "✓" : "✗"} ${row.what}: ${row.figure} (wanted ${row.wanted})`)
  }
}
const end = () => {
  if (given.json) writeFileSync(given.json, JSON.stringify(rows, null, 2))
  process.exit(0)
}

/** People who book, on a Trellis with nothing else to do. */
async function booking() {
  Object.assign(process.env, everyday)
  const { measureBooking } = await import("./booking")
  note(await measureBooking(base))
}
/** Groups that answer, on a Trellis with nothing else to do. */
async function answers() {
  Object.assign(process.env, everyday)
  const { measureAnswers } = await import("./answers")
  note(await measureAnswers(base, Number(given.minutes)))
}
if (given.only === "booking" || given.only === "answers") {
  await (given.only === "booking" ? booking() : answers())
  end()
}

const create = (slug: string, name: string, manager: string) =>
  trellis("lio", "create", "--slug", slug, "--name", name, "--kind", "cvs", "--manager", manager)
await create("load", "Load CVS", "manager@load-lio.example")
const sql = openDatabase()
const idOf = async (slug: string) =>
  (await sql<{ id: string }[]>`select id from lios where slug = ${slug}`)[0]?.id ?? ""
tell(
  `filling one LIO with ${SIZE.groups} groups, ${SIZE.people} people, ${SIZE.sessions} sessions, and ${SIZE.others} others …`,
)
await fillLio(sql, await idOf("load"))
const open = await makeConsultation(sql, await idOf("load"))
const closed = await makeConsultation(sql, await idOf("load"))
for (let n = 0; n < SIZE.others; n++) {
  const slug = `beside-${String.fromCharCode(97 + n)}`
  await create(slug, `Beside ${n}`, `manager@${slug}.example`)
  await fillLio(sql, await idOf(slug), 0.1)
}
const lio = await idOf("load")
const one = async (query: string) => {
  const rows = await sql.begin(async (tx) => {
    await tx`select set_config('app.lio_id', ${lio}, true), set_config('app.audiences', '{*}', true)`
    return tx.unsafe<{ id: string }[]>(query)
  })
  return rows[0]?.id ?? ""
}
const group = await one("select id from groups order by name limit 1")
const lead = await one(
  "select p.email as id from people p join roles r on r.person_id = p.id where r.speaks = 'lead' order by p.email limit 1",
)
await sql`analyze`
await sql.end()
await close(closed)

const staff = await cookieOf(base, "manager@load-lio.example")
const member = await cookieOf(base, lead)

/** Pages and what each may take at the 95th per cent, in ms, and weigh, in KB of HTML. */
const PAGES: Page[] = [
  ["home of staff", "/load/home", staff, 250, 50],
  ["groups", "/load/groups", staff, 250, 50],
  ["groups, two filters", "/load/groups?q=garden&stage=not_member", staff, 250, 50],
  ["one group", `/load/groups/${group}`, staff, 250, 50],
  ["people", "/load/people", staff, 250, 50],
  ["sessions", "/load/sessions", staff, 250, 50],
  ["tasks", "/load/tasks?whose=team", staff, 250, 50],
  ["search, two common words", "/load/search?q=community+garden", staff, 250, 50],
  ["type-ahead", "/api/search?lio=load&q=community%20gar&kind=group", staff, 150, 10],
  ["home of a member", "/load/home", member, 200, 25],
  ["results so far, 1,500 answers", `/load/consultations/${open}/results`, staff, 250, 50],
  ["results, closed", `/load/consultations/${closed}/results`, staff, 250, 50],
  ["results, for a member", `/load/consultations/${closed}/results`, member, 200, 25],
  ["written answers", `/load/consultations/${closed}/results/written?question=1`, staff, 250, 50],
  ["reach of 2,001 groups", `/load/consultations/${open}/reach`, staff, 250, 50],
]

for (const [what, path, cookie, most, kb] of PAGES) {
  const alone = await load(base + path, { cookie, clients: 1, seconds: 3, forgiving: true })
  const crowd = await load(base + path, { cookie, clients, seconds, forgiving: true })
  const { perSecond, p50, p95 } = crowd
  const failed = [...alone.failed, ...crowd.failed]
  const weight = path.startsWith("/api/") ? { html: 0 } : await weigh(base, path, cookie)
  const row = {
    what,
    alone: alone.p50,
    perSecond,
    p50,
    p95,
    html: weight.html,
    memory: memoryOf(webProcess()),
    failed: failed.length,
    held: alone.p95 <= most && weight.html <= kb && failed.length === 0,
  }
  rows.push(row)
  console.log(
    `${row.held ? "✓" : "✗"} ${what}: alone ${alone.p50} ms (p95 ${alone.p95}, wanted ${most}); ${clients} clients ${perSecond}/s, p95 ${p95} ms; ${weight.html} KB (wanted ${kb}); web ${row.memory} MB${failed[0] ? `; ${failed.length} failed, as ${failed[0]}` : ""}`,
  )
}
tell(`${clients} people at once, each with a second between pages …`)
for (const [what, { p50, p95, answers, failed }] of await crowd(base, PAGES, { people: clients })) {
  const [, , , most] = PAGES.find(([name]) => name === what) ?? []
  const held = p95 <= (most ?? 0) && failed === 0
  rows.push({ what: `${what}, ${clients} people at once`, p50, p95, answers, failed, held })
  console.log(
    `${held ? "✓" : "✗"} ${what}, ${clients} people at once: p50 ${p50}, p95 ${p95} ms (wanted ${most}); ${answers} answers, ${failed} failed`,
  )
}
await booking()
await answers()
const { measureLong } = await import("./long")
note(await measureLong(mkdtempSync(path.join(os.tmpdir(), "trellis-long-"))))
end()
