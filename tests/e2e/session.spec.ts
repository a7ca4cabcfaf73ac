import { expect, type Page, test } from "@playwright/test"
import { signIn } from "./support/sign-in"
import { expectToFit } from "./support/width"

const GROUP = "Hob’s Mill Food Bank"

/** Counts clicks and key commands; typing is free. */
function hands(page: Page) {
  let count = 0
  return {
    press: (name: string) => {
      count += 1
      return page.keyboard.press(name)
    },
    click: (role: "link" | "button", name: string) => {
      count += 1
      return page.getByRole(role, { name, exact: true }).first().click()
    },
    type: (words: string) => page.keyboard.type(words),
    count: () => count,
  }
}

const banner = (page: Page) => page.getByRole("status").filter({ hasText: /Saved|Undone|Kept/ })

test.describe("Recording a session", () => {
  test.beforeEach(async ({ page }) => signIn(page, "worker@demo.example"))

  for (const from of ["home", "groups", "sessions", "tasks"]) {
    test(`takes three interactions and typing, from ${from}`, async ({ page }) => {
      await page.goto(`/demo/${from}`)
      const hand = hands(page)
      await hand.click("link", "Record a session")
      await expect(page.getByRole("combobox", { name: "Group" })).toBeFocused()
      await hand.type("hobs mill food")
      await expect(page.getByRole("listbox").getByRole("option", { name: GROUP })).toBeVisible()
      await hand.press("Enter")
      await expect(page.getByLabel("What you did or talked about")).toBeFocused()
      await hand.type(`Talked about the freezer, from ${from}`)
      await hand.click("button", "Save")
      await expect(banner(page)).toContainText(`with ${GROUP}, 30 minutes`)
      await expect(banner(page)).toBeFocused()
      expect(hand.count()).toBeLessThanOrEqual(3)
      await banner(page).getByRole("button", { name: "Undo" }).click()
      await expect(banner(page)).toContainText("Undone")
    })
  }

  test("takes two from a group's page, and leads back to it", async ({ page }) => {
    await page.goto(`/demo/groups?q=${encodeURIComponent("Hob’s Mill Food")}`)
    await page.getByRole("main").getByRole("link", { name: GROUP }).first().click()
    await page.waitForURL(/\/groups\/[0-9a-f-]{36}/)
    const hand = hands(page)
    await page
      .getByRole("main")
      .getByRole("link", { name: /Record a session/ })
      .click()
    await expect(page.getByLabel("What you did or talked about")).toBeFocused()
    await hand.type("Sent the lease guide")
    await hand.click("button", "Save")
    await page.waitForURL(/\/groups\/[0-9a-f-]{36}/)
    await expect(banner(page)).toBeFocused()
    expect(hand.count() + 1).toBeLessThanOrEqual(2)
  })

  test("goes on with the next one: kind and date stay, the group has the focus", async ({ page }) => {
    await page.goto("/demo/sessions/new")
    await page.getByRole("combobox", { name: "Group" }).fill(GROUP)
    await page.keyboard.press("Escape")
    await page.getByLabel("What you did or talked about").fill("First of two")
    await page.getByRole("radio", { name: "Visit" }).check()
    await page.getByLabel("Yesterday").check()
    await page.getByRole("button", { name: "Save and record another" }).click()
    await expect(banner(page)).toContainText("Saved: visit")
    await expect(page.getByRole("combobox", { name: "Group" })).toBeFocused()
    await expect(page.getByLabel("What you did or talked about")).toHaveValue("")
    await expect(page.getByRole("radio", { name: "Visit" })).toBeChecked()
    await expect(page.getByLabel("Another date")).toBeChecked()
  })

  test("loses nothing when the page is closed", async ({ page, context }) => {
    await page.goto("/demo/sessions/new")
    await page.getByLabel("What you did or talked about").fill("Half a thought")
    await expect(page.getByText("is kept as a draft")).toBeVisible()
    await page.close()
    const again = await context.newPage()
    await again.goto("/demo/sessions/new")
    await expect(again.getByText("You have an unfinished session")).toBeVisible()
    await expect(again.getByLabel("What you did or talked about")).toHaveValue("Half a thought")
    await again.getByRole("button", { name: /Discard it/ }).click()
    await expect(again.getByLabel("What you did or talked about")).toHaveValue("")
  })
})

