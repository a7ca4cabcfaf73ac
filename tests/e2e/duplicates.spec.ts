import { expect, test } from "@playwright/test"
import { somebody } from "./support/thread"

const KEPT = "Alderbridge Harriers"
const AGAIN = "Alderbridge Harriers Club"

test("staff decide about a group that stands twice, make it one, and take that back, without scripts", async ({
  browser,
}) => {
  const worker = await somebody(browser, "worker@demo.example", { phone: true })
  const { page, main } = worker
  await page.goto("/demo/groups")
  await main.getByRole("link", { name: /possible duplicate/ }).click()
  await worker.seesHeading("Possible duplicates")
  await worker.fitsThePhone()
  const pair = main.getByRole("listitem").filter({ hasText: AGAIN })
  await expect(pair).toContainText("The same email address")
  await pair.getByRole("link", { name: /Look and merge/ }).click()
  await worker.seesHeading("Make these two groups one?")
  await worker.fitsThePhone()
  await main.getByRole("group", { name: "Phone" }).getByLabel("01632 960 731").check()
  await worker.press("Make them one")
  await worker.isTold(`The two are one: ${KEPT}.`)
  await worker.seesHeading(KEPT)
  await expect(main).toContainText(`Merged ${AGAIN} into this group`)
  await worker.press("Details")
  await expect(main).toContainText("01632 960 731")

  await page.goto("/demo/groups/duplicates")
  await expect(main.getByText(AGAIN)).toHaveCount(0)
  await main.getByRole("link", { name: "Merges" }).click()
  await main.getByRole("button", { name: `Make ${AGAIN} a group of its own again` }).click()
  await worker.isTold("They are two groups again.")
  await worker.press("Details")
  await expect(main).not.toContainText("01632 960 731")

  const viewer = await somebody(browser, "viewer@demo.example")
  await viewer.page.goto("/demo/groups/merges")
  await viewer.seesHeading("Merges")
  await expect(viewer.main.getByRole("button")).toHaveCount(0)
})
