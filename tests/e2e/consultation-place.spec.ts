import { type Browser, expect, type Page, test } from "@playwright/test"
import { idsOf, openIdOf } from "./support/pages"
import { openDatabase } from "./support/place"
import { fillClosing, openNetwork, type Somebody, somebody } from "./support/thread"

const run = Date.now().toString(36)
const NETWORK = `Buses ${run}`
const TITLE = `Do the buses come? ${run}`
const QUESTIONS = `How do people get to you?
Do you run anything after six?
- Yes
- No
How often do buses fail you?
- Never
- Sometimes
- Often
Who has stopped coming?
What one thing would help?`

/** The tabs in their order, and the folder of each. */
const TABS = [
  ["Plan", "/plan"],
  ["Questions", "/questions"],
  ["Who to ask", "/audience"],
  ["Email", "/email"],
  ["Responses", "/reach"],
  ["Results", "/results"],
  ["Reading", "/passages"],
  ["Representation", "/representation"],
  ["Outcome", "/outcome"],
] as const

const tabsOf = (page: Page) => page.getByRole("navigation", { name: "This consultation" }).getByRole("link")
const barOf = (page: Page) => page.getByRole("main").getByRole("region", { name: "Next" })
/** Whatever stands out as the thing to do: there is never more than one. */
const primaries = (page: Page) =>
  page
    .getByRole("main")
    .locator(".button:not(.button-secondary, .button-plain, .button-danger)")
    .filter({ visible: true })

/** Counts what somebody presses or chooses, and how many pages that loads. */
async function counting(staff: Somebody) {
  const count = { presses: 0, loads: 0 }
  let last = staff.page.url()
  staff.page.on("framenavigated", (frame) => {
    if (frame !== staff.page.mainFrame() || frame.url() === last) return
    last = frame.url()
    count.loads++
  })
  const counted = async (work: () => Promise<unknown>) => {
    count.presses++
    await work()
  }
  return { count, counted, press: (name: string) => counted(() => staff.press(name)) }
}

let draft = ""

test.describe.configure({ mode: "serial" })

test("five questions are planned and opened in eight presses, and the groups reminded in five", async ({
  browser,
}) => {
  const staff = await somebody(browser, "worker@demo.example")
  await openNetwork(staff, NETWORK, ["Hob’s Mill Food Bank", "Hob’s Mill Baby Bank"])
  await staff.page.goto("/demo/home")
  const { count, counted, press } = await counting(staff)
  const closes = new Date(Date.now() + 100 * 86_400_000)

  await counted(() => staff.goTo("Consultations"))
  await press("New consultation")
  await staff.fill("What do you ask?", TITLE)
  await counted(() => staff.choose("Who should we ask?", NETWORK))
  await fillClosing(staff, closes)
  await press("Save and add questions")
  await staff.isTold("Saved as a draft.")
  await counted(() => staff.main.getByText("Paste several at once").click())
  await staff.fill("Questions, one on each line", QUESTIONS)
  await press("Add these questions")
  await staff.isTold("Added 5 questions")
  draft = new URL(staff.page.url()).pathname.replace("/questions", "")
  await press("Check the email and open")
  await expect(staff.main.getByRole("article", { name: "The email" })).toContainText("Answer for your group")
  const before = { ...count }

  await test.step("nothing is sent until the button that says how many are asked", async () => {
    await expect(barOf(staff.page)).toContainText("2 groups will be asked")
  })
  await press("Ask 2 groups now")
  await staff.isTold("It’s open. 2 groups asked, 4 emails on the way.")
  expect(count.presses, "presses and choices").toBeLessThanOrEqual(8)
  expect(count.loads, "pages loaded").toBeLessThanOrEqual(7)
  expect(before.presses).toBe(count.presses - 1)
  console.log(`Planned and opened: ${count.presses} presses, ${count.loads} loads (before: 17 and 16)`)

  await staff.page.goto("/demo/home")
  Object.assign(count, { presses: 0, loads: 0 })
  await counted(() => staff.goTo("Consultations"))
  await press(TITLE)
  await press("See who hasn’t answered")
  await expect(staff.main.getByRole("link", { name: /^01632/ }).first()).toHaveAttribute("href", /^tel:/)
  await counted(() => staff.main.locator("summary", { hasText: "Remind 2 groups" }).click())
  await expect(staff.main.getByText("If you send it now")).toBeVisible()
  await counted(() => staff.main.getByRole("button", { name: "Remind 2 groups now" }).click())
  await expect(
    staff.page.getByRole("status").filter({ hasText: /Reminded 2 groups|go out on/ }),
  ).toBeVisible()
  expect(
    count.presses,
    "presses to chase all, one of them to read that it is the only reminder",
  ).toBeLessThanOrEqual(5)
  console.log(`Chased: ${count.presses} presses, ${count.loads} loads`)
})

