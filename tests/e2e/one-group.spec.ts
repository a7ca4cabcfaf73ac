import { expect, type Page, test } from "@playwright/test"
import { somebody } from "./support/thread"

/** Counts presses of the mouse and loads of a page; typing and choosing in a field are not counted. */
function counted(page: Page) {
  const count = { presses: 0, loads: 0 }
  page.on("request", (request) => {
    if (request.isNavigationRequest() && request.method() === "GET") count.loads++
  })
  const press = async (what: { click: () => Promise<unknown> }) => {
    count.presses++
    await what.click()
  }
  return { count, press }
}

test.describe("One group, one page", () => {
  test("a new group is filled in with six presses and one load of a page", async ({ browser }) => {
    const { page, main, isTold } = await somebody(browser, "worker@demo.example")
    await page.goto("/demo/groups")
    const { count, press } = counted(page)
    await press(main.getByRole("link", { name: "Add a group", exact: true }))
    const name = `Chwarae Teg Aldervale ${Date.now()}`
    await main.getByLabel("Name").first().fill(name)
    await main.getByRole("textbox", { name: "Postcode (optional)" }).fill("ZZ1 1AA")
    await main.getByRole("textbox", { name: "What they do (optional)" }).fill("A toy library")
    await main.getByLabel("What are they in the group?").selectOption({ label: "Chair" })
    await main.getByRole("group", { name: "Person 1" }).getByLabel("Name").fill("Mari Pugh")
    await press(main.getByText(/^Everything else/))
    await main.getByRole("textbox", { name: "Volunteers (optional)" }).fill("12")
    await main.getByLabel("Legal form").selectOption({ index: 1 })
    await press(main.getByLabel("Food and hardship"))
    await press(main.getByRole("button", { name: "Add the group" }))
    await isTold(`Added ${name}`)
    expect(count.presses).toBeLessThanOrEqual(6)
    expect(count.loads).toBe(1)
    const glance = main.getByRole("region", { name: "At a glance" })
    await expect(glance).toContainText("12")
    await expect(glance).toContainText("Food and hardship")
    await expect(main.getByRole("heading", { name: "Mari Pugh", level: 2 })).toBeVisible()
  })

  test("parts are changed where they stand, and saving one loses nothing of another", async ({ browser }) => {
    const { page, main, isTold } = await somebody(browser, "worker@demo.example")
    await page.goto("/demo/groups")
    await main.getByRole("link", { name: "Carers Together Aldervale" }).click()
    await main.getByRole("link", { name: "Details", exact: true }).click()
    const contact = main.locator("#contact")
    const about = main.locator("section#about")
    await contact.first().getByText("Change", { exact: true }).click()
    await about.getByText("Change", { exact: true }).click()
    const words = `Support for carers, written ${Date.now()}`
    await about.getByLabel("What they do").fill(words)
    await contact.first().getByLabel("Second phone").fill("01632 960 777")
    await contact.first().getByRole("button", { name: "Save" }).click()
    await isTold("Saved Carers Together Aldervale")
    await expect(about.getByLabel("What they do")).toHaveValue(words)
    await about.getByRole("button", { name: "Save" }).click()
    await expect(about.locator("dl").getByText(words)).toBeVisible()
    await expect(contact.first().getByText("01632 960 777").first()).toBeAttached()
  })

  test("what is missing is one line, which opens into one form", async ({ browser }) => {
    const { page, main, isTold } = await somebody(browser, "worker@demo.example")
    await page.goto("/demo/groups/new")
    await main.getByLabel("Name").first().fill(`Cylch Cinio ${Date.now()}`)
    await main.getByRole("button", { name: "Add the group" }).click()
    const line = main.getByRole("link", { name: /^\d+ facts missing: fill in$/ })
    const before = Number.parseInt((await line.textContent()) ?? "", 10)
    await line.click()
    const form = main.locator("form#fill")
    await form.getByRole("textbox", { name: "Phone (optional)" }).fill("01632 960 123")
    await form.getByRole("textbox", { name: "Postcode (optional)" }).fill("ZZ1 1AA")
    await form.getByRole("button", { name: "Save what you’ve filled in" }).click()
    await isTold("Saved Cylch Cinio")
    // Others may add questions meanwhile, so what is asked is looked at, and not only how much.
    expect(Number.parseInt((await line.textContent()) ?? "", 10)).toBeLessThan(before)
    await line.click()
    for (const name of ["Phone (optional)", "Postcode (optional)"])
      await expect(form.getByRole("textbox", { name })).toHaveCount(0)
  })

  test("a name that is on the list already is shown before a second one is added", async ({ browser }) => {
    const { page, main } = await somebody(browser, "worker@demo.example")
    await page.goto("/demo/groups/new")
    await main.getByLabel("Name").first().fill("Hobs Mill Foodbank")
    await main.getByRole("button", { name: "Add the group" }).click()
    await expect(main.getByText("Is it one of these?")).toBeVisible()
    await expect(main.getByRole("link", { name: "Hob’s Mill Food Bank" })).toBeVisible()
    await expect(main.getByLabel("Name").first()).toHaveValue("Hobs Mill Foodbank")
  })

  test("a note of today is added over the timeline; a viewer can change nothing", async ({ browser }) => {
    const { page, main, isTold } = await somebody(browser, "worker@demo.example")
    await page.goto("/demo/groups")
    await main.getByRole("link", { name: "Carers Together Aldervale" }).click()
    await main.getByText("Add a note", { exact: true }).last().click()
    await main.getByLabel("Note").fill("They are looking for a hall on Mondays")
    await main.getByRole("button", { name: "Add note" }).click()
    await isTold("Added the note")
    await expect(main.getByText("They are looking for a hall on Mondays").first()).toBeVisible()
    const at = page.url().split("?")[0]
    const viewer = await somebody(browser, "viewer@demo.example")
    await viewer.page.goto(`${at}/details?fill=1`)
    await expect(viewer.main.getByText("Change", { exact: true })).toHaveCount(0)
    await expect(viewer.main.locator("form#fill")).toHaveCount(0)
    await expect(viewer.main.getByText("More", { exact: true })).toHaveCount(0)
  })

  test("all of it works on a phone without scripts", async ({ browser }) => {
    const { page, main, isTold } = await somebody(browser, "worker@demo.example", { phone: true })
    await page.goto("/demo/groups/new")
    const name = `Sgwrs a Phaned ${Date.now()}`
    await main.getByLabel("Name").first().fill(name)
    await main.getByText(/^Everything else/).click()
    await main.getByRole("textbox", { name: "Volunteers (optional)" }).fill("3")
    await main.getByRole("button", { name: "Add the group" }).click()
    await isTold(`Added ${name}`)
    await main.getByRole("link", { name: "Details", exact: true }).click()
    await main.locator("section#contact").getByText("Change", { exact: true }).click()
    await main.locator("section#contact").getByLabel("Email").fill("paned@example.org")
    await main.locator("section#contact").getByRole("button", { name: "Save" }).click()
    await isTold(`Saved ${name}`)
  })
})
