import { createHmac } from "node:crypto"
import { readFileSync } from "node:fs"
import path from "node:path"
import { type BrowserContext, expect, test } from "@playwright/test"
import { fill, idsOf, openIdOf, routes } from "./support/pages"
import { cookieOf, openDatabase } from "./support/place"
import { WHO } from "./support/who"

const base = process.env.TRELLIS_URL ?? "http://localhost:3100"
const data = process.env.TRELLIS_TEST_DATA ?? path.resolve(import.meta.dirname, "../../.data")

/** The cookie of somebody who came by the emailed link of a consultation, and is not signed in. */
async function guestCookie(email: string, consultation: string) {
  const { LINK_SECRET = "" } = JSON.parse(readFileSync(path.join(data, "secrets.json"), "utf8")) as Record<
    string,
    string
  >
  const sql = openDatabase()
  const [row] = await sql.begin(async (tx) => {
    await tx`select set_config('app.lio_id', (select id::text from lios where slug = 'demo'), true), set_config('app.audiences', '{*}', true)`
    return tx<
      { lio: string; person: string }[]
    >`select lio_id as lio, id as person from people where email = ${email}`
  })
  await sql.end()
  const body = Buffer.from(JSON.stringify({ purpose: "answer", ...row, about: consultation })).toString(
    "base64url",
  )
  return `trellis-answer=${body}.${createHmac("sha256", LINK_SECRET).update(body).digest("base64url")}`
}

/** Signed in by a link made on the command line, of which there may be many. */
async function signedIn(context: BrowserContext, email: string) {
  const [name, value] = (await cookieOf(base, email)).split("=") as [string, string]
  await context.addCookies([{ name, value, url: base }])
}

/** Pages that are open to everybody, or to whoever holds their own link. */
const OPEN = new Set<string>(["public", "link"])

test("an emailed link to a consultation opens the pages of its answer, and not one other page", async () => {
  const open = await openIdOf("demo", "lead@demo.example")
  const cookie = await guestCookie("lead@demo.example", open)
  const ask = async (address: string) => {
    const { status, headers } = await fetch(base + address, {
      redirect: "manual",
      headers: { cookie, accept: "text/html" },
    })
    return { status, to: headers.get("location") ?? "" }
  }
  for (const page of ["", "/answer", "/check"]) {
    const { status, to } = await ask(`/demo/consultations/${open}${page}`)
    expect(status === 200 || to.startsWith(`/demo/consultations/${open}`), `${page}: ${status} ${to}`).toBe(
      true,
    )
  }
  const idsFor = await idsOf("demo")
  const wrong: string[] = []
  let asked = 0
  const taking =
    /^consultations\/\[id\](\/(answer|check|nothing|saved|sent|ours|results|results\/written|enter))?$/
  for (const route of routes()) {
    if (taking.test(route) || OPEN.has(WHO[route] ?? "")) continue
    const address = fill("demo", route, idsFor(route))
    const { status, to } = await ask(address)
    asked++
    if (!([401, 403, 404, 405].includes(status) || to.includes("/sign-in")))
      wrong.push(`${address}: ${status} ${to}`)
  }
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(60)
})

test("an address longer than any of ours leads to sign-in without what is too long in it", async () => {
  const answer = await fetch(`${base}/demo/groups?q=${"%C3%A9".repeat(2_000)}`, { redirect: "manual" })
  expect(answer.status).toBe(307)
  expect(answer.headers.get("location")).toMatch(/\/sign-in\?next=%2Fdemo%2Fgroups$/)
})

test.describe("With scripts off", () => {
  test.use({ javaScriptEnabled: false })

  test("what is not there, and what is not for you, is a page with a heading and a way on", async ({
    page,
    context,
  }) => {
    await signedIn(context, "lead@demo.example")
    for (const [address, heading, status] of [
      ["/demo/people", "This page isn’t open to you", 403],
      ["/demo/networks/00000000-0000-4000-8000-000000000000", "We can’t find that page", 404],
      ["/no-such-page", "We can’t find that page", 404],
    ] as const) {
      expect((await page.goto(base + address))?.status()).toBe(status)
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading)
      await expect(page.getByRole("link", { name: "Go to your pages" })).toBeVisible()
    }
    await page.goto(`${base}/demo/people`)
    await expect(page.getByText("ring 01632 960 001")).toBeVisible()
  })
})

test.describe("A form", () => {
  test.beforeEach(({ context }) => signedIn(context, "worker@demo.example"))

  test("sent again after Back with other words is written, and the page shows what is saved", async ({
    page,
  }) => {
    await page.goto("/demo/tasks/new")
    const field = page.getByRole("main").getByRole("textbox").first()
    await field.fill("First words, before Back")
    await page.getByRole("main").getByRole("button").last().click()
    await page.waitForURL(/done=/)
    await page.goBack()
    await page.waitForLoadState("load")
    await expect(field).not.toHaveValue("First words, before Back")
    await field.fill("Second words, after Back")
    await page.getByRole("main").getByRole("button").last().click()
    await page.waitForURL(/done=/)
    await page.goto("/demo/tasks?whose=team")
    const all = async () => {
      let text = ""
      for (const at of [1, 2, 3]) {
        await page.goto(`/demo/tasks?whose=team&page=${at}`)
        text += (await page.getByRole("main").textContent()) ?? ""
      }
      return text
    }
    const text = await all()
    expect(text).toContain("First words, before Back")
    expect(text).toContain("Second words, after Back")
  })

  for (const [name, failure] of [
    ["is answered 500", { status: 500, body: "broken" }],
    ["is answered 502 by a proxy", { status: 502, contentType: "text/html", body: "<h1>Bad gateway</h1>" }],
    ["is answered 503", { status: 503, contentType: "text/plain", body: "Back in a moment" }],
    ["is cut off", null],
  ] as const) {
    test(`whose save ${name} keeps what was typed, and saves it the next time`, async ({ page }) => {
      await page.goto("/demo/tasks/new")
      const words = `Words that must stay when it ${name}`
      const field = page.getByRole("main").getByRole("textbox").first()
      await field.fill(words)
      await page.route("**/tasks/new", (route) =>
        route.request().method() === "POST"
          ? failure
            ? route.fulfill(failure)
            : route.abort()
          : route.continue(),
      )
      const save = page.getByRole("main").getByRole("button").last()
      await save.click()
      await expect(page.getByText("What you typed is still here").first()).toBeVisible()
      await expect(field).toHaveValue(words)
      await page.unroute("**/tasks/new")
      await save.click()
      await page.waitForURL(/done=/)
    })
  }
})