test("those who are ticked are reminded together, and a call is logged with the group filled in", async ({
  browser,
}) => {
  const staff = await somebody(browser, "worker@demo.example")
  await staff.page.goto(`/demo/consultations/${await openIdOf("demo", "lead@demo.example")}/reach`)
  const ticks = staff.main.locator("tbody .tick")
  test.skip((await ticks.count()) < 12, "Too few are left to remind in this demo")
  for (const at of [0, 1, 2]) await ticks.nth(at).check()
  const bar = staff.main.locator("form", { hasText: "Remind these groups" })
  await expect(bar).toContainText("3 groups ticked")
  const [group = ""] = await staff.main.locator("tbody tr th a").allTextContents()
  await staff.press(`Log a call with ${group}`)
  await staff.seesHeading("Record a session")
  await staff.sees(group)
})

test("a draft keeps who is asked, what the email says and the order of its questions", async ({
  browser,
}) => {
  const staff = await somebody(browser, "manager@demo.example")
  await staff.page.goto("/demo/consultations")
  await staff.press("New consultation")
  await staff.fill("What do you ask?", `${TITLE} again`)
  await staff.press("Save and add questions")
  await staff.isTold("Saved as a draft.")
  draft = new URL(staff.page.url()).pathname.replace("/questions", "")
  await expect(barOf(staff.page)).toContainText("Add the questions.")
  for (const words of ["First", "Second"]) {
    await staff.fill("The question", words)
    await staff.press("Add the question")
    await staff.isTold("Added question")
  }
  const titles = () => staff.main.locator("ol li a").allTextContents()
  await staff.press("Move question 2 up")
  await staff.isTold("It’s question 1 now")
  expect(await titles()).toEqual(["Second", "First"])
  await staff.main.getByRole("link", { name: "First" }).focus()
  await staff.page.keyboard.press("Alt+ArrowUp")
  await expect.poll(titles).toEqual(["First", "Second"])
  await staff.main.locator("li span[draggable]").nth(1).dragTo(staff.main.locator("ol li").first())
  await expect.poll(titles).toEqual(["Second", "First"])
  await expect(staff.main.getByRole("complementary", { name: "As groups see it" })).toContainText(
    "Question 1 of 2",
  )

  await staff.tab("Who to ask")
  await staff.choose("Who should we ask?", NETWORK)
  await staff.press("Save who to ask")
  await staff.isTold("Nobody has been asked yet.")
  await staff.sees("2 groups would be asked if it opened now.")
  await staff.tab("Email")
  await staff.fill(/^Subject/, `Have your say ${run}`)
  await staff.fill(/^A few words of your own/, "We see the council on Friday.")
  await staff.press("Save the email")
  await staff.isTold("Nothing has been sent yet.")
  const email = staff.main.getByRole("article", { name: "The email" })
  await expect(email).toContainText(`Have your say ${run}`)
  await expect(email).toContainText("We see the council on Friday.")
  await staff.press("Choose a closing date")
  await expect(staff.page).toHaveURL(/#closesOn/)
})

/** Every tab of a consultation, as somebody sees it at a desk and on a phone. */
async function walk(browser: Browser, email: string, at: string, keeps: boolean) {
  const { page } = await somebody(browser, email)
  const wrong: string[] = []
  const titles = new Set<string>()
  for (const [name, folder] of TABS) {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 })
      if (width === 1280) await page.goto(at + folder)
      const say = (what: string) => wrong.push(`${email} at ${at}${folder}, ${width} wide: ${what}`)
      if ((await tabsOf(page).count()) !== TABS.length) say("not every tab")
      const here = await tabsOf(page).and(page.locator("[aria-current=page]")).allTextContents()
      if (here.length !== 1 || !here[0]?.startsWith(name)) say(`stands on ${here.join()}`)
      if ((await page.getByRole("heading", { level: 1 }).count()) !== 1) say("not one title")
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      if (wide > width) say(`is ${wide} wide`)
      const stand = await primaries(page).allTextContents()
      if (stand.length > (keeps ? 1 : 0)) say(`stands out: ${stand.join(", ")}`)
      if (!keeps && (await page.getByRole("main").locator("form").count()) > 0) say("something to send")
    }
    titles.add(await page.title())
  }
  if (titles.size !== TABS.length) wrong.push(`${email} at ${at}: ${titles.size} names of pages`)
  const bar = (await barOf(page).count()) > 0 ? ((await barOf(page).textContent()) ?? "") : ""
  await page.context().close()
  return { wrong, bar }
}

