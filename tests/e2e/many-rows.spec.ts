import { expect, test } from "@playwright/test"
import { letOwe } from "./support/owing"
import { somebody } from "./support/thread"

test.describe("Rows of the staff’s lists", () => {
  test("the cells of tasks, needs, sessions and people are changed where they stand, one or several", async ({
    browser,
  }) => {
    const { page, main, isTold } = await somebody(browser, "worker@demo.example")
    const dialog = page.getByRole("dialog")
    await page.goto("/demo/needs")
    const rows = main.locator("tr[id^=row-]")
    const need = rows.last()
    const was = (await need.locator("[data-cell=theme]").textContent()) ?? ""
    await need.locator("[data-cell=theme]").click()
    for (const theme of ["Advice and money", "Green spaces"]) await dialog.getByLabel(theme).check()
    await dialog.getByRole("button", { name: "Save" }).click()
    await isTold("Saved: Themes of “")
    await expect(rows.last().locator("[data-cell=theme]")).toContainText("Advice and money, ")
    await page.getByRole("button", { name: "Undo" }).click()
    await isTold("Undone: “")
    await page.goto("/demo/needs")
    await expect(rows.last().locator("[data-cell=theme]")).toHaveText(was)

    await page.goto("/demo/people?missing=phone")
    await main.locator("[data-cell=phone]").first().click()
    await dialog.getByLabel("Phone number").fill("01632 960 999")
    await dialog.getByRole("button", { name: "Save" }).click()
    await isTold("Saved: Phone number of")
    await page.getByRole("button", { name: "Undo" }).click()
    await isTold("is as before")

    await page.goto("/demo/tasks?whose=team")
    await expect(main.locator("form#bulk")).toBeHidden()
    for (const at of [0, 1]) await main.locator(".act-row .tick").nth(at).check()
    await main.getByRole("button", { name: "Change the due date" }).click()
    await main.getByLabel("Day").fill("5")
    await main.getByLabel("Month").fill("6")
    await main.getByLabel("Year").fill("2031")
    await main.getByRole("button", { name: "Save for 2 tasks" }).click()
    await isTold("Saved: Due of 2 tasks")
    await expect(main.getByText("5 Jun 2031")).toHaveCount(2)
    await page.getByRole("button", { name: "Undo" }).click()
    await isTold("Undone: all 2 are as they were before")
    await expect(main.getByText("5 Jun 2031")).toHaveCount(0)
  })

  test("the columns of needs are moved by keys and left out, and stay so", async ({ browser }) => {
    const { page, main } = await somebody(browser, "viewer@demo.example")
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto("/demo/needs")
    const heads = main.locator("table.table-dense thead th[data-column]")
    await expect(heads).toHaveText([/What is needed/, /Area/, /Theme/, /Groups/, /Where it stands/, /State/])
    await main.getByRole("separator", { name: /^Width of Area/ }).press("Shift+ArrowRight")
    await expect(heads).toHaveText([/What is needed/, /Theme/, /Area/, /Groups/, /Where it stands/, /State/])
    await main.locator("summary", { hasText: "Columns" }).click()
    await main.getByRole("checkbox", { name: "State" }).uncheck()
    await main.getByRole("button", { name: "Apply columns" }).click()
    await expect(heads).toHaveCount(5)
    await page.reload()
    await expect(main.getByRole("columnheader", { name: "State" })).toHaveCount(0)
    await page.goto("/demo/needs")
    await expect(heads, "they are kept for when one comes back").toHaveText([
      /What/,
      /Theme/,
      /Area/,
      /Groups/,
      /Where it stands/,
    ])
    await main.locator("summary", { hasText: "Columns" }).click()
    await main.getByRole("link", { name: "The usual columns" }).click()
    await expect(heads).toHaveCount(6)
    await expect(page).toHaveURL(/cols=usual/)
    await page.goto("/demo/needs")
    await expect(heads).toHaveCount(6)
  })

  test("tasks are gone through by single keys, once they are turned on", async ({ browser }) => {
    const { page, main } = await somebody(browser, "worker@demo.example")
    await page.goto("/demo/search")
    await main.getByLabel("Use single keys in lists").check()
    await page.goto("/demo/tasks?whose=team")
    const first = main.locator(".act-row").first()
    await expect(async () => {
      await page.keyboard.press("ArrowDown")
      await expect(first.locator(".act-words a").first()).toBeFocused({ timeout: 500 })
    }, "keys are heard once the page's scripts have come").toPass()
    await page.keyboard.press("x")
    await expect(page.getByText("1 task selected")).toBeVisible()
  })

  test("rows stand still while they are ticked with the mouse, so that no press is lost", async ({
    browser,
  }) => {
    const { page, main } = await somebody(browser, "worker@demo.example")
    await page.setViewportSize({ width: 1000, height: 900 })
    await page.goto("/demo/groups")
    const tops = () =>
      main
        .locator("tbody tr")
        .evaluateAll((rows) => rows.slice(0, 9).map((row) => row.getBoundingClientRect().top + scrollY))
    const before = await tops()
    for (const at of [0, 1, 2, 3, 4, 5, 6, 7]) await main.locator("tbody .tick").nth(at).click()
    expect(await tops()).toEqual(before)
    await expect(page.getByText("8 groups selected")).toBeVisible()
  })

  test("ticked groups are emailed once what they would read, and who would get it, has been seen", async ({
    browser,
  }) => {
    const { page, main, isTold, fill } = await somebody(browser, "worker@demo.example")
    await page.goto("/demo/groups")
    for (const at of [0, 1, 2]) await main.locator("tbody .tick").nth(at).check()
    await main.getByRole("button", { name: "Email them" }).click()
    await expect(main.getByRole("heading", { level: 1, name: "Email 3 groups" })).toBeVisible()
    await fill("Subject", "A van is free on Tuesdays")
    await fill("Email", "Tell us by Friday if you want it.")
    await main.getByRole("button", { name: "Save and check it" }).click()
    await expect(main.getByText("Not sent yet. Written by")).toBeVisible()
    await main.getByRole("button", { name: /^Send it to \d+ (person|people) now$/ }).click()
    await isTold("In a minute we’ll email “A van is free on Tuesdays”")
    await page.getByRole("button", { name: "Undo" }).click()
    await isTold("hasn’t gone to anybody")
    await main.getByRole("button", { name: "Discard it" }).click()
    await isTold("Discarded “A van is free on Tuesdays”")
  })

  test("fees are marked as paid from the list of memberships, and lead back to it", async ({ browser }) => {
    const { page, main, isTold } = await somebody(browser, "worker@demo.example")
    await letOwe(2)
    await page.goto("/demo/memberships?show=unpaid")
    const before = await main.locator("tbody tr").count()
    await main.locator("[data-cell=paid]").first().click()
    const dialog = page.getByRole("dialog")
    for (const [box, value] of [
      ["Day", "2"],
      ["Month", "11"],
      ["Year", "2026"],
    ] as const)
      await dialog.getByLabel(box).fill(value)
    await dialog.getByRole("button", { name: "Save" }).click()
    await isTold("Saved: Paid on of")
    await expect(page).toHaveURL(/show=unpaid/)
    await page.getByRole("button", { name: "Undo" }).click()
    await isTold("hasn’t paid yet")
    await expect(main.locator("tbody tr")).toHaveCount(before)
    await main.locator("tbody .tick").first().check()
    await main.getByRole("button", { name: "Mark as paid" }).click()
    await main.getByRole("button", { name: /^Mark 1 group as paid/ }).click()
    await isTold("1 fee marked as paid")
    await expect(page).toHaveURL(/show=unpaid/)
  })
})
