import { readFile } from "node:fs/promises"
import { expect, test } from "@playwright/test"
import { somebody } from "./support/thread"

test("a worker leaves out some kinds of work, keeps that as a view, and takes it along, by keys", async ({
  browser,
}) => {
  const { page, main, isTold } = await somebody(browser, "worker@demo.example")
  const name = `Not on the phone ${Date.now()}`
  const shown = async () => Number(((await main.getByRole("status").textContent()) ?? "").replace(/\D/g, ""))
  // Other tests record sessions meanwhile: those of last week stay as they are.
  const weekAgo = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10)
  await page.goto(`/demo/sessions?whose=team&to=${weekAgo}`)
  const all = await shown()
  await main.locator("summary", { hasText: "Kind of work" }).press("Enter")
  const kinds = main.getByRole("group", { name: "Kind of work" })
  await kinds.getByLabel("Phone call").press("Space")
  await kinds.getByLabel("Leave these out").press("Space")
  await main.getByRole("button", { name: "Apply", exact: true }).press("Enter")
  await expect(main.getByRole("list", { name: "Filters in force" })).toContainText("Not: Phone call")
  await expect(main.locator("summary", { hasText: "Kind of work" })).toContainText("Not Phone call")
  const left = await shown()
  expect(left).toBeLessThan(all)

  await main.locator("summary", { hasText: "Save this view" }).press("Enter")
  await main.getByLabel("Name of the view").fill(name)
  await page.keyboard.press("Enter")
  await isTold(`Saved the view “${name}”`)
  await page.goto("/demo/sessions")
  await main.getByRole("link", { name }).press("Enter")
  await expect(main.getByRole("status")).toHaveText(`${left} sessions`)

  await main.locator("summary", { hasText: "Export" }).press("Enter")
  const file = page.waitForEvent("download")
  await main.getByRole("link", { name: "CSV" }).press("Enter")
  const lines = (await readFile(await (await file).path(), "utf8")).trim()
  expect(lines).not.toContain("Phone call")
  await main.getByRole("link", { name: /^Take off: Not: Phone call/ }).press("Enter")
  await expect(main.getByRole("status")).toHaveText(`${all} sessions`)
  await main.getByRole("button", { name: "Remove this view" }).press("Enter")
  await isTold(`Removed the view “${name}”`)
})

test("several values are ticked on a phone without scripts, and what cannot be read is told", async ({
  browser,
}) => {
  const { page, main, press, fitsThePhone } = await somebody(browser, "worker@demo.example", { phone: true })
  await page.goto("/demo/groups")
  await main.locator("summary", { hasText: "Stage" }).click()
  const stages = main.getByRole("group", { name: "Stage" })
  await stages.getByLabel("Forming").check()
  await stages.getByLabel("Enquiry").check()
  await fitsThePhone()
  await press("Apply")
  const inForce = main.getByRole("list", { name: "Filters in force" })
  await expect(inForce.getByRole("listitem")).toHaveCount(3)
  await inForce.getByRole("link", { name: /Take off: Enquiry/ }).click()
  await expect(inForce).toContainText("Forming")
  await expect(inForce).not.toContainText("Enquiry")

  await page.goto("/demo/tasks?whose=team&from.day=31&from.month=2&from.year=2026")
  await expect(
    main.getByText("Due from: we can’t read “31 2 2026”. Enter a date such as 27 6 2026."),
  ).toBeVisible()
  await expect(main.getByLabel("Day").first()).toHaveValue("31")
  await fitsThePhone()
})
