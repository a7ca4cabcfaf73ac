import { readFile } from "node:fs/promises"
import { expect, test } from "@playwright/test"
import { somebody } from "./support/thread"

const LIST = "/demo/groups?q=Skelby"

test("a manager chooses columns, sorts, keeps the view and takes the list along, by keys", async ({
  browser,
}) => {
  const { page, main, isTold } = await somebody(browser, "manager@demo.example")
  await page.goto(LIST)
  const open = async (summary: string) => {
    await main.locator("summary", { hasText: summary }).focus()
    await page.keyboard.press("Enter")
  }
  await open("Columns")
  await main.getByLabel("Phone", { exact: true }).focus()
  await page.keyboard.press("Space")
  await main.getByRole("button", { name: "Apply columns" }).focus()
  await page.keyboard.press("Enter")
  const phone = main.getByRole("columnheader", { name: "Phone" })
  await expect(phone).toHaveAttribute("aria-sort", "none")
  await phone.getByRole("link").press("Enter")
  await expect(phone).toHaveAttribute("aria-sort", "ascending")
  await phone.getByRole("link").press("Enter")
  await expect(phone).toHaveAttribute("aria-sort", "descending")

  await open("Save this view")
  await main.getByLabel("Name of the view").fill("Skelby phones")
  await page.keyboard.press("Enter")
  await isTold("Saved the view “Skelby phones”")
  const views = main.getByRole("navigation", { name: "Views" })
  await expect(views.getByRole("listitem").filter({ hasText: "Skelby phones" })).toContainText(/\d/)
  await main.getByRole("link", { name: /^Take off: “Skelby”/ }).press("Enter")
  await main.getByRole("button", { name: "Update “Skelby phones” to this list" }).press("Enter")
  await isTold("Changed the view “Skelby phones”")

  await open("Export")
  const file = page.waitForEvent("download")
  await main.getByRole("link", { name: /^CSV.*these columns/ }).press("Enter")
  const taken = await readFile(await (await file).path(), "utf8")
  expect(taken.split("\n")[0]).toMatch(/^\uFEFF?Name,Stage,.*Phone/)
  expect(taken).toContain("Skelby")
  await main.locator("summary", { hasText: "The view" }).press("Enter")
  await main.getByRole("button", { name: "Remove this view" }).press("Enter")
  await isTold("Removed the view “Skelby phones”")
})

test("a manager selects all that match, looks first, changes some, and undoes it, by keys", async ({
  browser,
}) => {
  const { page, main, isTold } = await somebody(browser, "manager@demo.example")
  await page.goto("/demo/groups")
  const every = main.getByRole("link", { name: /^Select all \d+ that match$/ })
  await main.getByRole("checkbox", { name: "Select every row of this page" }).press("Space")
  await every.press("Enter")
  // Other tests bring lists in meanwhile: so many as there are by then.
  await expect(main.getByText(/^All \d{2,} groups that match are selected$/)).toBeVisible()
  await main.getByRole("button", { name: "Continue" }).press("Enter")
  await expect(main.getByRole("heading", { level: 1 })).toHaveText(
    /^Add a tag, theme or service: \d{2,} groups$/,
  )

  await page.goto(LIST)
  await main.getByLabel("Select every row of this page").press("Space")
  await main.getByRole("button", { name: "Continue" }).press("Enter")
  await main.getByLabel("Which tag, theme or service?").selectOption({ label: "Green spaces" })
  await main.getByRole("button", { name: "Preview" }).press("Enter")
  await expect(main.getByText(/groups? will get the theme “Green spaces”/)).toBeVisible()
  await main.getByRole("button", { name: /^Change \d+ groups?$/ }).press("Enter")
  await isTold("Added the theme “Green spaces”")
  await page.getByRole("button", { name: "Undo" }).press("Enter")
  await isTold("Undone.")
})

test("the whole list is printed from one page, and only the list", async ({ browser }) => {
  const { page, main } = await somebody(browser, "viewer@demo.example")
  await page.goto("/demo/groups?cols=name,phone")
  await main.locator("summary", { hasText: "Export" }).click()
  await main.getByRole("link", { name: "Print the whole list" }).click()
  const heading = main.getByRole("heading", { level: 1, name: /^\d{2,} groups$/ })
  const total = Number((await heading.textContent())?.split(" ")[0])
  expect(total).toBeGreaterThan(50)
  await expect(main.getByRole("row")).toHaveCount(total + 1)
  await page.emulateMedia({ media: "print" })
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden()
  await expect(main.getByText("All groups", { exact: true })).toBeVisible()
  await page.emulateMedia({ media: "screen" })
  await main.getByRole("link", { name: "Back to the list" }).click()
  await expect(main.getByRole("columnheader", { name: "Phone" })).toBeVisible()
})

test("many groups are changed and put back on a phone without scripts; nothing selected is said in words", async ({
  browser,
}) => {
  const { page, main, press, isTold, fitsThePhone } = await somebody(browser, "worker@demo.example", {
    phone: true,
  })
  await page.goto("/demo/groups?q=Netherfold&cols=phone,postcode,theme")
  await fitsThePhone()
  await press("Continue")
  await expect(main.getByRole("alert")).toContainText("No groups are selected")
  await fitsThePhone()
  await main.getByLabel("Select Netherfold Toy Library").check()
  await main.getByLabel("Select Netherfold Village Hall").check()
  await main.getByLabel("What to do with them").selectOption({ label: "Set the sector" })
  await press("Continue")
  await main.getByLabel("Which sector?").selectOption({ label: "Education" })
  await press("Preview")
  await fitsThePhone()
  await press("Change 2 groups")
  await isTold("Set the sector to “Education”: 2 groups")
  await page.goto("/demo/groups/changes")
  await fitsThePhone()
  await main
    .getByRole("listitem")
    .or(main.getByRole("row"))
    .filter({ hasText: "Set the sector to “Education”" })
    .getByRole("button")
    .first()
    .click()
  await isTold("Undone. 2 groups are as before.")
})

test("Ctrl K finds and does, goes by keys, and the search page does the same without scripts", async ({
  browser,
}) => {
  const { page, main } = await somebody(browser, "worker@demo.example")
  await page.goto("/demo/home")
  const box = page.getByRole("combobox", { name: "Search or do" })
  const openIt = () =>
    expect(async () => {
      await page.keyboard.press("Control+k")
      await expect(box).toBeFocused()
    }).toPass()
  await openIt()
  await page.keyboard.type("?")
  await expect(page.getByRole("dialog")).toContainText("Ctrl K")
  await page.keyboard.press("Escape")
  await expect(page.getByRole("dialog")).toHaveCount(0)

  await openIt()
  await page.keyboard.type("Skelby Heritage")
  const offer = page.getByRole("option", { name: "Record a session for Skelby Heritage Society" })
  await expect(offer).toBeVisible()
  for (let step = 0; step < 20 && (await offer.getAttribute("aria-selected")) !== "true"; step++)
    await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/\/sessions\/new\?group=/)
  await expect(main.getByText("Skelby Heritage Society").first()).toBeVisible()

  const plain = await somebody(browser, "viewer@demo.example", { phone: true })
  await plain.page.goto("/demo/search?q=needs")
  await expect(plain.main.getByRole("link", { name: "Go to needs" })).toBeVisible()
  await expect(plain.main.getByRole("link", { name: "Add a need" })).toHaveCount(0)
})
