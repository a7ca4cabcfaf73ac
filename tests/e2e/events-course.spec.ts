import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { expect, test } from "@playwright/test"
import { buttonIn, letterTo, somebody } from "./support/thread"

const base = process.env.TRELLIS_URL ?? "http://localhost:3100"
const run = Date.now().toString(36)
const TITLE = `Bookkeeping evenings ${run}`
const ann = { name: `Ann Able ${run}`, email: `ann.${run}@aldervale.example` }
const first = new Date(Date.now() + 40 * 86_400_000)
const last = new Date(first.getTime() + 14 * 86_400_000)

type Staff = Awaited<ReturnType<typeof somebody>>
async function fillDate({ main }: Staff, name: RegExp, day: Date) {
  const date = main.getByRole("group", { name })
  await date.getByLabel("Day").fill(String(day.getDate()))
  await date.getByLabel("Month").fill(String(day.getMonth() + 1))
  await date.getByLabel("Year").fill(String(day.getFullYear()))
}

test("a course is added, booked once for all its evenings, and asks what staff want to know", async ({
  browser,
}) => {
  const staff = await somebody(browser, "worker@demo.example")
  const visitor = await somebody(browser, null, { phone: true })

  await test.step("staff add it as a series that is booked in whole, on a theme", async () => {
    await staff.page.goto("/demo/events/new")
    await staff.fill("Name of the event", TITLE)
    await staff.pick("Advice and money")
    await fillDate(staff, /^Date/, first)
    await staff.fill("Starts at", "6pm")
    await staff.fill("Finishes at", "8pm")
    await staff.choose("Does it repeat?", "Every week")
    await fillDate(staff, /^Last date of the series/, last)
    await staff.pick("As a course: one booking is for all the dates still to come")
    await staff.fill("How many places are there?", "8")
    await staff.press("Save the draft")
    await staff.seesHeading(TITLE)
  })

  await test.step("they change what people are asked, and publish it", async () => {
    await staff.main.getByRole("link", { name: "What people are asked afterwards" }).click()
    await staff.fill("The question", "What would you like next?")
    await staff.press("Add the question")
    await staff.sees("What would you like next?")
    await staff.main.getByRole("link", { name: TITLE }).first().click()
    await staff.press("Publish the event")
    await staff.isTold("Published. People can book now.")
  })

  await test.step("a visitor books all three evenings at once, without scripts", async () => {
    await visitor.page.goto("/demo/events")
    await visitor.press(TITLE)
    await visitor.sees("8 places left")
    await visitor.fitsThePhone()
    await visitor.main
      .getByRole("link", { name: /^Book a place/ })
      .first()
      .click()
    await visitor.fill("Your name", ann.name)
    await visitor.fill("Your email address", ann.email)
    await visitor.press("Book a place")
    await visitor.seesHeading("You’re booked")
    await visitor.fitsThePhone()
    const letter = await letterTo(ann.email, `You’re booked: ${TITLE}`)
    expect(letter.match(/6pm to 8pm/g)?.length).toBeGreaterThanOrEqual(3)
    await visitor.page.goto(buttonIn(letter, "See or change your booking"))
    await visitor.sees("Coming")
    await visitor.page.goto("/demo/events")
    await visitor.press(TITLE)
    await visitor.sees("7 places left")
  })

  await test.step("it is called off, and who booked is told", async () => {
    await staff.main
      .getByRole("link", { name: /^Cancel/ })
      .first()
      .click()
    await staff.fill("Why is it cancelled?", "Nobody can teach it")
    await staff.press("Cancel all dates to come")
    expect(await letterTo(ann.email, `Cancelled: ${TITLE}`)).toContain("Nobody can teach it")
  })
})

test("another website shows the list of events in a frame, and no other page", async ({ browser }) => {
  const site = createServer((request, answer) => {
    answer.setHeader("content-type", "text/html")
    answer.end(`<iframe src="${base}${request.url}"></iframe>`)
  }).listen(0)
  try {
    const page = await (await browser.newContext()).newPage()
    const { port } = site.address() as AddressInfo
    await page.goto(`http://127.0.0.1:${port}/demo/events/embed`)
    const frame = page.frameLocator("iframe")
    await expect(frame.getByRole("link", { name: "Safeguarding for trustees" })).toHaveAttribute(
      "target",
      /_blank|_top/,
    )
    await page.goto(`http://127.0.0.1:${port}/demo/events`)
    await page.waitForTimeout(1000)
    await expect(frame.getByRole("heading", { name: "Events and training" })).toHaveCount(0)
  } finally {
    site.close()
  }
})
