import { expect, test } from "@playwright/test"
import { somebody } from "./support/thread"

/** The most that a page may ask for, itself and its scripts, styles and pictures (docs/design.md, budgets). */
const MOST = { "worker@demo.example": 24, "lead@demo.example": 16 }

for (const [who, most] of Object.entries(MOST))
  test(`a page of ${who} asks for nothing but itself`, async ({ browser }) => {
    const { page } = await somebody(browser, who)
    for (const path of ["/demo/home", "/demo/groups", "/demo/consultations"]) {
      const asked: string[] = []
      page.on("request", (request) => asked.push(request.url()))
      await page.goto(path, { waitUntil: "networkidle" })
      page.removeAllListeners("request")
      expect(asked.filter((url) => url.includes("_rsc"))).toEqual([])
      expect(asked.length, asked.join("\n")).toBeLessThanOrEqual(most)
    }
  })

test("what is drawn once stands there after a form, with its ticks, and after a way back", async ({
  browser,
}) => {
  const { page, main, isTold } = await somebody(browser, "manager@demo.example")
  const name = `Drawn once ${Date.now()}`
  await page.goto("/demo/groups?q=Skelby")
  const rows = main.locator("tbody tr")
  const before = await rows.count()
  expect(before).toBeGreaterThan(0)
  await rows.first().getByRole("checkbox").check()

  await main.locator("summary", { hasText: "Save this view" }).click()
  await main.getByLabel("Name of the view").fill(name)
  await main.getByRole("button", { name: "Save", exact: true }).click()
  await isTold(`Saved the view “${name}”`)
  await expect(rows).toHaveCount(before)
  await expect(rows.first().getByRole("checkbox")).toBeChecked()
  // The page of a form that went through loads anew.
  await Promise.all([page.waitForEvent("load"), page.goBack()])
  await expect(rows).toHaveCount(before)
  await expect(main.getByRole("navigation", { name: "Views" })).toContainText("Not contacted in 6 months")

  await page.goto("/demo/groups")
  await main.getByRole("link", { name }).click()
  await main.locator("summary", { hasText: "The view" }).click()
  await main.getByRole("button", { name: "Remove this view" }).click()
  await isTold(`Removed the view “${name}”`)
})

test("what is ticked stays ticked where a row is drawn anew", async ({ browser }) => {
  const { page, main, isTold } = await somebody(browser, "manager@demo.example")
  await page.goto("/demo/groups?cols=name&cols=tag&q=Skelby")
  const first = main.locator("tbody tr").first()
  await first.getByRole("checkbox").check()

  await main.locator("tbody tr").last().locator("[data-cell=tag]").click()
  const dialog = page.getByRole("dialog")
  const tag = dialog.getByRole("checkbox").last()
  await tag.setChecked(!(await tag.isChecked()))
  await dialog.getByRole("button", { name: "Save" }).click()
  await isTold("Saved: Tags of")
  await expect(first.getByRole("checkbox")).toBeChecked()
  await expect(main.getByText("1 group selected")).toBeVisible()
  await page.getByRole("button", { name: "Undo" }).click()
  await isTold("as it was before")
  await expect(first.getByRole("checkbox")).toBeChecked()
})
