import { expect, test } from "@playwright/test"
import { letOwe } from "./support/owing"
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
    const owing = await letOwe(6)
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
    await page.getByRole("button", { name: "Undo" }).click()
    await isTold("are as they were before")
  })

  test("a cell is changed where it stands, and changed back", async ({ browser }) => {
    const { page, main, isTold } = await somebody(browser, "worker@demo.example")
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto("/demo/groups?cols=name&cols=tag&cols=serves&stage=member")
    const row = main.locator("tbody tr").last()
    const name = (await row.locator("th").textContent()) ?? ""
    const before = await row.locator("[data-cell=tag]").textContent()
    presses = 0
    await press(row.locator("[data-cell=tag]"))
    const dialog = page.getByRole("dialog")
    const box = dialog.getByRole("checkbox").first()
    const ticked = await box.isChecked()
    await press(box)
    await press(dialog.getByRole("button", { name: "Save" }))
    await isTold(`Saved: Tags of ${name}`)
    expect(presses).toBe(3)
    const same = main.locator("tbody tr", { hasText: name })
    await expect(same.locator("[data-cell=tag]")).not.toHaveText(before ?? "")
    await expect(same).toBeInViewport()
    await expect(page.getByRole("button", { name: "Undo" })).toBeInViewport()
    await page.getByRole("button", { name: "Undo" }).click()
    await isTold(`Undone: ${name} is as it was before`)
    await page.goto("/demo/groups?cols=name&cols=tag&stage=member")
    await main.locator("tbody tr", { hasText: name }).locator("[data-cell=tag]").click()
    expect(await dialog.getByRole("checkbox").first().isChecked()).toBe(ticked)
    await page.keyboard.press("Escape")
    await expect(main.locator("tbody tr", { hasText: name }).locator("[data-cell=tag]")).toBeFocused()
  })

  test("an area that the list lacks is typed in the cell, at a desk and on a phone", async ({ browser }) => {
    const name = `Cell Green ${Date.now()}`
    const sql = openDatabase()
    let gone: { kind: string }[] = []
    try {
      const { page, main, isTold, fitsThePhone } = await somebody(browser, "worker@demo.example")
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 })
        await page.goto("/demo/groups?cols=name&cols=serves&stage=member")
        const row = main.locator("tbody tr").first()
        await row.locator("[data-cell=serves]").click()
        const dialog = page.getByRole("dialog")
        await dialog.getByText("It isn’t on the list").click()
        await dialog.getByLabel("Name of the area").fill(name)
        await dialog.getByLabel("Ward", { exact: true }).check()
        if (width === 360) await fitsThePhone()
        await dialog.getByRole("button", { name: "Save" }).click()
        await isTold("Saved: Areas")
        await expect(row.locator("[data-cell=serves]")).toContainText(name)
        await page.getByRole("button", { name: "Undo" }).click()
        await isTold("as it was before")
        await expect(row.locator("[data-cell=serves]")).not.toContainText(name)
      }
    } finally {
      gone = await sql.begin(async (tx) => {
        await tx`select set_config('app.lio_id', (select id::text from lios where slug = 'demo'), true), set_config('app.audiences', '{*}', true)`
        return tx<{ kind: string }[]>`delete from areas where name = ${name} returning kind`
      })
      await sql.end()
    }
    expect(gone.map(({ kind }) => kind)).toEqual(["ward"])
  })

  test("single keys are off until they are turned on: then arrows, x and Enter go through the list", async ({
    browser,
  }) => {
    const { page, main } = await somebody(browser, "worker@demo.example")
    await page.goto("/demo/groups")
    const first = main.locator("tbody tr").nth(0)
    await first.locator("th a").focus()
    await page.keyboard.press("x")
    await expect(first.locator(".tick")).not.toBeChecked()
    await page.goto("/demo/search")
    await main.getByLabel("Use single keys in lists").check()
    await page.goto("/demo/groups")
    await expect(async () => {
      await page.keyboard.press("ArrowDown")
      await expect(first.locator("th a")).toBeFocused({ timeout: 500 })
    }, "keys are heard once the page's scripts have come").toPass()
    await page.keyboard.press("x")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("x")
    await expect(page.getByText("2 groups selected")).toBeVisible()
    const name = await main.locator("tbody tr").nth(1).locator("th").textContent()
    await page.keyboard.press("Enter")
    await expect(main.getByRole("heading", { level: 1 })).toHaveText(name ?? "")
  })

  test("columns are widened and moved by keys, and stay so", async ({ browser }) => {
    const { page, main } = await somebody(browser, "worker@demo.example")
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto("/demo/groups")
    const width = () =>
      main.locator("th[data-column=stage]").evaluate((head) => head.getBoundingClientRect().width)
    const before = await width()
    await main.locator("th[data-column=stage] .grip").focus()
    for (let times = 0; times < 5; times++) await page.keyboard.press("ArrowRight")
    expect(await width()).toBeGreaterThan(before + 40)
    await page.goto("/demo/groups")
    await expect.poll(width).toBeGreaterThan(before + 40)
    await main.locator("th[data-column=stage] .grip").focus()
    await page.keyboard.press("Shift+ArrowRight")
    await page.waitForURL(/cols=/)
    const columns = await main
      .locator("th[data-column]")
      .evaluateAll((heads) => heads.map((head) => head.getAttribute("data-column")))
    expect(columns.slice(0, 3)).toEqual(["name", "membership", "stage"])
    await page.goto("/demo/groups")
    await expect(main.locator("th[data-column]").nth(1)).toHaveAttribute("data-column", "membership")
    const file = await page.request.get("/demo/groups/export")
    expect(await file.text(), "the file has the columns in sight").toMatch(/^\uFEFF?Name,Membership,Stage,/)
  })

  test("ticked groups are put into a network, given a task, and taken along as a file", async ({
    browser,
  }) => {
    const { page, main, isTold } = await somebody(browser, "worker@demo.example")
    const tick = async () => {
      await page.goto("/demo/groups?stage=member")
      for (const row of [0, 1]) await main.locator("tbody .tick").nth(row).check()
    }
    const bar = page.locator("form#bulk")
    await tick()
    await bar.getByRole("button", { name: "Add to a network" }).click()
    await main.getByRole("button", { name: "Add 2 groups" }).click()
    await isTold("They are in.")
    await tick()
    await bar.getByRole("button", { name: "Add a task" }).click()
    await main.getByLabel("Task").fill("Ask for this year’s accounts")
    await main.getByRole("button", { name: "Add 2 tasks" }).click()
    await isTold("Added the task “Ask for this year’s accounts” for 2 groups")
    await expect(page).toHaveURL(/\/groups\?stage=member/)
    await tick()
    await bar.getByRole("button", { name: "Consult them" }).click()
    await expect(main.getByLabel("Who should we ask?").locator("option:checked")).toHaveText(
      "2 groups that you ticked",
    )
    await tick()
    const file = page.waitForEvent("download")
    await bar.getByRole("button", { name: "Export" }).click()
    expect((await file).suggestedFilename()).toBe("groups.xlsx")
  })

  test("a viewer is offered none of it, and is kept out of its address", async ({ browser }) => {
    const { page, main } = await somebody(browser, "viewer@demo.example")
    await page.goto("/demo/groups")
    await expect(main.getByRole("checkbox", { name: "Select every row of this page" })).toHaveCount(0)
    await expect(main.locator("[data-cell]")).toHaveCount(0)
    for (const path of ["memberships/many?what=paid", "networks/many", "tasks/many"]) {
      const answer = await page.goto(`/demo/${path}`)
      expect(answer?.status()).toBe(403)
    }
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
