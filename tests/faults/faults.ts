// Run by bin/faults.mjs against a Trellis of its own: kills and locks under writes; says what was lost, twice, or late.
import { readdirSync, readFileSync } from "node:fs"
import { setTimeout as wait } from "node:timers/promises"
import { cookieOf, openDatabase } from "../e2e/support/place"
import { formsOf } from "../fuzz/forms"

const base = process.env.TRELLIS_URL ?? ""
const data = process.env.DATA_DIR ?? ""
const WRITERS = 8
const results: { what: string; figure: string; held: boolean }[] = []
const say = (what: string, figure: string, held: boolean) => {
  results.push({ what, figure, held })
  console.log(`${held ? "✓" : "✗"} ${what}: ${figure}`)
}

/** The process of this installation whose command line holds the words. */
function processOf(words: string): number {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").includes(words)) continue
      if (words.includes(data) || readFileSync(`/proc/${pid}/environ`, "utf8").includes(`DATA_DIR=${data}`))
        return Number(pid)
    } catch {}
  }
  return 0
}
const postgresPid = () => Number(readFileSync(`${data}/postgres/postmaster.pid`, "utf8").split("\n")[0])

const cookie = await cookieOf(base, "worker@demo.example")
const page = await (await fetch(`${base}/demo/sessions/new`, { headers: { cookie } })).text()
const form = formsOf("/demo/sessions/new", page).find(({ fields }) =>
  fields.some(([name]) => name === "note"),
)
const found = await fetch(`${base}/api/search?lio=demo&q=food&kind=group`, { headers: { cookie } })
const group = ((await found.json()) as { found: { id: string }[] }).found[0]?.id
if (!form?.action || !group) throw new Error("The form of a session, or a group for it, was not found.")

const written = { sent: 0, yes: [] as string[], no: 0, lost: 0 }
/** Saves one session as a browser would; "yes" only when the page leads on. */
async function write(note: string) {
  const body = new FormData()
  const input = {
    _lio: "demo",
    _key: crypto.randomUUID(),
    kind: "advice",
    minutes: "30",
    "on.quick": "today",
    note,
    "groupIds[]": group,
  }
  for (const [name, value] of Object.entries(input)) body.append(`_1_${name}`, value ?? "")
  body.append("0", '[{"errors":{},"values":{}},"$K1"]')
  written.sent++
  try {
    const answer = await fetch(`${base}/demo/sessions/new`, {
      ...{ method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(40_000) },
      headers: { cookie, origin: base, "next-action": form?.action ?? "" },
    })
    if (answer.status === 303 || answer.headers.get("x-action-redirect")) written.yes.push(note)
    else written.no++
    await answer.arrayBuffer()
  } catch {
    written.lost++
  }
}

let writing = true
let number = 0
const startWriting = () => {
  writing = true
  return Promise.all(
    Array.from({ length: WRITERS }, async () => {
      while (writing) {
        await write(`fault ${++number}.`)
        await wait(100)
      }
    }),
  )
}

/** Asks until a page is whole again; how long that took, in ms. */
async function untilAnswer(path = "/api/health") {
  const begun = Date.now()
  for (;;) {
    try {
      const answer = await fetch(base + path, { headers: { cookie }, signal: AbortSignal.timeout(2_000) })
      if (answer.status === 200) return Date.now() - begun
    } catch {}
    if (Date.now() - begun > 60_000) return Number.POSITIVE_INFINITY
    await wait(50)
  }
}

async function checkWritten(what: string) {
  const sql = openDatabase()
  const rows = await sql.begin(async (tx) => {
    await tx`select set_config('app.lio_id', (select id::text from lios where slug = 'demo'), true), set_config('app.audiences', '{*}', true)`
    return tx<
      { note: string; times: number }[]
    >`select note, count(*)::int as times from sessions where note like 'fault %' group by note`
  })
  await sql.end()
  const there = new Map(rows.map(({ note, times }) => [note, times]))
  const lost = written.yes.filter((note) => !there.has(note))
  const twice = rows.filter(({ times }) => times > 1)
  say(
    what,
    `${written.yes.length} of ${written.sent} acknowledged, ${lost.length} of them lost, ${twice.length} twice`,
    lost.length === 0 && twice.length === 0 && written.yes.length > 50,
  )
}

// 1. The web is killed ten times under writes.
const restarts: number[] = []
let writers = startWriting()
for (let kill = 0; kill < 10; kill++) {
  await wait(1_500)
  process.kill(processOf("bin/web.mjs"), "SIGKILL")
  await wait(100)
  restarts.push(await untilAnswer())
}
writing = false
await writers
await checkWritten("web killed 10 times under 8 writers")
say(
  "from a kill of the web to the first answer",
  `at most ${Math.max(...restarts)} ms (limit 15,000)`,
  Math.max(...restarts) <= 15_000,
)

// 2. PostgreSQL is killed three times under writes.
writers = startWriting()
const seen = new Map<number, number>()
let pageSaid = ""
const back: number[] = []
for (let kill = 0; kill < 3; kill++) {
  await wait(2_000)
  process.kill(postgresPid(), "SIGKILL")
  for (let n = 0; n < 5; n++) {
    const answer = await fetch(`${base}/demo/home`, {
      headers: { cookie, accept: "text/html" },
      redirect: "manual",
    })
    const text = await answer.text()
    seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1)
    if (answer.status === 503) pageSaid = /<h1>(.*?)<\/h1>/.exec(text)?.[1] ?? "nothing"
    await wait(50)
  }
  back.push(await untilAnswer("/demo/home"))
}
writing = false
await writers
await checkWritten("PostgreSQL killed 3 times under 8 writers")
const statuses = [...seen].map(([status, times]) => `${times} × ${status}`).join(", ")
say(
  "pages meanwhile",
  `${statuses}; the 503 says “${pageSaid}”`,
  [...seen.keys()].every((status) => status === 200 || status === 503) && pageSaid === "Back in a moment",
)
say(
  "from a kill of PostgreSQL to the first page",
  `at most ${Math.max(...back)} ms`,
  Math.max(...back) <= 15_000,
)
await untilAnswer()
const after = await Promise.all(
  Array.from({ length: 60 }, () =>
    fetch(`${base}/demo/groups`, { headers: { cookie } }).then(({ status }) => status),
  ),
)
const failed = after.filter((status) => status !== 200)
say("60 pages right after", `${failed.length} failed ${[...new Set(failed)]}`, failed.length === 0)

// 3. A table is locked for twelve seconds.
const sql = openDatabase()
const timed = async (path: string) => {
  const begun = Date.now()
  const { status } = await fetch(base + path, { headers: { cookie, accept: "text/html" } })
  return { status, took: Date.now() - begun }
}
await sql.begin(async (tx) => {
  await tx`lock table networks in access exclusive mode`
  const held = Array.from({ length: 30 }, () => timed("/demo/networks"))
  await wait(300)
  const free = await timed("/demo/tasks")
  const stuck = await Promise.all(held)
  say(
    "pages of a locked table",
    `${stuck.filter(({ status }) => status === 503).length} of 30 are 503, after at most ${Math.max(...stuck.map(({ took }) => took))} ms`,
    stuck.every(({ status, took }) => status === 503 && took < 9_000),
  )
  say(
    "another page meanwhile",
    `${free.status} after ${free.took} ms`,
    free.status === 200 && free.took < 8_000,
  )
})
await sql.end()
process.exit(results.every(({ held }) => held) ? 0 : 1)
