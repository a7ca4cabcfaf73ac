import { expect, test } from "@playwright/test"
import { signIn } from "./support/sign-in"

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })

test("somebody rings with an idea, goes the way to a group, and is one with its history, on a phone without scripts", async ({
  page,
}) => {
  const at = Date.now()
  const main = page.getByRole("main")
  await signIn(page, "worker@demo.example")
  await page.goto("/demo/enquiries")
  await page.getByRole("link", { name: "Add an enquiry" }).click()
  await page.getByRole("button", { name: "Add the enquiry" }).click()
  await expect(main).toContainText("Enter their name")
  await page.getByLabel("Name").fill(`Nerys ${at}`)
  await page.getByLabel("Their group or idea").fill("A seed swap in Skelby")
  await page.getByRole("button", { name: "Add the enquiry" }).click()
  await expect(main).toContainText("Added the enquiry")
  const address = new URL(page.url()).pathname

  await page.getByRole("button", { name: "Begin" }).click()
  await expect(main).toContainText("0 of 9 steps done.")
  await page.getByRole("button", { name: /^Done\b.*What is it for/ }).click()
  await expect(main).toContainText("1 of 9 steps done.")

  await main.getByRole("link", { name: "Record a session" }).click()
  await expect(main).toContainText(`About Nerys ${at}’s enquiry`)
  await page.getByLabel("What you did or talked about").fill("Who else swaps seeds?")
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await expect(main).toContainText("Saved:")
  await page.goto(address)
  await expect(main).toContainText("1 session, 30 minutes")

  await page.goto("/demo/enquiries?show=on-the-way")
  await expect(main).toContainText(`Nerys ${at}`)
  await page.goto(address)
  await page.getByRole("link", { name: "Make it a group" }).click()
  await page.getByLabel("Name of the group").fill(`Seed Swap ${at}`)
  await page.getByRole("button", { name: "Add the group" }).click()
  await expect(main).toContainText("is on your list of groups, with its history")
  await expect(main).toContainText("Who else swaps seeds?")
  await expect(main).toContainText("Grew out of an enquiry")
})

test("a pathway of one’s own is made from the usual steps, and shared, and taken along as a file", async ({
  browser,
  page,
}) => {
  const name = `Sports clubs ${Date.now()}`
  const main = page.getByRole("main")
  await signIn(page, "manager@demo.example")
  await page.goto("/demo/enquiries/pathways")
  await page.getByRole("link", { name: "Add a pathway" }).first().click()
  await page.getByLabel("Name", { exact: true }).fill(name)
  await page.getByRole("button", { name: "Add the pathway" }).click()
  await expect(main).toContainText(`Added the pathway “${name}”`)
  const row = page.getByRole("listitem").filter({ hasText: name })
  const file = await page.request.get(
    (await row.getByRole("link", { name: /Download/ }).getAttribute("href")) ?? "",
  )
  expect((await file.json()).steps).toHaveLength(9)
  await row.getByRole("button", { name: "Share with other organisations here" }).click()
  await expect(main).toContainText(`The other organisations here can take “${name}” now`)

  const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await signIn(other, "manager@other.example")
  await other.goto("/other/enquiries/pathways")
  const theirs = other.getByRole("listitem").filter({ hasText: name })
  await expect(theirs).toContainText("by Alderval")
  await theirs.getByRole("button", { name: "Take it over" }).click()
  await expect(other.getByRole("main")).toContainText(`“${name}” is one of your pathways now`)
  await other.getByRole("button", { name: "Don’t offer this pathway any more" }).click()
  await other.getByText("Bring in a pathway from a file").click()
  await other.getByLabel("Your file").setInputFiles({
    ...{ name: "photo.json", mimeType: "application/json", buffer: Buffer.from("no pathway") },
  })
  await other.getByRole("button", { name: "Bring it in" }).click()
  await expect(other.getByRole("main")).toContainText("This isn’t a pathway.")
  await other.getByLabel("Your file").setInputFiles({
    ...{ name: "pathway.json", mimeType: "application/json", buffer: await file.body() },
  })
  await other.getByRole("button", { name: "Bring it in" }).click()
  await expect(other.getByRole("main")).toContainText(`“${name}” is one of your pathways now`)
  await other.getByRole("button", { name: "Don’t offer this pathway any more" }).click()

  await row.getByRole("link", { name }).first().click()
  await page.getByRole("button", { name: "Don’t offer this pathway any more" }).click()
  await expect(main).toContainText("isn’t offered any more")
})
