import { expect, test } from "@playwright/test"
import { fill, handlers, idsOf } from "./support/pages"
import { cookieOf } from "./support/place"

const base = process.env.TRELLIS_URL ?? "http://localhost:3100"

/** Routes outside any LIO: how each is asked, and what a visitor is told. */
const OUTSIDE: Record<string, { path: string; status: number }> = {
  "GET kit/look.css": { path: "/kit/look.css?look=dark", status: 200 },
  "GET (front)/guides/[slug]/file/[form]": { path: "/guides/no-such-guide.pdf", status: 404 },
  "GET (front)/guides/[slug]/versions/[version]/file/[form]": {
    path: "/guides/start-a-group/versions/99.docx",
    status: 404,
  },
  "GET robots.txt": { path: "/robots.txt", status: 200 },
  "GET sitemap.xml": { path: "/sitemap.xml", status: 200 },
  "GET api/health": { path: "/api/health", status: 200 },
  "GET api/find": { path: "/api/find?at=53.95,-2.55", status: 200 },
  "GET api/search": { path: "/api/search?lio=demo&q=food", status: 401 },
  "GET api/unsubscribe/[token]": { path: "/api/unsubscribe/made-up", status: 404 },
  "POST api/unsubscribe/[token]": { path: "/api/unsubscribe/made-up", status: 404 },
  "POST api/webhooks/resend": { path: "/api/webhooks/resend", status: 404 },
}

/** Who may send something to a route of an LIO. */
const TAKES: Record<string, string[]> = {
  "groups/import/upload": ["manager@demo", "worker@demo"],
  "funding/matches/upload": ["manager@demo", "worker@demo"],
  "opportunities/sources/upload": ["manager@demo", "worker@demo"],
  "enquiries/pathways/upload": ["manager@demo", "worker@demo"],
  "settings/logo": ["manager@demo"],
  "sessions/draft": ["manager@demo", "worker@demo"],
  "board-meetings/[id]/report/draft": ["manager@demo", "worker@demo"],
  "guides/manage/preview": ["manager@demo", "worker@demo"],
  "consultations/[id]/answer/file": ["lead@demo"],
  "files/upload": ["manager@demo", "worker@demo", "lead@demo"],
}
/** Routes for whoever holds a link: without one everybody is led to its page, which says that it has expired. */
const BY_LINK: Record<string, string> = {
  "representations/reply/file": "/demo/representations/reply?",
  "elections/nominee/picture": "/demo/elections/nominee?",
}
const PEOPLE = ["manager@demo", "worker@demo", "viewer@demo", "lead@demo", "manager@other"]

function send(path: string, groupId: string, headers: Record<string, string> = {}) {
  const body = new FormData()
  body.set("file", new File(["Name\nA new group\n"], "groups.csv", { type: "text/csv" }))
  body.set("draft", "session.new")
  body.set("onKind", "group")
  body.set("onId", groupId)
  body.set("kind", "other")
  body.set("note", "Half a thought")
  body.set("group", groupId)
  body.set("questionId", groupId)
  body.set("version", "0")
  return fetch(base + path, { method: "POST", body, headers, redirect: "manual" })
}

test("every route that takes something keeps out whoever it is not for, and other sites", async () => {
  const idsFor = await idsOf("demo")
  const cookies = new Map<string, string>()
  for (const who of PEOPLE) cookies.set(who, await cookieOf(base, `${who}.example`))
  const group = idsFor("groups/[id]")["[id]"] ?? ""
  const wrong: string[] = []
  const taking = handlers().filter(
    ({ route, methods }) => route.startsWith("[lio]/") && methods.includes("POST"),
  )
  expect(taking.length).toBeGreaterThan(2)
  for (const { route } of taking) {
    const name = route.replace("[lio]/", "")
    const may = TAKES[name]
    const page = BY_LINK[name]
    if (!may && !page) wrong.push(`${name} stands on no line of this walk`)
    const at = fill("demo", name, idsFor(name))
    const led = (answer: Response) => page && answer.headers.get("location")?.startsWith(page)
    const visitor = await send(at, group)
    const toSignIn =
      visitor.headers.get("location")?.includes("/sign-in") || visitor.status === 401 || led(visitor)
    if (!toSignIn) wrong.push(`a visitor at ${at}: ${visitor.status}`)
    for (const [who, cookie] of cookies) {
      const foreign = await send(at, group, { cookie, origin: "https://elsewhere.example" })
      if (foreign.status !== 403)
        wrong.push(`another site, with the cookie of ${who}, at ${at}: ${foreign.status}`)
      if (may?.includes(who)) continue
      const answer = await send(at, group, { cookie })
      const { status } = answer
      if (status !== 403 && status !== 404 && !led(answer)) wrong.push(`${who} at ${at}: ${status}`)
    }
  }
  expect(wrong).toEqual([])
})

test("routes outside any LIO say a plain sentence to whoever has no business there", async () => {
  const outside = handlers().filter(({ route, methods }) => !route.startsWith("[lio]/") && methods.length > 0)
  const asked = outside.flatMap(({ route, methods }) => methods.map((method) => `${method} ${route}`))
  expect(asked.sort()).toEqual(Object.keys(OUTSIDE).sort())
  for (const [name, { path, status }] of Object.entries(OUTSIDE)) {
    const answer = await fetch(base + path, { method: name.split(" ")[0], redirect: "manual" })
    expect(answer.status, name).toBe(status)
    expect(answer.headers.get("x-content-type-options"), name).toBe("nosniff")
    expect(answer.headers.get("cache-control"), name).toMatch(
      name.includes("sitemap") ? /public/ : /no-store/,
    )
    expect(await answer.text(), name).not.toMatch(/\bat .+:\d+:\d+/)
  }
})
