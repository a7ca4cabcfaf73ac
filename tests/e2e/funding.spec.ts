import { expect, test } from "@playwright/test"
import { somebody } from "./support/thread"

const GROUP = "Skelby Gardeners"

for (const phone of [true, false])
  test(`a bid goes from its group’s page to an award${phone ? ", on a phone without scripts" : ""}`, async ({
    browser,
  }) => {
    const title = phone ? "A polytunnel" : "A water butt"
    const { page, main, press, fill, pick, sees } = await somebody(browser, "worker@demo.example", {
      phone,
    })
    await page.goto(`/demo/groups?q=${encodeURIComponent(GROUP)}`)
    await press(GROUP)
    await main
      .getByText("More for Skelby Gardeners")
      .or(main.getByText("More", { exact: true }))
      .first()
      .click()
    await press("Add a bid")
    await fill("What is the money for?", title)
    await main.getByLabel("Funder", { exact: true }).selectOption({ label: "Aldervale Community Fund" })
    await fill("How much will they ask for?", "£1,200")
    await main
      .getByRole("group", { name: /Deadline/ })
      .getByLabel("Day")
      .fill("1")
    await main
      .getByRole("group", { name: /Deadline/ })
      .getByLabel("Month")
      .fill("3")
    await main
      .getByRole("group", { name: /Deadline/ })
      .getByLabel("Year")
      .fill("2040")
    await press("Add the bid")
    await expect(page.getByText(`Added: ${title}`)).toBeVisible()
    await sees("£1,200", "Looking", GROUP)

    await page.goto("/demo/tasks?whose=team&from=1+3+2040&to=1+3+2040")
    await sees(`Send the bid to Aldervale Community Fund: ${title}`)
    await page.goto(`/demo/funding?q=${encodeURIComponent(title)}`)
    await press(title)
    await main.getByText("The bid has been sent").click()
    await press("Mark as sent")
    await expect(page.getByText("Marked as sent.")).toBeVisible()
    await page.goto("/demo/tasks?whose=team&from=1+3+2040&to=1+3+2040")
    await expect(main.getByText(`Aldervale Community Fund: ${title}`)).toHaveCount(0)

    await page.goto(`/demo/funding?q=${encodeURIComponent(title)}`)
    await press(title)
    await press("Record the decision")
    await pick("Won, in full or in part")
    await press("Record the decision")
    await expect(page.getByText("Choose how you know").first()).toBeVisible()
    await fill("How much was awarded?", "1,000")
    await pick("We saw the letter")
    await main.getByLabel("We helped").check()
    await press("Record the decision")
    await expect(page.getByText("The decision is recorded.")).toBeVisible()
    await sees("£1,000", "We saw the letter", "We helped")

    await press("Undo")
    await expect(page.getByText(`Undone: “${title}” is as it was before`)).toBeVisible()
    await sees("Sent")
  })

test("whoever looks for something hears of a funder that fits, and a published grant waits for a yes", async ({
  browser,
}) => {
  const { page, main, press, fill, sees } = await somebody(browser, "worker@demo.example", { phone: true })
  await page.goto(`/demo/groups?q=${encodeURIComponent(GROUP)}`)
  await press(GROUP)
  await main.getByText("More", { exact: false }).first().click()
  await press("Add what they need funding for")
  await fill("What do they need money for?", "Seeds and string")
  await press("Save and see which funders fit")
  await sees("Green spaces", "Alder Valley Wind Farm Fund")
  const fund = main.getByRole("listitem").filter({ hasText: "Alder Valley Wind Farm Fund" })
  await fund.getByText("Tell the group").click()
  await fund.getByLabel("Your message").fill("Have a look at this one.")
  await fund.getByRole("button", { name: "Email the group" }).click()
  await expect(page.getByText(/will get an email about Alder Valley Wind Farm Fund/)).toBeVisible()
  await sees("Emailed on")

  await page.goto("/demo/funding/matches")
  const row = main.getByRole("listitem").filter({ hasText: "Hob’s Mill Foodbank" })
  await row.getByRole("button", { name: /Yes, it’s theirs/ }).click()
  await expect(page.getByText("Confirmed: Hob’s Mill Food Bank got this grant.")).toBeVisible()
  await press("Undo")
  await expect(page.getByText("Undone: it waits here again")).toBeVisible()
  await sees("To “Hob’s Mill Foodbank”.")
})

test("a file of published grants is read on its page, or refused with a sentence", async ({ browser }) => {
  const { page, main, press, sees } = await somebody(browser, "worker@demo.example", { phone: true })
  const grant = {
    ...{ id: "360G-spec-1", title: "Bulbs", currency: "GBP", amountAwarded: 250, awardDate: "2025-03-01" },
    recipientOrganization: [{ id: "360G-spec", name: "Friends of Mill Park" }],
    fundingOrganization: [{ id: "GB-CHC-9900102", name: "Alder Bulb Trust" }],
  }
  const bring = async (name: string, content: string) => {
    await page.goto("/demo/funding/matches")
    await main.getByText("Bring in a file of published grants").click()
    await main
      .getByLabel("Your file")
      .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) })
    await press("Read the file")
  }
  await bring("grants.json", JSON.stringify({ grants: [grant] }))
  await expect(page.getByText("Read 1 grant. Found by number: 0. Suggested by name: 1.")).toBeVisible()
  await sees("£250 from Alder Bulb Trust, 1 March 2025", "To “Friends of Mill Park”.")
  await bring("broken.json", '{"grants": [')
  await expect(page.getByText(/can’t be read as JSON: it is damaged or cut off/)).toBeVisible()
})
