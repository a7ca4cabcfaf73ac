import { expect, test } from "@playwright/test"
import { openDatabase } from "./support/place"
import { somebody } from "./support/thread"

/** Presses of the mouse or of a key that does something; typing is not counted. */
let presses = 0
const press = async (what: { click: () => Promise<unknown> }) => {
  presses++
  await what.click()
}

test.describe("The list of groups as a workbench", () => {
  test("shows twenty groups at a desk, a line each, and the first within the first screen of a phone", async ({
    browser,
  }) => {
    const { page, main } = await somebody(browser, "manager@demo.example")
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto("/demo/groups")
    const inSight = () =>
      main
        .locator("tbody tr")
        .evaluateAll((rows) => rows.filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length)
    expect(await inSight()).toBeGreaterThanOrEqual(20)
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await inSight()).toBeGreaterThanOrEqual(1)
  })

  test("marks six groups as paid in four presses, and says what it did", async ({ browser }) => {
    const sql = openDatabase()
    const owing = await sql.begin(async (tx) => {
      await tx`select set_config('app.lio_id', (select id::text from lios where slug = 'demo'), true), set_config('app.audiences', '{*}', true)`
      return tx<{ name: string }[]>`
        update memberships m set paid_on = null from groups g
        where m.id in (
          select m.id from memberships m join groups g on g.lio_id = m.lio_id and g.id = m.group_id
          where m.fee_pence > 0 and m.cancelled_on is null and m.ends_on > current_date and g.removed_at is null and g.stage <> 'closed'
          order by g.name limit 6)
        and g.lio_id = m.lio_id and g.id = m.group_id returning g.name`
    })
    await sql.end()
    expect(owing).toHaveLength(6)
    const { page, main, isTold } = await somebody(browser, "worker@demo.example")
    await page.goto("/demo/groups")
    const bar = page.locator("form#bulk")
    await expect(bar).toBeHidden()
    presses = 0
    await press(main.getByRole("checkbox", { name: "Select every row of this page" }))
    await expect(bar).toBeVisible()
    await press(bar.getByRole("button", { name: "Mark as paid" }))
    await expect(main.getByRole("heading", { name: /^Mark as paid: \d+ groups?$/ })).toBeVisible()
    for (const { name } of owing) await expect(main.getByText(name).first()).toBeVisible()
    await press(main.getByRole("button", { name: /^Mark \d+ groups? as paid, £/ }))
    await isTold("marked as paid")
    expect(presses).toBeLessThanOrEqual(4)
  })

  test("a viewer is offered none of it, and is kept out of its address", async ({ browser }) => {
    const { page, main } = await somebody(browser, "viewer@demo.example")
    await page.goto("/demo/groups")
    await expect(main.getByRole("checkbox", { name: "Select every row of this page" })).toHaveCount(0)
    const answer = await page.goto("/demo/memberships/many?what=paid")
    expect(answer?.status()).toBe(403)
  })
})

test.describe("The navigation", () => {
  test("folds away, by keys, and stays so on the next page", async ({ browser }) => {
    const { page } = await somebody(browser, "worker@demo.example")
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto("/demo/needs")
    const places = page.getByRole("navigation", { name: "Main" }).getByRole("link")
    await expect(places.filter({ hasText: "Networks" })).toBeVisible()
    await expect(page.getByRole("link", { name: "Needs", exact: true })).toHaveAttribute(
      "aria-current",
      "page",
    )
    await page.getByRole("button", { name: "Hide the menu" }).press("Enter")
    await expect(places).toHaveCount(0)
    await page.goto("/demo/sessions")
    await expect(places).toHaveCount(0)
    await page.locator("summary", { hasText: "Menu" }).press("Enter")
    await expect(places.filter({ hasText: "Networks" })).toBeVisible()
    await page.getByRole("button", { name: "Show the menu at the side" }).press("Enter")
    await page.goto("/demo/tasks")
    await expect(places.filter({ hasText: "Networks" })).toBeVisible()
  })

  test("is a menu on a phone, without scripts, with the search beside it", async ({ browser }) => {
    const staff = await somebody(browser, "worker@demo.example", { phone: true })
    await staff.page.goto("/demo/groups")
    const main = staff.page.getByRole("navigation", { name: "Main" })
    await expect(main).toBeHidden()
    await staff.page.locator("summary", { hasText: "Menu" }).click()
    await expect(main.getByRole("link", { name: "Consultations", exact: true })).toBeVisible()
    await staff.fitsThePhone()
    await staff.page.getByRole("link", { name: "Search or do" }).click()
    await staff.seesHeading("Search")
  })
})
