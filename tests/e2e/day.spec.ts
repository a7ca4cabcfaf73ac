import { expect, type Page, test } from "@playwright/test"
import { signIn } from "./support/sign-in"

const GROUP = "1st Skelby Scouts"
const told = (page: Page, words: string | RegExp) =>
  expect(page.getByRole("main").getByRole("status").filter({ hasText: words }).first()).toBeVisible()
const undo = (page: Page) => page.getByRole("main").getByRole("button", { name: "Undo", exact: true }).click()

/** A telephone number by which nobody but this group is found. */
async function numberOf(page: Page, group: string) {
  await page.goto(`/demo/groups?q=${encodeURIComponent(group.slice(0, -1))}`)
  await page.getByRole("main").getByRole("link", { name: group, exact: true }).first().click()
  await page.waitForURL(/\/groups\/[0-9a-f-]{36}/)
  const links = await page.getByRole("main").locator('a[href^="tel:"]').all()
  for (const link of links) {
    const number = (await link.getAttribute("href"))?.replace("tel:", "") ?? ""
    const answer = await page.request.get(
      `/api/search?${new URLSearchParams({ lio: "demo", kind: "group", q: number })}`,
    )
    const { found } = (await answer.json()) as { found: { title: string }[] }
    if (found.length === 1 && found[0]?.title === group) return number
  }
  throw new Error(`${group} has no number of its own.`)
}

/** A task of one's own that is due today. */
async function addTask(page: Page, what: string) {
  await page.goto("/demo/tasks/new")
  await page.getByLabel("Task", { exact: true }).fill(what)
  const now = new Date()
  const due = page.getByRole("group", { name: /^Due/ })
  await due.getByLabel("Day").fill(String(now.getDate()))
  await due.getByLabel("Month").fill(String(now.getMonth() + 1))
  await due.getByLabel("Year").fill(String(now.getFullYear()))
  await page.getByRole("button", { name: "Add", exact: true }).click()
  await told(page, "Added the task")
}

