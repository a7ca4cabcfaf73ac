import { expect, type Page, test } from "@playwright/test"
import { MESSY_ROWS, messyXlsx } from "../support/messy-workbook"
import { signIn } from "./support/sign-in"

/** More clicks, choices and fields than this nobody should need for the whole workbook. */
const FEWER_THAN = 40

/** Counts what hands do: a click, a choice, a field filled. */
function hands(page: Page) {
  let count = 0
  const once = async (act: () => Promise<unknown>) => {
    count += 1
    await act()
  }
  return {
    click: (role: "link" | "button", name: string | RegExp) =>
      once(() => page.getByRole(role, { name }).first().click()),
    check: (name: string) => once(() => page.getByLabel(name, { exact: true }).first().check()),
    fill: (label: string | RegExp, words: string) => once(() => page.getByLabel(label).first().fill(words)),
    file: (bytes: Uint8Array) =>
      once(() =>
        page.getByLabel("Your file").setInputFiles({
          name: "Forum members (Jean).xlsx",
          mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          buffer: Buffer.from(bytes),
        }),
      ),
    count: () => count,
  }
}

const rowsSaid = async (page: Page) =>
  Number(/([\d,]+) rows:/.exec((await page.getByRole("main").textContent()) ?? "")?.[1])

test("a messy workbook of 234 rows comes in by way of the wizard, and goes again", async ({ page }) => {
  await signIn(page, "manager@demo.example")
  const hand = hands(page)
  await page.goto("/demo/groups/import")
  await hand.file(await messyXlsx())
  await hand.click("button", "Continue")
  await expect(page.getByRole("heading", { name: "Match the columns" })).toBeVisible()
  await expect(page.getByLabel("Organisation", { exact: true })).toHaveValue("name")
  await expect(page.getByLabel("Favourite biscuit")).toHaveValue("")
  await hand.click("button", "Check the rows")
  await expect(page.getByRole("heading", { name: "Check the rows" })).toBeVisible()
  let rows = await rowsSaid(page)
  await hand.fill("Post Code of row 6", "OL6 7AA")
  await hand.fill("Date joined of row 11", "31/01/2020")
  await hand.click("button", "Check again")
  await expect(page.getByText("Checked again with what you typed")).toBeVisible()
  await expect(page.getByLabel("Post Code of row 6")).toHaveCount(0)
  await hand.check("It is another group: add it")
  await hand.click("button", "Do the same for all the rest")
  await hand.click("button", /^Import \d+ groups$/)
  await expect(page.getByRole("heading", { name: "Your list has been imported" })).toBeVisible()
  await hand.click("link", "Continue with the sheet “Clubs”")
  await hand.click("button", "Check the rows")
  await expect(page.getByRole("heading", { name: "Check the rows" })).toBeVisible()
  rows += await rowsSaid(page)
  await hand.click("button", /^Import \d+ groups$/)
  await expect(page.getByRole("heading", { name: "Your list has been imported" })).toBeVisible()
  expect(rows).toBe(MESSY_ROWS)
  expect(hand.count()).toBeLessThan(FEWER_THAN)

  await page.goto("/demo/groups/import")
  await page.getByRole("button", { name: /^Undo/ }).first().click()
  await expect(page.getByRole("heading", { name: "This import was undone" })).toBeVisible()
  await page.goto("/demo/groups/import")
  await page.getByRole("button", { name: /^Undo/ }).first().click()
  await expect(page.getByRole("heading", { name: "This import was undone" })).toBeVisible()
})
