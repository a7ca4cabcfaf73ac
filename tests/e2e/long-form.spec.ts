import { expect, type Page, test } from "@playwright/test"
import { cookieOf } from "./support/place"

const base = process.env.TRELLIS_URL ?? "http://localhost:3100"
const run = Date.now().toString(36)
const NEW = "/demo/settings/fields/new"

const option = (page: Page, at: number) => page.getByLabel(`Choice ${at}`, { exact: true })
const more = (page: Page) => page.getByRole("button", { name: "Add another choice" })
const unsaved = (page: Page) => page.getByText("You have unsaved changes.")
const problem = (page: Page) => page.getByRole("alert").filter({ hasText: "There is a problem" })
const save = (page: Page) => page.getByRole("button", { name: "Add this question", exact: true })

async function signIn(page: Page, email: string) {
  const [name = "", value = ""] = (await cookieOf(base, email)).split(/=(.*)/)
  await page.context().addCookies([{ name, value, url: base }])
}

/** The page of the question that was just added, out of the list. */
async function openQuestion(page: Page, name: string) {
  await page.getByRole("main").getByRole("link", { name }).first().click()
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible()
}

test.describe("A long form", () => {
  test.beforeEach(async ({ page }) => signIn(page, "manager@demo.example"))

  test("adds and takes away rows by keys, and saves them in order", async ({ page }) => {
    const name = `Rows by keys ${run}`
    await page.goto(NEW)
    await expect(option(page, 1)).toBeHidden()
    await page.getByLabel("Question", { exact: true }).fill(name)
    await page.getByLabel("Choose one", { exact: true }).check()
    await option(page, 1).fill("Red")
    await option(page, 2).fill("Green")
    await option(page, 3).fill("Blue")
    await more(page).focus()
    await page.keyboard.press("Enter")
    await expect(option(page, 4)).toBeFocused()
    await page.keyboard.type("Violet")
    await page.getByRole("button", { name: "Remove choice 2" }).focus()
    await page.keyboard.press("Enter")
    await expect(option(page, 4)).toHaveCount(0)
    await expect(option(page, 2)).toHaveValue("Blue")
    await option(page, 2).press("Enter")
    await openQuestion(page, name)
    for (const [at, word] of ["Red", "Blue", "Violet"].entries())
      await expect(option(page, at + 1)).toHaveValue(word)
    await expect(unsaved(page)).toHaveCount(0)
  })

  test("keeps what is typed into a filled box of several lines before the scripts come, and saves it", async ({
    page,
  }) => {
    await page.route(/_next\/static.*\.js/, async (route) => {
      await new Promise((later) => setTimeout(later, 500))
      await route.continue()
    })
    await page.goto("/demo/guides/manage/hire-a-room-at-the-old-library/edit", { waitUntil: "commit" })
    const guide = page.getByLabel("The guide", { exact: true })
    await guide.fill("Typed early")
    await expect(unsaved(page)).toBeVisible()
    await expect(guide).toHaveValue("Typed early")
    await expect(
      page.getByRole("region", { name: "How it will look" }).getByText("Typed early"),
    ).toBeVisible()
  })

  test("keeps it in any form, also when it was emptied, with the caret where it was, and counts it", async ({
    page,
  }) => {
    let scripts = Promise.resolve()
    let bring = () => {}
    const early = async (address: string) => {
      scripts = new Promise<void>((done) => {
        bring = done
      })
      await page.goto(address, { waitUntil: "commit" })
    }
    await page.route(/_next\/static.*\.js/, async (route) => {
      await scripts
      await route.continue()
    })
    const takenOver = () =>
      page.waitForFunction(() =>
        Object.keys(document.querySelector("textarea") ?? {}).some((key) => key.startsWith("__reactProps")),
      )

    await signIn(page, "manager@other.example")
    const about = page.getByLabel("What you do", { exact: false })
    for (const words of ["Said before.", "Typed early.", ""]) {
      await early("/other/settings/profile")
      await about.fill(words)
      bring()
      await takenOver()
      await expect(about).toHaveValue(words)
      await page.getByRole("button", { name: "Save", exact: true }).click()
      await expect(page).not.toHaveURL(/profile$/)
      await page.goto("/other/settings/profile")
      await expect(about).toHaveValue(words)
    }

    await about.fill("Said again.")
    await page.getByRole("button", { name: "Save", exact: true }).click()
    await expect(page).not.toHaveURL(/profile$/)
    await early("/other/settings/profile")
    await about.evaluate((box: HTMLTextAreaElement) => {
      box.focus()
      box.setSelectionRange(4, 4)
    })
    bring()
    await takenOver()
    await page.keyboard.insertText(", once")
    await expect(about).toHaveValue("Said, once again.")

    await early("/kit")
    await page.locator("#wrong-about").fill("Football for all")
    bring()
    await expect(page.locator("#wrong-about-left")).toHaveText("4 characters left")
    await expect(page.locator("#wrong-about")).toHaveValue("Football for all")
  })

  test("ticks what is ticked and nothing else, also where that is the first alone", async ({ page }) => {
    await page.goto("/demo/guides/manage/hire-a-room-at-the-old-library/edit")
    const nation = (name: string) => page.getByLabel(name, { exact: true })
    const other = ["Wales", "Scotland", "Northern Ireland"]
    await expect(page.getByRole("region", { name: "How it will look" })).toBeVisible()
    await nation("England").focus()
    await expect(nation("England")).toBeChecked()
    for (const name of other) await expect(nation(name)).not.toBeChecked()
    await expect(unsaved(page)).toHaveCount(0)
    await nation("Wales").check()
    await expect(unsaved(page)).toBeVisible()
    for (const name of ["Scotland", "Northern Ireland"]) await expect(nation(name)).not.toBeChecked()
  })

  test("says what is wrong after the first try, in the server's words, until it is right", async ({
    page,
  }) => {
    await page.goto(NEW)
    const question = page.getByLabel("Question", { exact: true })
    const wrong = problem(page).getByText("Enter the question, or a word or two for it")
    await question.fill("x")
    await question.fill("")
    await expect(wrong).toHaveCount(0)
    const sent: string[] = []
    page.on("request", (request) => request.method() === "POST" && sent.push(request.url()))
    await save(page).click()
    await expect(wrong).toBeVisible()
    await expect(problem(page)).toBeFocused()
    await expect(page).toHaveTitle(/^Error: /)
    expect(sent).toEqual([])
    await question.fill("x")
    await expect(wrong).toHaveCount(0)
    await page.getByLabel("Choose one", { exact: true }).check()
    for (const again of [1, 2]) {
      await save(page).click()
      await expect(problem(page)).toContainText("Enter at least two choices")
      await expect(problem(page), `refused by the server, time ${again}`).toBeFocused()
      expect(sent).toHaveLength(again)
    }
  })

  test("takes what is typed before its scripts have come as typed, not as something to put back", async ({
    page,
  }) => {
    let open = () => {}
    const opened = new Promise<void>((done) => {
      open = done
    })
    await page.route("**/*.js", async (route) => {
      await opened
      await route.continue()
    })
    await page.goto(NEW, { waitUntil: "commit" })
    await page.getByLabel("Question", { exact: true }).fill("Typed early")
    open()
    await expect(unsaved(page)).toBeVisible()
    await expect(page.getByText("We’ve restored what you typed")).toHaveCount(0)
    await expect(page.getByLabel("Question", { exact: true })).toHaveValue("Typed early")
  })

  test("says what is not saved, asks before it is left, and puts it back", async ({ page }) => {
    await page.goto(NEW)
    await expect(unsaved(page)).toHaveCount(0)
    await page.getByLabel("Question", { exact: true }).fill("Half a question")
    await page.getByLabel("Choose any", { exact: true }).check()
    await option(page, 1).fill("One")
    for (const word of ["Two", "Three"]) {
      await more(page).click()
      await page.keyboard.type(word)
    }
    await expect(unsaved(page)).toBeVisible()

    const asked = page.waitForEvent("dialog")
    const left = page.reload()
    const dialog = await asked
    expect(dialog.type()).toBe("beforeunload")
    await dialog.accept()
    await left
    const note = page.getByText("We’ve restored what you typed.")
    await expect(note).toBeVisible()
    await expect(page.getByLabel("Question", { exact: true })).toHaveValue("Half a question")
    await expect(page.getByLabel("Choose any", { exact: true })).toBeChecked()
    await expect(option(page, 5)).toHaveValue("Three")
    await expect(unsaved(page)).toBeVisible()

    await page.goto("/demo/home")
    await page.goBack()
    await expect(option(page, 5)).toHaveValue("Three")
    await page.getByRole("button", { name: "Discard it and start again" }).click()
    await expect(note).toHaveCount(0)
    await expect(page.getByLabel("Question", { exact: true })).toHaveValue("")
    await page.reload()
    await expect(page.getByLabel("Question", { exact: true })).toHaveValue("")
    await expect(note).toHaveCount(0)
  })

  test("shows nobody what another person typed in the same tab", async ({ page }) => {
    await page.goto(NEW)
    await page.getByLabel("Question", { exact: true }).fill("A secret")
    await expect(unsaved(page)).toBeVisible()
    await page.context().clearCookies()
    await page.goto("/demo/home")
    await signIn(page, "worker@demo.example")
    await page.goto("/demo/needs/new")
    await expect(page.getByLabel("What is needed?")).toHaveValue("")
    const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }))
    await expect.poll(kept, "it goes as soon as the page's scripts have come").not.toContain("A secret")
  })
})

test.describe("A long form without scripts, on a phone", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  test.beforeEach(async ({ page }) => signIn(page, "manager@demo.example"))

  test("asks everything, gives one row more, and saves the same", async ({ page }) => {
    const name = `Rows without scripts ${run}`
    await page.goto(NEW)
    await expect(option(page, 3)).toBeVisible()
    await expect(page.getByRole("button", { name: /^Remove/ })).toHaveCount(0)
    await page.getByLabel("Question", { exact: true }).fill(name)
    await page.getByLabel("Choose one", { exact: true }).check()
    await option(page, 1).fill("Red")
    await option(page, 3).fill("Blue")
    await more(page).click()
    await expect(page.getByLabel("Question", { exact: true })).toHaveValue(name)
    await expect(page.getByLabel("Choose one", { exact: true })).toBeChecked()
    await option(page, 4).fill("Violet")
    await option(page, 4).press("Enter")
    await openQuestion(page, name)
    for (const [at, word] of ["Red", "Blue", "Violet"].entries())
      await expect(option(page, at + 1)).toHaveValue(word)
  })
})
