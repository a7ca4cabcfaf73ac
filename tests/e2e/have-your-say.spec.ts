import { expect, test } from "@playwright/test"
import { cookieOf } from "./support/place"
import { buttonIn, letterTo } from "./support/thread"
import { expectToFit } from "./support/width"

const PHONE = { viewport: { width: 320, height: 640 }, javaScriptEnabled: false }
const TITLE = "Buses after six: what do your people lose?"
const base = process.env.TRELLIS_URL ?? ""

test("somebody answers for themselves on a phone without scripts, confirms it by email, and is counted apart", async ({
  browser,
}) => {
  const page = await (await browser.newContext(PHONE)).newPage()
  const main = page.getByRole("main")
  const email = `resident-${Date.now()}@aldervale.example`
  await page.goto("/demo")
  await main.getByRole("link", { name: "Have your say" }).click()
  await main.getByRole("link", { name: TITLE }).click()
  await expectToFit(page, 320)
  await main.getByLabel("Who has stopped coming?").fill("My neighbour.")
  await main.getByRole("button", { name: "Send my answers" }).click()
  await expect(page.getByRole("link", { name: /Enter your email address/ })).toBeVisible()
  await main.getByLabel("Your email address").fill(email)
  await main.getByRole("button", { name: "Send my answers" }).click()
  await expect(
    page.getByRole("link", { name: /Choose an answer/ }),
    "the first question has to be answered",
  ).toBeVisible()
  await expect(main.getByLabel("Who has stopped coming?"), "nothing typed is lost").toHaveValue(
    "My neighbour.",
  )
  await main.getByLabel("Yes, every week").check()
  const now = main.getByRole("group", { name: "By day" })
  await now.getByLabel("2", { exact: true }).check()
  await main.getByLabel("Later buses").selectOption("1")
  await main
    .getByRole("group", { name: "Fewer stops are all right if buses run later." })
    .getByLabel("Agree", { exact: true })
    .check()
  await main.getByRole("button", { name: "Send my answers" }).click()
  await expect(main.getByRole("heading", { level: 1 })).toHaveText("One more step: look in your email")

  const letter = await letterTo(email, `Confirm your answers: ${TITLE}`)
  await page.goto(buttonIn(letter, "Confirm your answers"))
  await expect(main.getByLabel("Yes, every week")).toBeChecked()
  await expect(now.getByLabel("2", { exact: true })).toBeChecked()
  await expect(main.getByLabel("Later buses")).toHaveValue("1")
  const desk = await browser.newContext()
  const [name = "", value = ""] = (await cookieOf(base, "worker@demo.example")).split(/=(.*)/)
  await desk.addCookies([{ name, value, url: base }])
  const staff = await desk.newPage()
  await staff.goto("/demo/consultations")
  await staff.getByRole("link", { name: TITLE }).first().click()
  await staff.getByRole("link", { name: /^Who to ask/ }).click()
  const counted = async () => {
    await staff.reload()
    const said = (await staff.getByText(/have answered for themselves/).textContent()) ?? ""
    return Number(/\d+/.exec(said)?.[0])
  }
  const before = await counted()
  await main.getByRole("button", { name: "Confirm my answers" }).click()
  await expect(main.getByText(/Your answers are counted/)).toBeVisible()
  expect(await counted()).toBe(before + 1)
  await main.getByLabel("Yes, sometimes").check()
  await main.getByRole("button", { name: "Save changes" }).click()
  await expect(main.getByLabel("Yes, sometimes")).toBeChecked()
  expect(await counted(), "changed, not counted again").toBe(before + 1)
})
