import { readdir, readFile } from "node:fs/promises"
import path from "node:path"
import { expect, test } from "@playwright/test"
import { simpleParser } from "mailparser"
import { cookieOf } from "./support/place"

test.describe.configure({ mode: "parallel" })

const base = process.env.TRELLIS_URL ?? "http://localhost:3100"
const data = process.env.TRELLIS_TEST_DATA ?? path.resolve(import.meta.dirname, "../../.data")

/** Followed by nobody: they change something, or are files that the lists test. */
const NOT_FOLLOWED =
  /\/(sign-out|api\/|export|calendar)|format=(csv|xlsx|ods|json)|\.(pdf|csv|xml)$|^\/sign-in/
const PAGES_AT_MOST = 120

const linksIn = (html: string) =>
  [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"))

/** The public page of a group says to anybody "Sign in to change it": it opens for that group's people only. */
const FOR_ITS_PEOPLE = /^\/demo\/directory\/[^/]+ → \/demo\/groups\/[^/]+\/details: 404$/

/** A path of this Trellis without its fragment, or null. */
function ours(href: string): string | null {
  if (!/^(https?:|\/)/.test(href)) return null
  const url = new URL(href, base)
  return url.origin === base ? url.pathname + url.search : null
}

const open = (address: string, cookie?: string) =>
  fetch(base + address, { redirect: "follow", headers: cookie ? { cookie } : {} })

/** The kind of a page: its address without ids and without what is asked of it. */
const kindOf = (address: string) => address.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "ID").replace(/\?.*/, "")

for (const email of [
  "lead@demo.example",
  "member@demo.example",
  "rep@demo.example",
  "viewer@demo.example",
  "worker@demo.example",
])
  test(`every link on the pages of ${email} opens for them`, async () => {
    const cookie = await cookieOf(base, email)
    const from = new Map([["/demo/home", "home"]])
    const perKind = new Map<string, number>()
    const wrong: string[] = []
    let opened = 0
    for (const address of from.keys()) {
      const kind = kindOf(address)
      const times = perKind.get(kind) ?? 0
      if (times >= 3 || opened >= PAGES_AT_MOST) continue
      perKind.set(kind, times + 1)
      opened++
      const answer = await open(address, cookie)
      const broken = `${from.get(address)} → ${address}: ${answer.status}`
      if (answer.status >= 400 && !FOR_ITS_PEOPLE.test(broken)) wrong.push(broken)
      if (!answer.headers.get("content-type")?.includes("text/html")) continue
      for (const href of linksIn(await answer.text())) {
        const next = ours(href)
        if (next && !NOT_FOLLOWED.test(next) && !from.has(next)) from.set(next, address)
      }
    }
    expect(wrong).toEqual([])
    expect(opened).toBeGreaterThan(15)
  })

test("every link in an email opens for the person who got it", async () => {
  const outbox = path.join(data, "outbox")
  const cookies = new Map<string, Promise<string | undefined>>()
  const signedIn = (email: string) => {
    const known = cookies.get(email) ?? cookieOf(base, email).catch(() => undefined)
    cookies.set(email, known)
    return known
  }
  const tried = new Map<string, number>()
  const wrong: string[] = []
  for (const file of (await readdir(outbox)).filter((name) => name.endsWith(".eml"))) {
    const letter = await simpleParser(await readFile(path.join(outbox, file)))
    const [to] = [letter.to].flat().flatMap((one) => one?.value ?? [])
    for (const href of linksIn(String(letter.html || ""))) {
      const address = ours(href)
      if (!address || NOT_FOLLOWED.test(address) || !to?.address) continue
      // A few of each kind of link, each as its own reader: people, not pages, differ.
      const kind = `${kindOf(address)} ${/[?&](key|token)=/.test(address)}`
      if ((tried.get(kind) ?? 0) >= 6) continue
      tried.set(kind, (tried.get(kind) ?? 0) + 1)
      const byLink = /[?&](key|token)=/.test(address)
      const { status } = await open(address, byLink ? undefined : await signedIn(to.address))
      if (status >= 400) wrong.push(`${letter.subject} to ${to.address}: ${address.slice(0, 90)} ${status}`)
    }
  }
  expect(wrong).toEqual([])
  expect(tried.size).toBeGreaterThan(4)
})
