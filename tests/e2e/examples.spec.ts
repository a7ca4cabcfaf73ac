import { expect, test } from "@playwright/test"
import { cookieOf, openDatabase } from "./support/place"

test("a manager of an empty LIO loads example data, adds an area and a body where they are needed, and removes the examples again", async ({
  browser,
  baseURL,
}) => {
  const base = baseURL ?? ""
  const slug = `empty-${Date.now()}`
  const email = `manager@${slug}.example`
  const sql = openDatabase()
  try {
    await sql`select found_lio(${slug}, 'Empty Valley CVS', 'cvs', ${email}, 'Mo Manager', 'A test', 'command')`
    // A demo among demos: other tests sign in by the link that is shown where there is nothing else.
    await sql`update lios set demo = true where slug = ${slug}`
    const [name = "", value = ""] = (await cookieOf(base, email)).split("=")
    const context = await browser.newContext({ baseURL: base, javaScriptEnabled: false })
    await context.addCookies([{ name, value, url: base }])
    const page = await context.newPage()
    await page.goto(`/${slug}/home`)
    await page.getByRole("link", { name: "Load example data" }).click()
    await page.getByRole("button", { name: "Load example data" }).click()
    await expect(page.getByText("Loaded example data with 18 groups")).toBeVisible()
    await expect(page.getByText("This is example data. Nobody in it exists")).toBeVisible()
    await page.getByRole("link", { name: "See the groups" }).click()
    await expect(page.getByRole("link", { name: "Hob’s Mill Food Bank" }).first()).toBeVisible()

    // There is something to read: a topic, and what groups have answered so far.
    await page.goto(`/${slug}/networks`)
    await page.getByRole("link", { name: "Food and Hardship Network" }).click()
    await page
      .getByRole("link", { name: "Prepayment meters: what do you tell people at the weekend?" })
      .click()
    await expect(page.getByText("no electricity and no way to top up until Monday")).toBeVisible()
    await page.goto(`/${slug}/consultations`)
    await page.getByRole("link", { name: "Buses after six: what do your people lose?" }).first().click()
    await page.getByRole("link", { name: "Results", exact: true }).first().click()
    await expect(page.getByText("Everyone from Skelby")).toBeVisible()

    // An area and a body that no list has, typed where they are asked for.
    await page.goto(`/${slug}/needs/new`)
    await page.getByLabel("What is needed?").fill("A bus on Sundays")
    await page.getByText("It isn’t on the list").click()
    await page.getByLabel("Name of the area").fill("Sabden")
    await page.getByRole("button", { name: "Save the need" }).click()
    await expect(page.getByRole("heading", { level: 1, name: "A bus on Sundays" })).toBeVisible()
    await expect(page.getByText("Sabden").first()).toBeVisible()
    await page.goto(`/${slug}/representations/new`)
    await page.getByText("It isn’t on the list").click()
    await page.getByLabel("Name of the body").fill("Sabden Parish Council")
    await page.getByRole("button", { name: "Save and add the asks" }).click()
    await expect(page.getByRole("alert")).toContainText("Enter a title")
    await expect(page.locator('input[name="newBody"]')).toHaveValue("Sabden Parish Council")
    await page.getByLabel("Title").fill("Sunday buses")
    await page.getByRole("button", { name: "Save and add the asks" }).click()
    await expect(page.getByRole("heading", { level: 1, name: "Sunday buses" })).toBeVisible()

    await page.goto(`/${slug}/home`)
    await page.getByRole("link", { name: "Remove it" }).click()
    await expect(page.getByText("What stays: everything that you have added yourself")).toBeVisible()
    await page.getByRole("button", { name: "Remove the example data" }).click()
    await expect(page.getByText("Removed the example data")).toBeVisible()
    await expect(page.getByText("This is example data")).toHaveCount(0)
    await page.goto(`/${slug}/groups`)
    await expect(page.getByRole("link", { name: "Sabden Parish Council" }).first()).toBeVisible()
    await expect(page.getByRole("link", { name: "Hob’s Mill Food Bank" })).toHaveCount(0)

    // The checklist goes and comes back.
    await page.goto(`/${slug}/home`)
    await page.getByRole("button", { name: "Dismiss this checklist" }).click()
    await expect(page.getByText("Dismissed the checklist.")).toBeVisible()
    await expect(page.getByText("Getting started:")).toHaveCount(0)
    await page.getByRole("button", { name: "Undo" }).click()
    await expect(page.getByText("Getting started:")).toBeVisible()
    await context.close()
  } finally {
    await sql`
      delete from graphile_worker._private_jobs where locked_at is null
        and payload ->> 'lio' = (select id::text from lios where slug = ${slug})`
    await sql`delete from lios where slug = ${slug}`
    await sql.end()
  }
})
