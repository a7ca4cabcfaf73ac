import AxeBuilder from "@axe-core/playwright"
import { type Browser, expect, type Page, test } from "@playwright/test"
import { weigh } from "../bench/load"
import { fill, idsOf, routes } from "./support/pages"
import { cookieOf } from "./support/place"

test.describe.configure({ mode: "parallel" })

const base = process.env.TRELLIS_URL ?? "http://localhost:3100"
/** Pages outside any LIO, and those of one that are for anybody. */
const FRONT = [
  ...["/", "/sign-in", "/sign-in/sent", "/sign-in/problem", "/help", "/privacy", "/no-such-page"],
  ...["/demo", "/demo/join", "/demo/join/sent"],
  ...["/demo/directory", "/demo/directory?q=walk", "/demo/directory?q=nothing-like-this"],
]
/** Pages that only send on. */
const SENDS_ON = /(^|\/)enter$|^unsubscribe$/

/** Most kilobytes of a first visit, and of its scripts. */
const BUDGETS = { members: { total: 230, js: 145 }, staff: { total: 320, js: 180 } }

async function addressesFor(who: "staff" | "members" | "visitor") {
  if (who === "visitor") return FRONT
  const [idsFor, idsForAnother] = await Promise.all([idsOf("demo"), idsOf("demo", { another: true })])
  return [
    ...new Set(
      routes({ only: "pages" })
        .filter((route) => !SENDS_ON.test(route))
        .flatMap((route) => [fill("demo", route, idsFor(route)), fill("demo", route, idsForAnother(route))]),
    ),
    ...(who === "members" ? ["/account", "/where?choose=1"] : ["/demo/groups?q=nothing-like-this"]),
  ]
}

/** What is wrong with the page that is open. */
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
  // One page, no frames: without a second page to gather in, and without words about what is right, twice as quick.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .analyze()
  for (const { id, impact, nodes } of violations)
    if (impact === "serious" || impact === "critical") faults.push(`${impact}: ${id} at ${nodes[0]?.target}`)
  return faults
}

async function lookAt(browser: Browser, who: keyof typeof EMAILS, width: number) {
  const email = EMAILS[who]
  const context = await browser.newContext({
    viewport: { width, height: width === 360 ? 740 : 768 },
    forcedColors: width === 1280 && who === "members" ? "active" : "none",
  })
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
  for (const address of await addressesFor(who)) {
    said.length = 0
    const status = (await page.goto(base + address))?.status() ?? 0
    const expected = address === "/no-such-page" ? 404 : 200
    if (status >= 500) wrong.push(`${address}: ${status}`)
    if (status !== expected) continue
    looked++
    const faults = [...(await faultsOf(page)), ...said.filter((line) => !/status of 404/.test(line))]
    if (faults.length > 0) wrong.push(`${address}: ${faults.join("; ")}`)
  }
  await context.close()
  expect(wrong).toEqual([])
  return looked
}

const EMAILS = { staff: "manager@demo.example", members: "lead@demo.example", visitor: undefined }
/** So many pages there are at least for each of them. */
const PAGES = { staff: 60, members: 20, visitor: 9 }

for (const who of ["staff", "members", "visitor"] as const)
  for (const width of [360, 1280])
    test(`every page for ${who} at ${width} px is whole: title, heading, ids, width, console, axe`, async ({
      browser,
    }) => {
      test.setTimeout(900_000)
      expect(await lookAt(browser, who, width)).toBeGreaterThanOrEqual(PAGES[who])
    })

for (const who of ["staff", "members"] as const)
  test(`every page for ${who} keeps to its weight`, async () => {
    const cookie = await cookieOf(base, EMAILS[who])
    const heavy: string[] = []
    for (const address of await addressesFor(who)) {
      const { total, js, requests } = await weigh(base, address, cookie)
      if (total > BUDGETS[who].total || js > BUDGETS[who].js)
        heavy.push(`${address}: ${total} KB, of which scripts ${js}, ${requests} requests`)
    }
    expect(heavy).toEqual([])
  })
