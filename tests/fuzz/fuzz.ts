// Run by bin/fuzz.mjs against a Trellis of its own: posts and queries as every kind of person; nothing may be a 500.
import http from "node:http"
import path from "node:path"
import { parseArgs } from "node:util"
import { fill, idsOf, routes } from "../e2e/support/pages"
import { cookieOf } from "../e2e/support/place"
import { actionIds, formsOf, type PageForm } from "./forms"
import { bent, NASTY, random } from "./nasty"

const { values: given } = parseArgs({
  options: {
    posts: { type: "string", default: "20000" },
    queries: { type: "string", default: "5000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    json: { type: "boolean" },
  },
})
const base = process.env.TRELLIS_URL ?? ""
const root = path.resolve(import.meta.dirname, "../..")
const PEOPLE = [
  "manager@demo",
  "worker@demo",
  "viewer@demo",
  "lead@demo",
  "member@demo",
  "rep@demo",
  "manager@other",
]
const AT_ONCE = 8
const tell = (text: string) => console.error(`fuzz: ${text}`)

/** From here and there, so that the limits of one network do not shut the forms of strangers. */
const someNetwork = () => `203.0.113.${Math.floor(Math.random() * 250)}`
const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE })
type Answer = { status: number; text: string; ledOn?: boolean }

function ask(
  address: string,
  more: { cookie?: string; method?: string; headers?: Record<string, string>; body?: Buffer | string } = {},
) {
  const { cookie, method = "GET", headers = {}, body } = more
  return new Promise<Answer>((done) => {
    const request = http.request(
      `${base}${address}`,
      {
        agent,
        method,
        headers: {
          accept: "text/html",
          "x-forwarded-for": someNetwork(),
          ...(cookie ? { cookie } : {}),
          ...headers,
        },
      },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on("data", (chunk: Buffer) => chunks.push(chunk))
        answer.on("end", () =>
          done({
            status: answer.statusCode ?? 0,
            text: Buffer.concat(chunks).toString(),
            ledOn: answer.headers["x-action-redirect"] !== undefined,
          }),
        )
        answer.on("error", () => done({ status: 0, text: "" }))
      },
    )
    request.setTimeout(60_000, () => request.destroy(new Error("late")))
    request.on("error", (error) =>
      done({ status: (error as NodeJS.ErrnoException).code === "ECONNRESET" ? 0 : 599, text: String(error) }),
    )
    request.end(body)
  })
}

const errors: { what: string; status: number }[] = []
const counts = { posts: 0, queries: 0, done: 0, byStatus: {} as Record<string, number> }
function judge(what: string, { status, text, ledOn }: Answer, { action = false } = {}) {
  counts.byStatus[status] = (counts.byStatus[status] ?? 0) + 1
  if (action && ledOn) counts.done++
  const hidden = action && /Something went wrong on our side, and this wasn/.test(text)
  if (status >= 500 || hidden) {
    errors.push({ what, status: hidden ? 500 : status })
    if (errors.length <= 40)
      tell(
        `${status}${hidden ? " (told on the form)" : status === 599 ? ` (${text})` : ""}: ${what.slice(0, 400)}`,
      )
  }
}

async function inParallel(times: number, work: (n: number) => Promise<void>) {
  let next = 0
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let n = next++; n < times; n = next++) await work(n)
    }),
  )
}

const chance = random(Number(given.seed))
const { next, pick } = chance
const cookies = new Map<string, string | undefined>([["visitor", undefined]])
const signIn = async () => {
  for (const who of PEOPLE)
    cookies.set(who, await cookieOf(base, `${who}.example`).catch(() => cookies.get(who)))
}
await signIn()
const idsFor = await idsOf("demo")
const addresses = routes().map((route) => fill("demo", route, idsFor(route)))