const NEXT = {
  draft: /the date when it closes/,
  open: /haven’t answered/,
  closed: /Next:/,
  finished: /^$/,
}

test("every page of a consultation has its tabs and one next thing, in every state and for all staff", async ({
  browser,
}) => {
  const sql = openDatabase()
  const closed = await sql.begin(async (tx) => {
    await tx`select set_config('app.lio_id', (select id::text from lios where slug = 'demo'), true), set_config('app.audiences', '{*}', true)`
    return tx<
      { id: string }[]
    >`select id from consultations where closed_at is not null and finished_at is null limit 1`
  })
  await sql.end()
  const to = (id: string | undefined) => `/demo/consultations/${id}`
  const finished = (await idsOf("demo"))("consultations")["[id]"]
  const states = {
    draft,
    open: to(await openIdOf("demo", "lead@demo.example")),
    closed: to(closed[0]?.id),
    finished: to(finished),
  }
  for (const [state, at] of Object.entries(states) as [keyof typeof NEXT, string][])
    for (const who of ["manager", "worker", "viewer"]) {
      const { wrong, bar } = await walk(browser, `${who}@demo.example`, at, who !== "viewer")
      expect(wrong).toEqual([])
      expect(bar, `${who}, ${state}`).toMatch(NEXT[state])
    }
})

test("the pages below the tabs lead back to all of them", async ({ browser }) => {
  const { page } = await somebody(browser, "worker@demo.example")
  const open = `/demo/consultations/${await openIdOf("demo", "lead@demo.example")}`
  const ids = (await idsOf("demo"))("consultations/[id]/passages/[responseId]")
  const read = `/demo/consultations/${ids["[id]"]}`
  for (const at of [
    `${open}/close`,
    `${open}/preview`,
    `${open}/results/written?question=4`,
    `${read}/passages/${ids["[responseId]"]}`,
    `${read}/passages/${ids["[responseId]"]}/take`,
  ]) {
    await page.goto(at)
    await expect(tabsOf(page), at).toHaveCount(TABS.length)
    expect(await primaries(page).count(), at).toBeLessThanOrEqual(1)
  }
})

test("without scripts a consultation is planned, its questions moved and its email written all the same", async ({
  browser,
}) => {
  const staff = await somebody(browser, "worker@demo.example", { phone: true })
  await staff.page.goto("/demo/consultations/new")
  await staff.fill("What do you ask?", `${TITLE} without scripts`)
  await staff.press("Save and add questions")
  await staff.main.getByText("Paste several at once").click()
  await staff.fill("Questions, one on each line", "One?\nTwo?")
  await staff.press("Add these questions")
  await staff.isTold("Added 2 questions")
  await staff.press("Move question 1 down")
  await staff.isTold("It’s question 2 now")
  await staff.fitsThePhone()
  await staff.tab("Email")
  await staff.fill(/^A few words of your own/, "Please help.")
  await staff.press("Save the email")
  await staff.isTold("Nothing has been sent yet.")
  await staff.tab("Plan")
  await staff.main.getByText("Remove this draft", { exact: true }).first().click()
  await staff.main.getByRole("button", { name: "Remove this draft" }).click()
  await staff.isTold("Removed the draft")
})
