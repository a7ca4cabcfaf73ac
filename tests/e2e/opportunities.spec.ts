import { expect, test } from "@playwright/test"
import { openDatabase } from "./support/place"
import { somebody } from "./support/thread"
import { expectToFit } from "./support/width"

const GROUP = "Hob’s Mill Food Bank"

/** As if the group had said nothing yet, however often this is run. */
async function begin() {
  const sql = openDatabase()
  await sql.begin(async (tx) => {
    await tx`select set_config('app.lio_id', (select id::text from lios where slug = 'demo'), true), set_config('app.audiences', '{*}', true)`
    await tx`delete from expressions_of_interest where group_id in (select id from groups where name = ${GROUP})`
    await tx`delete from bidding_consents where group_id in (select id from groups where name = ${GROUP})`
    await tx`delete from opportunity_alerts where name = 'Social care, please'`
  })
  await sql.end()
}

test("a lead finds a contract on a small phone without scripts, says that the group would bid, sees who else would, and asks to hear of more", async ({
  browser,
}) => {
  await begin()
  const lead = await somebody(browser, "lead@demo.example", { phone: true })
  const fits = () => expectToFit(lead.page, 320)
  await lead.page.setViewportSize({ width: 320, height: 640 })

  await test.step("the list is narrowed, and its page says in plain words what is wanted", async () => {
    await lead.page.goto("/demo/opportunities")
    await lead.seesHeading("Opportunities")
    await fits()
    await lead.page.goto("/demo/opportunities?kind=85&vcse=yes")
    await fits()
    await lead.press("Friendly visits and phone calls for older people")
    await lead.seesHeading("Friendly visits and phone calls for older people")
    await lead.sees("Aldervale Borough Council wants bids for")
    await lead.sees("It’s worth up to £120,000 over 3 years.")
    await lead.sees("Notice changed")
    await fits()
    await expect(lead.main.getByText("Also interested")).toHaveCount(0)
  })

  await test.step("the group sees what will be shown of it before it sends anything", async () => {
    await lead.press("We’re interested")
    await lead.seesHeading("We’re interested")
    await lead.sees(`What will be shown of ${GROUP}`)
    await lead.sees("Insurance certificate, until")
    await fits()
    await lead.press("Send that we’re interested")
    await lead.sees("Choose how you would bid")
    await lead.main.getByLabel("As partner of another group").check()
    await lead.main.getByLabel("What could you do?").fill("Food parcels to the door.")
    await lead.main.getByLabel(/^Staff, and the other groups/).check()
    await lead.press("Send that we’re interested")
    await lead.isTold("Sent.")
    await lead.seesHeading("Friendly visits and phone calls for older people")
    await lead.sees("Also interested")
    await lead.sees("Aldervale Good Neighbours")
    await expect(lead.main.getByText(/^How to reach them$|to put you in touch/).first()).toBeVisible()
    await expect(lead.main.getByText("Community Wheels"), "is shown to staff alone").toHaveCount(0)
    await fits()
  })

  await test.step("groups that may be found are listed, and this one isn’t asked to be twice", async () => {
    await lead.press("Who could do this with us?")
    await lead.seesHeading("Who could bid with us?")
    await lead.sees("Mind the Gap Peer Support")
    await fits()
    await lead.press(`May others find ${GROUP} here?`)
    await lead.sees("Others may not find")
    await fits()
  })

  await test.step("a search is kept and removed again", async () => {
    await lead.page.goto("/demo/opportunities?kind=85")
    await lead.press("Tell me of new ones like these")
    await lead.seesHeading("Alerts")
    await lead.main.getByLabel("What should we call it?").fill("Social care, please")
    await fits()
    await lead.press("Tell me of new ones")
    await lead.isTold("Saved “Social care, please”")
    await lead.press("Remove Social care, please")
    await lead.isTold("Removed “Social care, please”")
  })

  await test.step("staff see all who are interested; the group withdraws", async () => {
    const staff = await somebody(browser, "worker@demo.example")
    await staff.page.goto("/demo/opportunities?q=friendly")
    await staff.press("Friendly visits and phone calls for older people")
    await staff.press("5 groups are interested")
    await staff.seesHeading("Who is interested")
    await staff.sees("Community Wheels")
    await staff.sees("Food parcels to the door.")
    await lead.page.goto("/demo/opportunities?q=friendly")
    await lead.press("Friendly visits and phone calls for older people")
    await lead.press("Change or withdraw")
    await lead.main.getByText("We’re no longer interested", { exact: true }).click()
    await lead.press("Withdraw")
    await lead.isTold("Withdrawn.")
    await expect(lead.main.getByText("Also interested")).toHaveCount(0)
  })
})
