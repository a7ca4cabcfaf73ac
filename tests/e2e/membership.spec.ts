import { execFile } from "node:child_process"
import path from "node:path"
import { promisify } from "node:util"
import { expect, test } from "@playwright/test"
import { buttonIn, letterTo, somebody } from "./support/thread"

const root = path.resolve(import.meta.dirname, "../..")
const data = process.env.TRELLIS_TEST_DATA ?? path.join(root, ".data")
const run = Date.now().toString(36)
const GROUP = `Zither Zealots ${run}`
const EMAIL = `zelda.${run}@aldervale.example`
const words = (day: Date) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" }).format(day)

test("a visitor asks to join, staff accept, and the group renews by the link in its letter", async ({
  browser,
}) => {
  const visitor = await somebody(browser, null, { phone: true })
  const staff = await somebody(browser, "worker@demo.example")
  const ends = new Date(Date.now() + 10 * 86_400_000)

  await test.step("a visitor asks on the public page, on a phone without scripts", async () => {
    await visitor.page.goto("/demo")
    await visitor.press("Join with your group")
    await visitor.seesHeading("Join Aldervale CVS")
    await visitor.fitsThePhone()
    await visitor.main.getByLabel("Full member").check()
    await visitor.fill("Name of your group", GROUP)
    await visitor.fill("What does it do?", "We play the zither for people in hospital.")
    await visitor.fill("Your name", "Zelda Zeal")
    await visitor.fill("Your email address", "zelda at home")
    await visitor.choose("What is your role in the group?", "Chair")
    await visitor.press("Ask to join")
    await visitor.sees("Enter an email address in the form name@example.org")
    await expect(visitor.main.getByLabel("Name of your group")).toHaveValue(GROUP)
    await visitor.fill("Your email address", EMAIL)
    await visitor.press("Ask to join")
    await visitor.seesHeading("Thank you. Your request is with us.")
    expect(await letterTo(EMAIL, "Your request to join Aldervale CVS")).toContain("Full member")
  })

  await test.step("staff find the request on their home page and accept it", async () => {
    await staff.page.goto("/demo/home")
    await staff.press(GROUP)
    await staff.seesHeading(`${GROUP} wants to join`)
    await staff.sees("We play the zither for people in hospital.", "Zelda Zeal, chair")
    const likely = staff.main.getByLabel(/^New: add/)
    if (await likely.count()) await likely.check()
    await staff.pick("Sign in, answer and sign off for it, and renew")
    await staff.press("Accept it")
    await staff.isTold(`Accepted: ${GROUP}. In a minute we’ll email them.`)
    expect(await letterTo(EMAIL, `Welcome to Aldervale CVS: ${GROUP}`)).toContain("Full member, until")
  })

  await test.step("the group is a member, and its membership is in sight where a session is recorded", async () => {
    await staff.page.getByRole("status").getByRole("link", { name: "See the group" }).click()
    await staff.seesHeading(GROUP)
    await expect(staff.main.getByText("Member", { exact: true })).toBeVisible()
    await staff.press("Correct the dates or the fee")
    const last = staff.main.getByRole("group", { name: /^Last day/ })
    await last.getByLabel("Day").fill(String(ends.getDate()))
    await last.getByLabel("Month").fill(String(ends.getMonth() + 1))
    await last.getByLabel("Year").fill(String(ends.getFullYear()))
    await staff.press("Save")
    await staff.sees("Ends soon")
    await staff.press(`Record a session with ${GROUP}`)
    await staff.sees(`Ends soon: Full member, until ${words(ends)}`)
  })

  await test.step("the group renews by the letter’s link, without signing in or scripts; looking changes nothing", async () => {
    await promisify(execFile)(process.execPath, ["bin/trellis", "renewals", "run", "--lio", "demo"], {
      cwd: root,
      env: { ...process.env, DATA_DIR: data },
    })
    const letter = await letterTo(EMAIL, `${GROUP}: your membership ends on ${words(ends)}`)
    const link = buttonIn(letter, "Renew for another year")
    await visitor.page.goto(link)
    await visitor.seesHeading(`Renew the membership of ${GROUP}?`)
    await visitor.fitsThePhone()
    await visitor.page.goto(link)
    await visitor.press("Renew for another year")
    await visitor.seesHeading(`${GROUP} is renewed`)
    await visitor.page.goto(link)
    await visitor.seesHeading(`${GROUP} is renewed`)
  })

  await test.step("staff see both periods, and the letter in the chase log", async () => {
    await staff.page.goto(`/demo/search?q=${encodeURIComponent(GROUP)}`)
    await staff.press(GROUP)
    await staff.press("Membership")
    await staff.sees("Not started yet", "How they were asked to renew", "Renewal email")
    await expect(staff.main.getByText("Trellis, to Zelda Zeal")).toBeVisible()
  })
})

test("the last day of a membership is shown before anything is pressed, with scripts as it is typed and without them on asking", async ({
  browser,
}) => {
  for (const phone of [false, true]) {
    const { page, main } = await somebody(browser, "worker@demo.example", { phone })
    await page.goto("/demo/groups")
    const address = await main.locator("tbody a").first().getAttribute("href")
    await page.goto(`${address}/membership/begin`)
    await main.getByLabel("Another date").check()
    await main.getByLabel("Day", { exact: true }).fill("29")
    await main.getByLabel("Month", { exact: true }).fill("2")
    await main.getByLabel("Year", { exact: true }).fill("2028")
    if (phone) {
      await main.getByRole("button", { name: "Show the last day" }).click()
      await expect(main.getByText("from 29 February 2028 until 28 February 2029").first()).toBeVisible()
      await expect(main.getByLabel("Year", { exact: true })).toHaveValue("2028")
    } else {
      await expect(main.getByRole("status")).toHaveText("It runs from 29 February 2028 to 28 February 2029.")
      await main.getByLabel("Year", { exact: true }).fill("2O28")
      await expect(main.getByRole("status")).toHaveText("")
    }
  }
})
