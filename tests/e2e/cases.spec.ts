import { type Browser, expect, test } from "@playwright/test"
import { signIn } from "./support/sign-in"

const PHONE = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }

async function as(browser: Browser, who: string, options = {}) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await signIn(page, `${who}@demo.example`)
  return page
}

test("a worker opens a case from a group’s page, records a session in it, and closes it", async ({
  browser,
}) => {
  const title = `A new van ${Date.now()}`
  const secret = `Owes money ${Date.now()}`
  const worker = await as(browser, "worker")
  await worker.goto("/demo/groups?q=Hob’s+Mill+Food")
  await worker.getByRole("link", { name: "Hob’s Mill Food Bank" }).first().click()
  await worker.locator("summary").filter({ hasText: /^More/ }).click()
  await worker.getByRole("link", { name: "Open a case" }).click()
  await worker.getByLabel("What is it about?").fill(title)
  await worker.getByLabel("What does the group want to achieve?").fill("To fetch food from Preston")
  await worker.getByRole("button", { name: "Open the case" }).click()
  await expect(worker.getByRole("main")).toContainText("The case is open.")
  const address = new URL(worker.url()).pathname

  await worker.getByRole("main").getByRole("link", { name: "Record a session" }).click()
  await worker.getByLabel("What you did or talked about").fill("Looked at vans")
  await worker.getByLabel("Confidential note").fill(secret)
  await worker.getByRole("button", { name: "Save", exact: true }).click()
  await expect(worker.getByRole("main")).toContainText("Saved:")
  await worker.goto(address)
  await expect(worker.getByRole("main")).toContainText("1 session, 30 minutes")
  await expect(worker.getByRole("main")).toContainText(secret)
  const note = await worker.getByRole("link", { name: /^Change the note of/ }).getAttribute("href")

  const manager = await as(browser, "manager")
  await manager.goto(address)
  await expect(manager.getByRole("heading", { name: title })).toBeVisible()
  await expect(manager.getByRole("main")).toContainText("Looked at vans")
  await expect(manager.getByRole("main")).not.toContainText(secret)
  expect((await manager.goto(note ?? ""))?.status()).toBe(404)
  await manager.goto(`/demo/search?q=${encodeURIComponent(secret)}`)
  await expect(manager.getByRole("main")).not.toContainText("Confidential notes")
  await worker.goto(`/demo/search?q=${encodeURIComponent(secret)}`)
  await expect(worker.getByRole("main")).toContainText("Confidential notes")

  await worker.goto(address)
  await worker.getByRole("link", { name: "Close the case" }).click()
  await worker.getByLabel("They got what they came for").check()
  await worker.getByRole("button", { name: "Close the case" }).click()
  await expect(worker.getByRole("main")).toContainText("They got what they came for, on")
  await worker.getByRole("button", { name: "Undo" }).click()
  await expect(worker.getByRole("main")).toContainText("the case is open again")
})

test("a confidential case is opened on a phone without scripts, and a manager lets a colleague in", async ({
  browser,
}) => {
  const title = `Quarrel ${Date.now()}`
  const worker = await as(browser, "worker", PHONE)
  await worker.goto("/demo/cases")
  await worker.getByRole("link", { name: "Open a case" }).first().click()
  await worker.getByRole("button", { name: "Open the case" }).click()
  await expect(worker.getByRole("main")).toContainText("Enter what the case is about")
  await worker.getByLabel("What is it about?").fill(title)
  await worker.getByLabel("Only the people who work on it").check()
  await worker.getByLabel("Group", { exact: false }).first().fill("Skelby Bowling Club")
  await worker.getByRole("button", { name: "Open the case" }).click()
  await expect(worker.getByRole("main")).toContainText("Only for the people working on it")
  const address = new URL(worker.url()).pathname

  const manager = await as(browser, "manager", PHONE)
  expect((await manager.goto(address))?.status()).toBe(404)
  await manager.goto("/demo/cases?whose=team")
  await expect(manager.getByRole("main")).not.toContainText(title)
  await manager.getByText(/confidential cases? that you don’t work on/).click()
  await manager.getByText("Let somebody in").last().click()
  await manager.getByLabel("Who?").last().selectOption({ index: 1 })
  await manager.getByLabel("Why?").last().fill("Cover over Christmas")
  await manager.getByRole("button", { name: "Let them in" }).last().click()
  await expect(manager.getByRole("main")).toContainText("works on that case now")
})
