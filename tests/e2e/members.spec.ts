import { expect, test } from "@playwright/test"
import { somebody } from "./support/thread"

const RING = "Any questions? Ring Dev Chaudhry on 01632 960 001"
/** Most requests that a page may make ahead of a press. */
const AHEAD = 3

test("a treasurer finds everything from one page, on a phone without scripts", async ({ browser }) => {
  const lead = await somebody(browser, "lead@demo.example", { phone: true })
  await lead.page.goto("/demo/home")
  await expect(lead.page.getByRole("banner")).toContainText("For Hob’s Mill Food Bank")
  const things = lead.main.getByRole("list").first().getByRole("listitem")
  expect(await things.count()).toBeLessThanOrEqual(3)
  const places = lead.main.getByRole("list", { name: "Everything you can do here" }).getByRole("link")
  const names = await places.allTextContents()
  expect(names.slice(0, 4)).toEqual(["Our answers", "What came of it", "Our group", "Networks"])
  for (const [at, name] of names.entries()) {
    await lead.page.goto("/demo/home")
    await places.nth(at).click()
    await expect(lead.main.getByRole("heading", { level: 1 })).toBeVisible()
    await lead.fitsThePhone()
    await expect(lead.page.getByRole("contentinfo"), name).toContainText(RING)
  }
  await lead.page.goto("/demo/home")
  await lead.page.getByText("Menu", { exact: true }).click()
  await lead.goTo("Our answers")
  await lead.seesHeading("Our answers")
})

test("somebody who speaks for two groups reads both names on each page", async ({ browser }) => {
  const member = await somebody(browser, "member@demo.example", { phone: true })
  for (const path of ["home", "consultations", "groups"]) {
    await member.page.goto(`/demo/${path}`)
    await expect(member.page.getByRole("banner")).toContainText(
      "For Hob’s Mill Food Bank and Polska Szkoła Alderbridge",
    )
  }
  await member.seesHeading("Our groups")
})

test("members' and public pages are set in 18 px, and load next to nothing ahead", async ({ browser }) => {
  for (const email of ["lead@demo.example", null]) {
    const { page } = await somebody(browser, email)
    const ahead: string[] = []
    page.on("request", (request) => {
      const { purpose, "sec-purpose": secPurpose, "next-router-prefetch": next } = request.headers()
      if (purpose === "prefetch" || secPurpose?.includes("prefetch") || next) ahead.push(request.url())
    })
    for (const path of email
      ? ["home", "consultations", "outcomes", "groups", "networks"]
      : ["", "directory", "services"]) {
      ahead.length = 0
      await page.goto(`/demo/${path}`, { waitUntil: "networkidle" })
      expect(
        await page
          .locator("main p")
          .first()
          .evaluate((p) => getComputedStyle(p).fontSize),
      ).toBe("18px")
      expect(ahead.length, path).toBeLessThanOrEqual(AHEAD)
    }
  }
})
