import { execFile } from "node:child_process"
import path from "node:path"
import { promisify } from "node:util"
import { expect, test } from "@playwright/test"
import { openDatabase } from "./support/place"
import { buttonIn, expectClosed, letterTo, somebody } from "./support/thread"

const root = path.resolve(import.meta.dirname, "../..")
const data = process.env.TRELLIS_TEST_DATA ?? path.join(root, ".data")
const run = Date.now().toString(36)
const GROUP = `Quiet Quilters ${run}`
const NAME = `Loud Quilters ${run}`
const EMAIL = `queenie.${run}@aldervale.example`

/** As if the group had been on the list for years. */
async function makeOld() {
  const sql = openDatabase()
  await sql.begin(async (tx) => {
    await tx`select set_config('app.lio_id', (select id::text from lios where slug = 'demo'), true), set_config('app.audiences', '{*}', true)`
    await tx`update groups set created_at = '2020-01-01', confirm_asked_on = null where name = ${NAME}`
    await tx`update groups set confirm_asked_on = null where confirm_asked_on = current_date`
  })
  await sql.end()
}

test("a lead looks after their group on a phone without scripts: at once, after the staff have looked, and once a year with one tap", async ({
  browser,
}) => {
  const staff = await somebody(browser, "worker@demo.example")

  await test.step("staff add a group and its lead", async () => {
    await staff.page.goto("/demo/groups/new")
    await staff.main.getByLabel("Name").first().fill(GROUP)
    await staff.pick("Forming")
    await staff.main.getByRole("button", { name: /add the group$/i }).click()
    await staff.isTold(`Added ${GROUP}`)
    await staff.press("People")
    await staff.press("Add a person")
    await staff.fill("Name", "Queenie Quill")
    await staff.main.getByLabel("Email").fill(EMAIL)
    await staff.choose("What are they in the group?", "Treasurer")
    await staff.main.getByLabel("Speak for the group and sign off").check()
    await staff.press("Add this person")
    await staff.isTold("Added Queenie Quill")
  })
  const details = `${staff.page.url().replace(/\/people.*$/, "")}/details`
  const lead = await somebody(browser, EMAIL, { phone: true })

  await test.step("the lead changes the phone number, and it is there at once", async () => {
    await lead.page.goto("/demo/groups")
    await lead.press(`Details of ${GROUP}`)
    await lead.main.getByRole("link", { name: "Change how to reach you" }).click()
    await lead.seesHeading("How to reach you")
    await lead.fitsThePhone()
    await lead.main.getByLabel(/^Phone/).fill("01632 960 777")
    await lead.main.getByLabel(/^Postcode/).fill("nowhere")
    await lead.press("Save")
    await lead.sees("Enter a full UK postcode, like OL1 1AA")
    await expect(lead.main.getByLabel(/^Phone/)).toHaveValue("01632 960 777")
    await lead.main.getByLabel(/^Postcode/).fill("")
    await lead.press("Save")
    await lead.isTold(`Saved ${GROUP}`)
    await lead.sees("01632 960 777")
  })

  await test.step("a new name waits, may be taken back, and asked for again", async () => {
    const ask = async () => {
      await lead.main.getByRole("link", { name: "Change name and what you do" }).click()
      await lead.sees("Aldervale CVS looks at a change of name and what you do first.")
      await lead.main.getByLabel("Name", { exact: true }).fill(NAME)
      await lead.main.getByLabel(/^What do you do/).fill("We quilt, and talk.")
      await lead.press("Save")
      await lead.isTold("Thank you. Name and What you do wait until the staff have looked.")
      await lead.fitsThePhone()
    }
    await ask()
    await lead.seesHeading(GROUP)
    await lead.sees("Waits for Aldervale CVS", NAME)
    await lead.press("Withdraw it")
    await lead.isTold("Withdrawn")
    await expect(lead.main.getByText(NAME)).toHaveCount(0)
    await ask()
  })

  await test.step("staff find it on their home page, accept the name and say why not the rest", async () => {
    await staff.page.goto("/demo/home")
    await staff.press(GROUP)
    await staff.sees("Kept now", "They want", NAME, "We quilt, and talk.")
    await staff.main.getByRole("checkbox", { name: "What they do" }).uncheck()
    await staff.press("Accept what is ticked")
    await staff.sees("Say why in a sentence: the person who asked reads it.")
    await staff.main.getByRole("checkbox", { name: "What they do" }).uncheck()
    await staff.main.getByLabel(/^A word to Queenie Quill/).fill("Say where you meet, too.")
    await staff.press("Accept what is ticked")
    await staff.isTold("In a minute we’ll email the person who asked.")
    const letter = await letterTo(EMAIL, `Part of your change to ${GROUP} is made`)
    expect(letter).toContain("Say where you meet, too.")
    await lead.page.goto(buttonIn(letter, "See your group’s details"))
    await lead.seesHeading(NAME)
  })

  await test.step("staff accept the next one from the list, in one press", async () => {
    await lead.main.getByRole("link", { name: "Change name and what you do" }).click()
    await lead.main.getByLabel(/^What do you do/).fill("We quilt, and mend.")
    await lead.press("Save")
    await expect(lead.main.getByLabel(/^What do you do/)).toHaveCount(0)
    await staff.page.goto("/demo/groups/proposals")
    const row = staff.main.getByRole("listitem").filter({ hasText: NAME })
    await expect(row).toContainText("We quilt, and mend.")
    await row.getByRole("button", { name: /^Accept/ }).click()
    await staff.isTold(`Changed ${NAME}. In a minute we’ll email the person who asked.`)
    await expect(row).toHaveCount(0)
  })

  await test.step("the lead lets it be found by anybody, without its phone, and takes that back", async () => {
    const visitor = await somebody(browser, null, { phone: true })
    const say = async (answer: "Yes" | "No") => {
      await lead.page.goto(new URL(details).pathname)
      await lead.main.getByRole("link", { name: "Change public directory" }).click()
      await lead.pick(answer)
      await lead.main.getByRole("checkbox", { name: "Phone" }).uncheck()
      await lead.fitsThePhone()
      await lead.press("Save")
      await lead.isTold(`Saved ${NAME}`)
    }
    await say("Yes")
    await visitor.page.goto("/demo")
    await visitor.press("Find a local group")
    await visitor.fill("What are you looking for?", NAME.slice(0, 12))
    await visitor.press("Search")
    await visitor.follow(NAME)
    await visitor.fitsThePhone()
    await visitor.seesNothingOf("01632 960 777", "Queenie", EMAIL)
    const entry = visitor.page.url()
    await staff.page.goto(new URL(details).pathname)
    await expect(staff.main.locator("dl").getByText("On its own page here")).toBeVisible()
    await expect(staff.main.getByText(/^Queenie Quill/).last()).toBeVisible()
    await staff.press("See it as the public sees it")
    await staff.seesHeading(NAME)
    await staff.seesNothingOf("01632 960 777")
    await say("No")
    expect((await visitor.page.goto(entry))?.status()).toBe(404)
  })

  await test.step("once a year there is a letter, and one tap says that all is right", async () => {
    await makeOld()
    await promisify(execFile)(
      process.execPath,
      [path.join(root, "bin/trellis"), "confirmations", "run", "--lio", "demo", "--json"],
      { env: { ...process.env, DATA_DIR: data } },
    )
    const letter = await letterTo(EMAIL, `Is this still right? ${NAME}`)
    expect(letter).toContain("01632 960 777")
    const guest = await somebody(browser, null, { phone: true })
    await guest.page.goto(buttonIn(letter, "Look, and say whether it is right"))
    await guest.seesHeading("Is this still right?")
    await guest.sees(NAME, "01632 960 777", "Queenie Quill (treasurer)")
    await guest.fitsThePhone()
    await guest.page.reload()
    await guest.seesHeading("Is this still right?")
    await guest.press("Yes, all of it is right")
    await guest.seesHeading("Thank you")
    await guest.press("Something has changed")
    await guest.seesHeading("Sign in")
    await staff.page.goto(new URL(details).pathname)
    await staff.sees("by Queenie Quill.")
    await expectClosed(await somebody(browser, "rep@demo.example"), [new URL(details).pathname], [EMAIL])
  })
})
