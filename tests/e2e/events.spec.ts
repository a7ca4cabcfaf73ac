import { expect, test } from "@playwright/test"
import { buttonIn, letterTo, somebody } from "./support/thread"

const run = Date.now().toString(36)
const TITLE = `Minute taking ${run}`
const first = { name: `Fay First ${run}`, email: `fay.${run}@aldervale.example` }
const second = { name: `Sid Second ${run}`, email: `sid.${run}@aldervale.example` }
const day = new Date(Date.now() + 30 * 86_400_000)

test("staff add a course with one place, two people want it, and it goes from one to the other by emailed links", async ({
  browser,
}) => {
  const staff = await somebody(browser, "worker@demo.example")
  const visitor = await somebody(browser, null, { phone: true })

  await test.step("staff add it as a draft and publish it", async () => {
    await staff.page.goto("/demo/home")
    await staff.page.getByRole("link", { name: "Events and training" }).click()
    await staff.press("Add an event")
    await staff.fill("Name of the event", TITLE)
    const date = staff.main.getByRole("group", { name: /^Date/ })
    await date.getByLabel("Day").fill(String(day.getDate()))
    await date.getByLabel("Month").fill(String(day.getMonth() + 1))
    await date.getByLabel("Year").fill(String(day.getFullYear()))
    await staff.fill("Starts at", "10am")
    await staff.fill("Finishes at", "12.30pm")
    await staff.fill(/^Place/, "The Old Library")
    await staff.fill("How many places are there?", "1")
    await staff.press("Save the draft")
    await staff.seesHeading(TITLE)
    await visitor.page.goto("/demo/events")
    await expect(visitor.main.getByText(TITLE)).toHaveCount(0)
    await staff.press("Publish the event")
    await staff.isTold("Published. People can book now.")
  })

  await test.step("a visitor books on a phone without scripts, and is told what is missing", async () => {
    await visitor.page.goto("/demo/events")
    await visitor.press(TITLE)
    await visitor.sees("1 place left", "10am to 12:30pm")
    await visitor.fitsThePhone()
    await visitor.main.getByRole("link", { name: /^Book a place/ }).click()
    await visitor.fill("Your name", first.name)
    await visitor.press("Book a place")
    await visitor.sees("Enter your email address")
    await expect(visitor.main.getByLabel("Your name")).toHaveValue(first.name)
    await visitor.fill("Your email address", first.email)
    await visitor.fill("Is there anything you need to take part?", "A hearing loop")
    await visitor.fitsThePhone()
    await visitor.press("Book a place")
    await visitor.seesHeading("You’re booked")
    expect(await letterTo(first.email, `You’re booked: ${TITLE}`)).toContain("The Old Library")
  })

  await test.step("the next one waits", async () => {
    await visitor.page.goto("/demo/events")
    await visitor.press(TITLE)
    await visitor.main.getByRole("link", { name: /^Join the waiting list/ }).click()
    await visitor.fill("Your name", second.name)
    await visitor.fill("Your email address", second.email)
    await visitor.press("Join the waiting list")
    await visitor.seesHeading("You’re on the waiting list")
    expect(await letterTo(second.email, `You’re on the waiting list: ${TITLE}`)).toContain(
      "The event is full",
    )
  })

  await test.step("looking at the link changes nothing; giving the place back offers it to the next, who takes it", async () => {
    const booking = buttonIn(
      await letterTo(first.email, `You’re booked: ${TITLE}`),
      "See or change your booking",
    )
    await visitor.page.goto(booking)
    await visitor.page.goto(booking)
    await visitor.sees("Coming")
    await visitor.main.getByRole("button", { name: /^Give the place back/ }).click()
    await visitor.sees("Not coming")
    const offer = await letterTo(second.email, `There’s a place for you: ${TITLE}`)
    await visitor.page.goto(buttonIn(offer, "Say yes or no to the place"))
    await visitor.fitsThePhone()
    await visitor.press("Yes, take the place")
    await visitor.sees("Coming")
    const calendar = await visitor.page.request.get(
      (await visitor.main.getByRole("link", { name: "Add it to your calendar" }).getAttribute("href")) ?? "",
    )
    expect(calendar.headers()["content-type"]).toContain("text/calendar")
    expect(await calendar.text()).toContain(`SUMMARY:${TITLE}`)
  })

  await test.step("staff see who is coming and what was needed", async () => {
    await staff.page.goto("/demo/events")
    await staff.press(TITLE)
    await staff.sees("1 person is coming.", second.name, "Access: A hearing loop")
  })
})