test.describe("The day", () => {
  test.beforeEach(async ({ page }) => signIn(page, "worker@demo.example"))

  test("a session is recorded by keys alone from Today, for a caller by their number", async ({ page }) => {
    const number = await numberOf(page, GROUP)
    await page.goto("/demo/home")
    await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible()
    await page.waitForLoadState("networkidle")
    let keys = 0
    const press = (key: string) => {
      keys += 1
      return page.keyboard.press(key)
    }
    await press("Alt+s")
    await expect(page.getByRole("combobox", { name: "Group" })).toBeFocused()
    await page.keyboard.type(number.replace(/^0/, "+44 "))
    await expect(page.getByRole("listbox").getByRole("option", { name: GROUP })).toBeVisible()
    await press("Enter")
    await expect(page.getByLabel("What you did or talked about")).toBeFocused()
    await page.keyboard.type("Rang about the van")
    await expect(page.getByText("is kept as a draft")).toBeVisible()
    await press("Control+Enter")
    await told(page, `with ${GROUP}, 30 minutes`)
    expect(keys).toBeLessThanOrEqual(3)
    await undo(page)
    await told(page, "Undone")
  })

  test("a caller is found in two interactions, and what they said recorded from there", async ({ page }) => {
    const number = await numberOf(page, GROUP)
    await page.goto("/demo/tasks")
    await page.waitForLoadState("networkidle")
    await page.keyboard.press("Control+k")
    await page.keyboard.type(number)
    await expect(page.getByRole("option", { name: GROUP }).first()).toBeVisible()
    await expect(page.getByRole("option", { name: `Record a session for ${GROUP}` })).toBeVisible()
    await page.keyboard.press("Enter")
    await expect(page.getByRole("main")).toContainText(GROUP)
    await page.waitForURL(/\/(groups|people)\/[0-9a-f-]{36}/)
  })

  test("search is in sight in a phone’s head, without the menu", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    for (const path of ["home", "groups", "tasks", "consultations", "settings"]) {
      await page.goto(`/demo/${path}`)
      const link = page.getByRole("banner").getByRole("link", { name: "Search or do" })
      await expect(link).toBeInViewport()
      const box = await link.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), path).toBeGreaterThanOrEqual(44)
    }
  })
})

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "With scripts" : "Without scripts, on a phone", () => {
    test.use({ javaScriptEnabled, viewport: javaScriptEnabled ? null : { width: 360, height: 740 } })
    test.beforeEach(async ({ page }) => signIn(page, "worker@demo.example"))

    test("a task is snoozed, handed over and done in a press, each undone, on the list with its filters", async ({
      page,
    }) => {
      const what = `Ring the hall ${javaScriptEnabled} ${Date.now()}`
      await addTask(page, what)
      const address = `/demo/tasks?q=${encodeURIComponent(what).replaceAll("%20", "+")}`
      await page.goto(address)
      const row = page.getByRole("main").locator(".act-row").filter({ hasText: what })
      await expect(row).toContainText("Due today")
      const stays = () => expect(new URL(page.url()).searchParams.get("q")).toBe(what)

      await row.getByRole("button", { name: "Snooze until Tomorrow" }).click()
      await told(page, "Snoozed until")
      stays()
      await expect(row).toContainText("Due tomorrow")
      await undo(page)
      await told(page, "As it was before")
      stays()
      await expect(row).toContainText("Due today")

      await row.getByText("Hand over").first().click()
      await row.getByRole("button", { name: /^Hand over to Maureen/ }).click()
      await told(page, "Handed over to Maureen")
      await expect(row).toHaveCount(0)
      await undo(page)
      await expect(row).toContainText("Due today")

      await row.getByRole("button", { name: /^Done/ }).click()
      await told(page, `Done: ${what}`)
      stays()
      await undo(page)
      await told(page, "Back on the list")
      await row.getByRole("button", { name: /^Done/ }).click()
      await told(page, `Done: ${what}`)
    })

    test("what waits is answered on Today, and each answer undone there", async ({ page }) => {
      const presses: [accept: string | RegExp, said: string][] = [
        [/^Accept what /, "Changed"],
        [/^Accept ?:/, "Accepted"],
        [/^Paid today/, "Marked as paid"],
      ]
      for (const [name, said] of presses) {
        await page.goto("/demo/home")
        const button = page.getByRole("main").getByRole("button", { name }).first()
        const about = await button.textContent()
        await button.click()
        await told(page, said)
        expect(new URL(page.url()).pathname).toBe("/demo/home")
        await undo(page)
        await told(page, "Undone")
        expect(new URL(page.url()).pathname).toBe("/demo/home")
        await expect(page.getByRole("main").getByRole("button", { name }).first()).toHaveText(about ?? "")
      }
    })
  })

test("a task that repeats is there again once it is done", async ({ page }) => {
  await signIn(page, "worker@demo.example")
  const what = `Water the plants ${Date.now()}`
  await addTask(page, what)
  await page.goto(`/demo/tasks?q=${encodeURIComponent(what)}`)
  await page.getByRole("link", { name: what, exact: true }).click()
  await page.getByLabel("Repeat").selectOption("Every week")
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await told(page, "Saved the task")
  await page.goto(`/demo/tasks?q=${encodeURIComponent(what)}`)
  await page.getByRole("button", { name: /^Done/ }).click()
  await told(page, "It’s due again on")
  const row = page.getByRole("main").locator(".act-row").filter({ hasText: what })
  await expect(row).toContainText("Due in 7 days")
  await expect(row).toContainText("Every week")
  await page.getByRole("button", { name: /^Done/ }).click()
  await row.getByRole("link", { name: what, exact: true }).click()
  await page.getByRole("button", { name: "Take it off the list" }).click()
  await told(page, "Taken off the list")
})
