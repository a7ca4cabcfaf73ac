import { expect, test } from "@playwright/test"
import { openNetwork, planConsultation, somebody } from "./support/thread"

const run = Date.now().toString(36)
const TITLE = `What should the bus contracts say? ${run}`
const ASKED = "Where do you stand on these?"
const OWN = `The night bus should stop at the food bank (${run}).`

test("a group votes on statements one at a time on a phone without scripts, proposes one, and staff let it stand", async ({
  browser,
}) => {
  const rita = await somebody(browser, "lead@demo.example", { phone: true })
  const staff = await somebody(browser, "worker@demo.example")
  await openNetwork(staff, `Buses ${run}`, ["Hob’s Mill Food Bank", "Hob’s Mill Baby Bank"])
  await planConsultation(staff, {
    title: TITLE,
    body: "Aldervale Borough Council",
    network: `Buses ${run}`,
    questions: [
      [
        "Votes on statements",
        ASKED,
        {
          "Statements, one on each line":
            "A bus after eight\nHalf fare for volunteers\nFewer stops, later buses",
        },
      ],
    ],
  })
  await staff.press("Ask 2 groups now")
  await staff.isTold("It’s open. 2 groups asked")
  const consultation = staff.page.url().match(/\/demo\/consultations\/[0-9a-f-]{36}/)?.[0] ?? ""
  const question = `${consultation}/answer?question=1`

  await test.step("one statement after the other", async () => {
    await rita.page.goto(question)
    await rita.sees(ASKED)
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
    await staff.page.goto(`${consultation}/questions`)
    await staff.press("Statements proposed by groups")
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
