import { expect, test } from "@playwright/test"
import { somebody } from "./support/thread"

const BUSES = "Buses after six: what do your people lose?"
const OWN = `The night bus should stop at the food bank (${Date.now().toString(36)}).`

test("a group votes on statements one at a time on a phone without scripts, proposes one, and staff let it stand", async ({
  browser,
}) => {
  const rita = await somebody(browser, "lead@demo.example", { phone: true })
  const staff = await somebody(browser, "worker@demo.example")
  await rita.page.goto("/demo/consultations")
  const on = rita.main.locator("section", { hasText: BUSES }).getByRole("link").first()
  const answer = ((await on.getAttribute("href")) ?? "").replace(/&question=\d+|\?.*/g, "")
  const group = new URL((await on.getAttribute("href")) ?? "", "http://x").searchParams.get("group")
  const question = `${answer}?group=${group}&question=6`.replace("/check?", "/answer?")

  await test.step("one statement after the other", async () => {
    await rita.page.goto(question)
    await rita.sees("What should the new contracts say?")
    const first = await rita.page.getByRole("heading", { level: 1 }).textContent()
    await rita.fitsThePhone()
    await rita.press("Continue")
    await rita.sees("Choose agree, disagree or pass")
    await rita.page.getByLabel("Agree", { exact: true }).check()
    await rita.press("Continue")
    const second = await rita.page.getByRole("heading", { level: 1 }).textContent()
    expect(second).not.toBe(first)
    await rita.page.getByLabel("Pass").check()
    await rita.press("Save and come back later")
    await rita.seesHeading("Your answers are saved")
    await rita.page.goto(`${question}&from=check`)
    await rita.sees("Your group hasn’t voted on", first ?? "", second ?? "")
    await rita.fitsThePhone()
    await rita.press(`Change ${second}`)
    await rita.page.getByLabel("Disagree").check()
    await rita.press("Continue")
    await expect(rita.main.locator("div.summary-row", { hasText: second ?? "" })).toContainText("Disagree")
  })

  await test.step("a statement of its own", async () => {
    await rita.page.goto(question)
    await rita.main.locator("summary", { hasText: "Propose a statement of your own" }).click()
    await rita.fill("Your statement", OWN)
    await rita.press("Propose this statement")
    await rita.isTold("We’ll read your statement")
    await rita.sees(OWN, "Waiting to be read")
  })

  await test.step("staff read it and show it", async () => {
    await staff.page.goto(answer.replace(/\/(answer|check)$/, "/questions"))
    await staff.press("Statements that groups propose")
    const card = staff.main.locator("article", { hasText: OWN })
    await card.getByRole("button", { name: "Turn it down" }).click()
    await staff.sees("Say why it isn’t shown")
    await staff.main
      .locator("article", { hasText: OWN })
      .getByRole("button", { name: "Show it to all groups" })
      .click()
    await staff.isTold("All groups can vote on it now.")
    await rita.page.goto(`${question}&from=check`)
    await rita.sees("Shown to all groups")
  })
})
