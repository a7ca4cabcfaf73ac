import { expect, test } from "@playwright/test"
import { somebody } from "./support/thread"

test("what was done about a need is noted step by step, on a phone without scripts, and tells where it stands", async ({
  browser,
}) => {
  const { page, main, isTold, fitsThePhone } = await somebody(browser, "worker@demo.example", { phone: true })
  const title = `A bench at the stop ${Date.now()}`
  await page.goto("/demo/needs/new")
  await page.getByLabel("What is needed?").fill(title)
  await page
    .getByRole("button", { name: /^(Add|Open|Save)/ })
    .first()
    .click()
  await isTold("The need is in the register.")
  await main.getByText("Note what was done").click()
  await page.getByLabel("What was done?").fill("Asked the parish council for one")
  const step = main.locator("form", { has: page.getByLabel("What was done?") })
  await step.getByRole("button", { name: "Save" }).click()
  await expect(main.getByText("Choose where it stands now").first()).toBeVisible()
  await expect(page.getByLabel("What was done?")).toHaveValue("Asked the parish council for one")
  await page.getByLabel("Who did it, or is doing it?").fill("The parish council")
  await page.getByLabel("Waiting for somebody").check()
  await step.getByRole("button", { name: "Save" }).click()
  await isTold("Noted what was done")
  await expect(main.getByText("By The parish council")).toBeVisible()
  await fitsThePhone()
  await page.goto("/demo/needs?status=waiting")
  await expect(main.getByRole("link", { name: title })).toBeVisible()
  await main.getByRole("link", { name: title }).click()
  await main.getByRole("link", { name: "Close this need" }).click()
  await page.getByLabel("It’s no longer there").check()
  await page.getByLabel(/Why/).fill("The bench came")
  await page.getByRole("button", { name: /Close/ }).last().click()
  await expect(main.getByText("The bench came")).toBeVisible()
})
