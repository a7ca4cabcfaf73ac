import { expect, test } from "@playwright/test"
import { cookieOf } from "./support/place"
import { expectToFit } from "./support/width"

const base = process.env.TRELLIS_URL ?? "http://localhost:3100"
const PHONE = { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }

test("a stranger on a small phone without scripts comes from the front page to the CVS’s number in three interactions", async ({
  browser,
}) => {
  const page = await (await browser.newContext(PHONE)).newPage()
  let interactions = 0
  await page.goto("/")
  await expectToFit(page, 320)
  const main = page.getByRole("main")
  await main.getByLabel("Your postcode or the name of your place").click()
  interactions++
  await page.keyboard.type("av2 2xa")
  await main.getByRole("button", { name: "Find help" }).click()
  interactions++
  await expect(main.getByRole("heading", { level: 1 })).toHaveText("Help for your group in AV2 2XA")
  const first = main.getByRole("heading", { level: 3 }).first()
  await expect(first).toHaveText("Aldervale CVS")
  const number = main.getByRole("link", { name: "Ring 01632 960 001" })
  await expect(number).toHaveAttribute("href", "tel:01632960001")
  // The press on the number is the third.
  expect(interactions + 1).toBeLessThanOrEqual(3)
  await expectToFit(page, 320)
  await expect(main.getByText("AV2 2XA is in Aldervale, in the ward Alderbridge South.")).toBeVisible()
  await expect(main.getByText("The council for voluntary service comes first")).toBeVisible()
  await expect(main.getByText("Look where I am")).toHaveCount(0)
})

test("the border is said with “may”, and a name that several places bear is asked about", async ({
  browser,
}) => {
  const page = await (await browser.newContext(PHONE)).newPage()
  await page.goto("/find?q=AV7")
  await expect(page.getByText("AV7 is near the border: it may be in Aldervale or Brackendale.")).toBeVisible()
  await page.goto("/find?q=alderbridge")
  await expect(page.getByText("alderbridge is in Aldervale.")).toBeVisible()
  await page.goto("/find?q=victoria")
  await expect(page.getByRole("heading", { name: "Which place do you mean?" })).toBeVisible()
  await page.getByRole("main").getByRole("listitem").first().getByRole("link").click()
  await expect(page.getByRole("heading", { name: "The nearest local support organisations" })).toBeVisible()
  await page.goto("/find?q=%27%3B%20drop%20table%20lios")
  await expect(page.getByText("We don’t know a place called")).toBeVisible()
})

test("where somebody is, is asked only when they press, and goes to nobody but us", async ({ browser }) => {
  const context = await browser.newContext({
    geolocation: { latitude: 53.94812, longitude: -2.54909 },
    permissions: ["geolocation"],
  })
  const page = await context.newPage()
  const others: string[] = []
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== new URL(base).origin) others.push(request.url())
  })
  await page.goto("/")
  expect((await page.request.get("/")).headers()["permissions-policy"]).toContain("geolocation=(self)")
  await page.getByRole("button", { name: "Look where I am" }).click()
  await page.waitForURL(/\/find\?at=53\.948,-2\.549$/)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Help for your group where you are")
  await expect(page.getByRole("heading", { level: 3 }).first()).toHaveText("Aldervale CVS")
  expect(others).toEqual([])
})

test("somebody tells the CVS about an idea, and a worker makes it a task", async ({ browser }) => {
  const page = await (await browser.newContext(PHONE)).newPage()
  const main = page.getByRole("main")
  await page.goto("/find?q=AV2")
  await main.getByRole("link", { name: "Tell Aldervale CVS about your group" }).click()
  await main.getByRole("button", { name: "Send it to us" }).click()
  await expect(page.getByRole("link", { name: /Enter your name/ })).toBeVisible()
  const idea = `A choir for ${Date.now()}`
  await main.getByLabel("Your group or your idea").fill(idea)
  await main.getByLabel("Your name").fill("Stella Stranger")
  await main.getByLabel("Your phone number").fill("01632 960 099")
  await main.getByRole("button", { name: "Send it to us" }).click()
  await expect(main.getByRole("heading", { level: 1 })).toHaveText("Thank you. We’ve got your message.")
  const context = await browser.newContext()
  const [name = "", value = ""] = (await cookieOf(base, "worker@demo.example")).split(/=(.*)/)
  await context.addCookies([{ name, value, url: base }])
  const desk = await context.newPage()
  await desk.goto("/demo/enquiries")
  const row = desk.getByRole("listitem").filter({ hasText: idea })
  await row.getByRole("button", { name: /^Dealt with/ }).click()
  await desk.getByRole("button", { name: "Undo" }).click()
  await row.getByRole("button", { name: /^Make it my task/ }).click()
  await desk.getByRole("link", { name: "See the task" }).click()
  await expect(desk.getByText(/^Answer the enquiry of .*: see Enquiries/).first()).toBeVisible()
  await desk.goto("/demo/enquiries?show=closed")
  await expect(row).toContainText(/Made a task by .* on/)
})

test("the form for other websites is plain HTML that leads here", async ({ browser }) => {
  const page = await (await browser.newContext(PHONE)).newPage()
  await page.goto("/find/on-your-website")
  const snippet = (await page.locator("pre code").first().textContent()) ?? ""
  expect(snippet).not.toMatch(/<script|<iframe|src=/)
  // On a page of somebody else's.
  await page.setContent(snippet)
  await page.locator("input[name=q]").fill("AV2 2XA")
  await page.getByRole("button").click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Help for your group in AV2 2XA")
})