// What there is: every form of every page, as everybody sees it, and every parameter that a link of ours carries.
const forms = new Map<string, PageForm>()
const parameters = new Set([
  "q",
  "page",
  "from",
  "to",
  "sort",
  "group",
  "view",
  "format",
  "key",
  "token",
  "done",
  "next",
  "lio",
  "kind",
])
for (const [who, cookie] of cookies) {
  for (const address of [...addresses, "/", "/sign-in", "/account", "/where"]) {
    const { text } = await ask(address, { cookie })
    for (const form of formsOf(address, text))
      forms.set(`${who} ${form.action} ${form.fields.map(([name]) => name)}`, form)
    for (const [, query = ""] of text.matchAll(/href="\/demo[^"?]*\?([^"#]+)/g))
      for (const name of new URLSearchParams(query.replace(/&amp;/g, "&")).keys()) parameters.add(name)
    for (const [, name = ""] of text.matchAll(/<(?:input|select)\b[^>]*\bname="([\w.[\]-]+)"/g))
      if (!name.startsWith("_")) parameters.add(name)
  }
}
const found = [...forms.values()]
const ids = actionIds(root)
const unseen = ids.filter((id) => !found.some(({ action }) => action === id))
tell(
  `${found.length} forms, ${ids.length} actions (${unseen.length} on no page), ${parameters.size} parameters, seed ${given.seed}`,
)

const known = new Set(
  found.flatMap(({ fields }) => fields.map(([, value]) => value)).filter((value) => value.length < 60),
)
const valueFor = (was: string) => (next() < 0.2 ? was : next() < 0.3 ? pick([...known]) : pick(NASTY))

/** One value of those that share a name, as a browser sends radios and selects; some lists stay lists. */
function chosen(fields: PageForm["fields"]): [string, string][] {
  const names = Map.groupBy(fields, ([name]) => name)
  return [...names].flatMap(([name, all]) => (name.endsWith("[]") && next() < 0.5 ? all : [pick(all)]))
}

/** A form filled in: now and then as it stands, often with one field bent, else with many. */
function fieldsOf(form: PageForm): [string, string][] {
  const fields = chosen(form.fields)
  const turn = next()
  const target = turn < 0.15 ? -1 : turn < 0.6 ? Math.floor(next() * fields.length) : null
  return fields.flatMap(([name, value], n): [string, string][] => {
    if (name === "_key") return [[name, next() < 0.95 ? crypto.randomUUID() : pick(NASTY)]]
    if (name === "_lio") return [[name, next() < 0.97 ? value : pick(["other", "nowhere", ...NASTY])]]
    if (target !== null && target !== n) return [[name, value]]
    const how = next()
    if (how < 0.08) return []
    if (how < 0.14) return [[bent(name, chance), valueFor(value)]]
    if (how < 0.2)
      return [
        [name, value],
        [name, pick(NASTY)],
      ]
    return [[name, valueFor(value)]]
  })
}

/** As a browser sends it: React's own encoding with scripts, and now and then something that React never sends. */
function bodyOf(fields: [string, string][]) {
  const form = new FormData()
  for (const [name, value] of fields) form.append(`_1_${name}`, value.toWellFormed())
  const turn = next()
  form.append(
    "0",
    turn < 0.94
      ? '[{"errors":{},"values":{}},"$K1"]'
      : pick([
          '["$K1"]',
          "[]",
          "{",
          '["$undefined","$F9"]',
          "[1,2,3]",
          '["$K9","$K1"]',
          '["$@1"]',
          '"$Q1"',
          "null",
          '[{"__proto__":1},"$K1"]',
        ]),
  )
  return form
}

async function encode(form: FormData) {
  const request = new Request("http://x/", { method: "POST", body: form })
  return { type: request.headers.get("content-type") ?? "", body: Buffer.from(await request.arrayBuffer()) }
}

const people = [...cookies.keys()]
const weighted = ["manager@demo", "manager@demo", "worker@demo", "lead@demo", ...people]
await inParallel(Number(given.posts), async (n) => {
  if (n > 0 && n % 4_000 === 0) await signIn()
  const who = pick(weighted)
  const form = pick(found)
  const action = next() < 0.9 && form.action ? form.action : pick([...ids, "00", "x".repeat(50)])
  const fields = fieldsOf(form)
  const { type, body } = await encode(bodyOf(fields))
  const cut = next() < 0.01 ? body.subarray(0, Math.floor(body.length * next())) : body
  const headers: Record<string, string> = { "content-type": type, "next-action": action, origin: base }
  if (next() < 0.01) headers.origin = pick(["null", "http://evil.example", "x"])
  const answer = await ask(form.page, { cookie: cookies.get(who), method: "POST", headers, body: cut })
  judge(`POST ${form.page} ${action} as ${who}: ${JSON.stringify(fields)}`, answer, { action: true })
  counts.posts++
  if (counts.posts % 2_000 === 0) tell(`${counts.posts} posts, ${errors.length} errors`)
})

await signIn()
const names = [...parameters]
const pages = [
  ...addresses,
  "/find",
  "/api/find",
  "/sign-in",
  "/sign-in/confirm",
  "/where",
  "/api/search",
  "/api/health",
  "/api/unsubscribe/x",
]
await inParallel(Number(given.queries), async () => {
  const who = pick(people)
  const query = Array.from({ length: 1 + Math.floor(next() * 3) }, () => {
    const value =
      next() < 0.1
        ? pick(["%ff", "%", "%zz", "%c0%80", "%00"])
        : encodeURIComponent(pick(NASTY).toWellFormed().slice(0, 2_000))
    return `${encodeURIComponent(pick(names))}=${value}`
  }).join("&")
  const at =
    next() < 0.05
      ? pick(pages).replace(
          /[0-9a-f]{8}-[0-9a-f-]{27}/,
          encodeURIComponent(pick(NASTY).toWellFormed().slice(0, 100)),
        )
      : pick(pages)
  judge(`GET ${at}?${query} as ${who}`, await ask(`${at}?${query}`, { cookie: cookies.get(who) }))
  counts.queries++
})

const statuses = Object.entries(counts.byStatus)
  .map(([status, count]) => `${status}: ${count}`)
  .join(", ")
tell(
  `${counts.posts} posts (${counts.done} did what they said), ${counts.queries} queries, ${errors.length} errors (${statuses})`,
)
if (given.json)
  process.stdout.write(`${JSON.stringify({ posts: counts.posts, queries: counts.queries, errors })}\n`)
agent.destroy()
process.exit(errors.length === 0 ? 0 : 1)