test("takes less than half a minute at a person’s pace, from any page of the staff", async ({ page }) => {
  await signIn(page, "worker@demo.example")
  const pages = ["home", "groups", "people", "needs", "enquiries", "cases", "funding", "events", "resources"]
  const more = [
    "guides/manage",
    "health-checks",
    "networks",
    "consultations",
    "reports",
    "calendar",
    "settings",
  ]
  for (const path of [...pages, ...more]) {
    await page.goto(`/demo/${path}`)
    await expect(page.getByRole("link", { name: "Record a session", exact: true }).first()).toBeVisible()
  }
  const begun = Date.now()
  const pace = { delay: 200 } // five strokes a second: 60 words a minute
  await page.getByRole("link", { name: "Record a session", exact: true }).first().click()
  await expect(page.getByRole("combobox", { name: "Group" })).toBeFocused()
  await page.keyboard.type("hobs mill food", pace)
  await expect(page.getByRole("listbox").getByRole("option", { name: GROUP })).toBeVisible()
  await page.keyboard.press("Enter")
  await page.keyboard.type("Rang about the grant; sent them the form.", pace)
  await page.keyboard.press("Control+Enter")
  await expect(banner(page)).toContainText(`with ${GROUP}, 30 minutes`)
  expect(Date.now() - begun).toBeLessThan(30_000)
  await banner(page).getByRole("button", { name: "Undo" }).click()
})

test("a clock runs on while other pages are open, and fills in the minutes", async ({ page }) => {
  await signIn(page, "worker@demo.example")
  await page.clock.install()
  await page.goto("/demo/sessions/new")
  await page.getByRole("button", { name: "Start the clock now" }).click()
  await page.goto("/demo/tasks")
  await page.clock.fastForward("23:00")
  await page.goto("/demo/sessions/new")
  await page.getByRole("button", { name: "Stop and fill in 23 minutes" }).click()
  await expect(page.getByLabel("How many minutes")).toHaveValue("23")
  await expect(page.getByRole("button", { name: "Start the clock now" })).toBeVisible()

  await page.getByRole("button", { name: "Start the clock now" }).click()
  await page.clock.fastForward("30:00")
  await page.getByRole("button", { name: "Stop and fill in 30 minutes" }).click()
  await expect(page.getByRole("radio", { name: "30", exact: true })).toBeChecked()
})

test("in the car park without signal what is typed is kept in the browser, and is a draft as soon as there is one", async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await signIn(page, "manager@demo.example")
  await page.goto("/demo/sessions/new")
  await expect(page.getByRole("combobox", { name: "Group" })).toBeFocused()
  await context.setOffline(true)
  const words = `Said in the car park ${Date.now()}`
  await page.getByLabel("What you did or talked about").fill(words)
  await expect(page.getByText("There’s no connection.")).toBeVisible()
  await page.close()
  await context.setOffline(false)
  const later = await context.newPage()
  await later.goto("/demo/sessions/new")
  await expect(later.getByText("You have an unfinished session.")).toBeVisible()
  await expect(later.getByLabel("What you did or talked about")).toHaveValue(words)
  await later.getByRole("button", { name: "Discard it and start again" }).click()
  await expect(later.getByLabel("What you did or talked about")).toHaveValue("")
  await context.close()
})

