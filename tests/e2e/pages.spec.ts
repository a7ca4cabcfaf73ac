import { type Browser, expect, type Page, test } from "@playwright/test"
import axe from "axe-core"
import { weigh } from "../bench/load"
import { fill, idsOf, routes } from "./support/pages"
import { cookieOf } from "./support/place"

test.describe.configure({ mode: "parallel" })

const base = process.env.TRELLIS_URL ?? "http://localhost:3100"
/** Pages outside any LIO, and those of one that are for anybody. */
const FRONT = [
  ...["/", "/sign-in", "/sign-in/sent", "/sign-in/problem", "/help", "/privacy", "/no-such-page"],
  ...["/find", "/find?q=AV2+2XA", "/find?q=AV7", "/find?q=LS1", "/find?q=victoria", "/find?q=nowhere"],
  "/find/on-your-website",
  ...["/demo", "/demo/join", "/demo/join/sent", "/demo/tell-us", "/demo/tell-us/sent"],
  ...["/demo/have-your-say", "/demo/have-your-say/sent", "/demo/have-your-say/answer"],
  ...["/demo/events", "/demo/events/booked", "/demo/events/booked?as=waiting", "/demo/events/booking"],
  ...[
    "/demo/directory",
    "/demo/directory?q=walk",
    "/demo/directory?q=nothing-like-this",
    "/demo/directory?near=AV2",
  ],
]
/** Pages that only send on. */
const SENDS_ON = /(^|\/)enter$|^unsubscribe$/

/** Most kilobytes of a first visit, and of its scripts. */
const BUDGETS = { members: { total: 230, js: 145 }, staff: { total: 320, js: 180 } }

/** Addresses to look at on every width and by axe, and more of the same pages, about other things. */
async function addressesFor(who: "staff" | "members" | "visitor") {
  if (who === "visitor") return { first: FRONT, more: [] }
  const [idsFor, idsForAnother] = await Promise.all([idsOf("demo"), idsOf("demo", { another: true })])
  const pages = routes({ only: "pages" }).filter((route) => !SENDS_ON.test(route))
  const first = [
    ...pages.map((route) => fill("demo", route, idsFor(route))),
    ...(who === "members" ? ["/account", "/where?choose=1"] : ["/demo/groups?q=nothing-like-this"]),
  ]
  const more = pages.map((route) => fill("demo", route, idsForAnother(route)))
  return { first: [...new Set(first)], more: [...new Set(more)].filter((one) => !first.includes(one)) }
}

/** What is wrong with the page that is open, as far as a glance tells. */
async function faultsOf(page: Page) {
  const faults: string[] = []
  const { title, headings, doubles, wide, unlabelled } = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id)
    return {
      title: document.title,
      headings: [...document.querySelectorAll("h1")].filter((one) => one.checkVisibility()).length,
      doubles: ids.filter((id, at) => ids.indexOf(id) !== at),
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      unlabelled: [...document.querySelectorAll("main a[href='']")].length,
    }
  })
  if (title.length < 5) faults.push(`its title is “${title}”`)
  if (headings !== 1) faults.push(`${headings} main headings`)
  if (doubles.length > 0) faults.push(`the same id twice: ${doubles}`)
  if (wide > 0) faults.push(`scrolls sideways by ${wide} px`)
  if (unlabelled > 0) faults.push("a link to nowhere")
  return faults
}

/** What axe finds serious in the page that is open. Its script is put in once a page: that costs as much as it does. */
async function axeFaultsOf(page: Page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ["violations"],
    })
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, impact, nodes }) => `${impact}: ${id} at ${nodes[0]?.target}`)
  })
}

const PHONE = { width: 360, height: 740 }
const DESK = { width: 1280, height: 768 }

/** The page that is open, on a phone and on a desk; members' also in the colours that somebody forces on it. */
async function faultsOnEach(page: Page, who: keyof typeof EMAILS) {
  const onPhone = [...(await faultsOf(page)), ...(await axeFaultsOf(page))]
  await page.setViewportSize(DESK)
  if (who === "members") await page.emulateMedia({ forcedColors: "active" })
  const onDesk = [...(await faultsOf(page)), ...(await axeFaultsOf(page))]
  await page.emulateMedia({ forcedColors: "none" })
  await page.setViewportSize(PHONE)
  return [...onPhone.map((fault) => `on a phone ${fault}`), ...onDesk.map((fault) => `on a desk ${fault}`)]
}

async function lookAt(browser: Browser, who: keyof typeof EMAILS, part: number) {
  const email = EMAILS[who]
  const context = await browser.newContext({ viewport: PHONE })
  if (email) {
    const [name, value] = (await cookieOf(base, email)).split("=") as [string, string]
    await context.addCookies([{ name, value, url: base }])
  }
  const page = await context.newPage()
  const said: string[] = []
  page.on("console", (message) => message.type() === "error" && said.push(message.text()))
  page.on("pageerror", (error) => said.push(error.message))
  const wrong: string[] = []
  let looked = 0
  const { first, more } = await addressesFor(who)
  for (const [at, address] of [...first, ...more].entries()) {
    if (at % PARTS !== part) continue
    said.length = 0
    const status = (await page.goto(base + address))?.status() ?? 0
    const expected = address === "/no-such-page" ? 404 : 200
    if (status >= 500) wrong.push(`${address}: ${status}`)
    if (status !== expected) continue
    looked++
    const faults = [
      ...(at < first.length ? await faultsOnEach(page, who) : await faultsOf(page)),
      ...said.filter((line) => !/status of 404/.test(line)),
    ]
    if (faults.length > 0) wrong.push(`${address}: ${faults.join("; ")}`)
  }
  await context.close()
  expect(wrong).toEqual([])
  return looked
}

const EMAILS = { staff: "manager@demo.example", members: "lead@demo.example", visitor: undefined }
/** So many pages there are at least for each of them, in each part. */
const PAGES = { staff: 40, members: 12, visitor: 4 }
/** Two tests run at once. */
const PARTS = 2

for (const who of ["staff", "members", "visitor"] as const)
  for (const part of [0, 1])
    test(`every page for ${who} is whole on a phone and on a desk, part ${part + 1}`, async ({ browser }) => {
      test.setTimeout(900_000)
      expect(await lookAt(browser, who, part)).toBeGreaterThanOrEqual(PAGES[who])
    })

for (const who of ["staff", "members"] as const)
  test(`every page for ${who} keeps to its weight`, async () => {
    const cookie = await cookieOf(base, EMAILS[who])
    const heavy: string[] = []
    const { first, more } = await addressesFor(who)
    for (const address of [...first, ...more]) {
      const { total, js, requests } = await weigh(base, address, cookie)
      if (total > BUDGETS[who].total || js > BUDGETS[who].js)
        heavy.push(`${address}: ${total} KB, of which scripts ${js}, ${requests} requests`)
    }
    expect(heavy).toEqual([])
  })