test.describe("Without scripts, on a phone", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  test.beforeEach(async ({ page }) => signIn(page, "worker@demo.example"))

  test("a name that could mean several is asked about; pressed twice, the session is there once", async ({
    page,
  }) => {
    const note = `Without scripts ${Date.now()}`
    await page.goto("/demo/sessions/new")
    await page.getByLabel("Group", { exact: true }).fill("hobs mill fod bank")
    await page.getByLabel("What you did or talked about").fill(note)
    await page.getByRole("button", { name: "Save", exact: true }).click()
    await expect(page).toHaveTitle(/^Error: /)
    await page.getByLabel(new RegExp(`^${GROUP}`)).check()
    await page.getByRole("button", { name: "Save", exact: true }).dblclick()
    await expect(banner(page)).toContainText(GROUP)
    await page.goto(`/demo/sessions?q=${encodeURIComponent(note)}`)
    await expect(page.getByText("1 session", { exact: true })).toBeVisible()
  })

  test("what is typed can be kept as a draft, and a task ticked off and put back", async ({ page }) => {
    await page.goto("/demo/sessions/new")
    await page.getByLabel("What you did or talked about").fill("Kept by a button")
    await page.getByRole("button", { name: "Keep as draft" }).click()
    await expect(page.getByText("You have an unfinished session")).toBeVisible()
    await page.goto("/demo/sessions/new")
    await page.getByRole("button", { name: /Discard it/ }).click()
    await page.goto("/demo/tasks?whose=team")
    await page.getByRole("button", { name: /^Done/ }).first().click()
    await expect(page.getByRole("status").filter({ hasText: /^Done/ })).toBeVisible()
    await page.getByRole("button", { name: "Undo" }).click()
    await expect(page.getByRole("status").filter({ hasText: "Back on the list" })).toBeVisible()
  })

  test("a kind of work of one’s own is added, chosen, and counted in its week", async ({ page }) => {
    const name = `Drop-in ${Date.now()}`
    const main = page.getByRole("main")
    await page.goto("/demo/settings")
    await main.getByRole("link", { name: "Kinds of work" }).click()
    await main.getByLabel("What you call it").fill("Phone call")
    await main.getByRole("button", { name: "Add this kind of work" }).click()
    await expect(main.getByText("“Phone call” is one of the usual kinds already.").first()).toBeVisible()
    await main.getByLabel("What you call it").fill(name)
    await main.getByRole("button", { name: "Add this kind of work" }).click()
    await expect(page.getByRole("status")).toContainText(`You can choose “${name}” now`)

    await page.goto("/demo/sessions/new")
    await page.getByLabel("Group", { exact: true }).fill(GROUP)
    await page.getByLabel("What you did or talked about").fill("They dropped in")
    await page.getByRole("radio", { name }).check()
    await page.getByRole("button", { name: "Save", exact: true }).click()
    await expect(banner(page)).toContainText(`Saved: ${name} with ${GROUP}`)
    await main.getByRole("link", { name: "By week" }).click()
    await expect(main.getByRole("heading", { name: /^Week of / })).toBeVisible()
    await expect(main.getByRole("link", { name, exact: true })).toBeVisible()
    await expect(main.getByRole("link", { name: new RegExp(`: ${name}$`) })).toBeVisible()
    await main.getByRole("link", { name: "The whole team’s week" }).click()
    await expect(main.getByRole("heading", { name: "By worker" })).toBeVisible()
    await expectToFit(page, 360)

    await page.goto("/demo/settings/session-types")
    await main.getByRole("link", { name, exact: true }).click()
    await main.getByRole("button", { name: "Stop offering it" }).click()
    await expect(page.getByRole("status")).toContainText("Sessions that have it keep it")
    await page.goto("/demo/sessions/new")
    await expect(page.getByRole("radio", { name })).toHaveCount(0)
  })

  test("somebody with an idea is named in the session, and becomes an enquiry", async ({ page }) => {
    const name = `Ifan Idea ${Date.now()}`
    await page.goto("/demo/sessions/new")
    await page.getByLabel("What you did or talked about").fill("Met them at the fair")
    await page.getByText("Somebody with an idea, and no group yet").click()
    await page.getByLabel("Their name").fill(name)
    await page.getByRole("button", { name: "Save", exact: true }).click()
    await expect(page.getByText("Enter something about their idea").first()).toBeVisible()
    await page.getByLabel("Their idea").fill("A men’s shed by the canal")
    await page.getByRole("button", { name: "Save", exact: true }).click()
    await expect(banner(page)).toContainText(`with ${name}, 30 minutes`)
    await banner(page).getByRole("link", { name: "Their enquiry" }).click()
    await expect(page.getByRole("main")).toContainText("A men’s shed by the canal")
    await expect(page.getByRole("main")).toContainText("Met them at the fair")
  })
})
