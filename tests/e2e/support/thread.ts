import { readdir, readFile } from "node:fs/promises"
import path from "node:path"
import { type Browser, expect, type Page } from "@playwright/test"
import { type ParsedMail, simpleParser } from "mailparser"
import { cookieOf } from "./place"
import { expectToFit } from "./width"

const base = process.env.TRELLIS_URL ?? "http://localhost:3100"
const data = process.env.TRELLIS_TEST_DATA ?? path.resolve(import.meta.dirname, "../../../.data")
const began = new Date().toISOString().replace(/[:.]/g, "-")

/** A phone of 360 px on which no script runs. */
const PLAIN_PHONE = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }

/** Somebody at a browser of their own, signed in or a visitor, at a desk or on a phone without scripts. */
export async function somebody(browser: Browser, email: string | null, { phone = false } = {}) {
  const context = await browser.newContext(phone ? PLAIN_PHONE : {})
  if (email) {
    const [name = "", value = ""] = (await cookieOf(base, email)).split(/=(.*)/)
    await context.addCookies([{ name, value, url: base }])
  }
  return handsOn(await context.newPage())
}

/** What somebody does on a page, by the names of its links, buttons and fields. */
function handsOn(page: Page) {
  const main = page.getByRole("main")
  /** Presses the first link or button of this name. */
  const press = (name: string) =>
    main
      .getByRole("link", { name, exact: true })
      .or(main.getByRole("button", { name, exact: true }))
      .first()
      .click()
  const seesHeading = (name: string) => expect(main.getByRole("heading", { name, level: 1 })).toBeVisible()
  return {
    page,
    main,
    press,
    /** Goes by the navigation beside every page. */
    goTo: (name: string) =>
      page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true }).click(),
    /** Fills a field in, once more where React took the page over in the middle of it and put the old words back. */
    fill: async (label: string | RegExp, words: string) => {
      const field = main.getByLabel(label)
      await field.fill(words)
      if ((await field.inputValue()) !== words) await field.fill(words)
    },
    pick: (label: string) => main.getByLabel(label, { exact: true }).check(),
    choose: (field: string, label: string) => main.getByLabel(field).selectOption({ label }),
    sees: async (...words: string[]) => {
      for (const text of words) await expect(main.getByText(text).first()).toBeVisible()
    },
    seesHeading,
    /** The heading of a page below a thing that has its name over all its pages. */
    seesPart: (name: string) => expect(main.getByRole("heading", { name, level: 2 })).toBeVisible(),
    /** Goes to another page of a consultation by its tabs. */
    tab: (name: string) =>
      main
        .getByRole("navigation", { name: "This consultation" })
        .getByRole("link", { name: new RegExp(`^${name}( ?\\(\\d+\\))?$`) })
        .click(),
    /** Presses, and is where the name says. */
    follow: async (name: string) => {
      await press(name)
      await seesHeading(name)
    },
    /** Answers the question that is on the page: in words, or with the options of these names. */
    answer: async (question: string, value: string | string[]) => {
      await seesHeading(question)
      if (typeof value === "string") await main.getByLabel(question).fill(value)
      else for (const label of value) await main.getByLabel(label, { exact: true }).check()
      await press("Continue")
    },
    /** How many links of this name the search for these words finds. */
    finds: async (words: string, count: number, name = words) => {
      await page.goto(`/demo/search?q=${encodeURIComponent(words)}`)
      await seesHeading("Search")
      await expect(main.getByRole("link", { name })).toHaveCount(count)
    },
    seesNothingOf: async (...words: string[]) => {
      for (const text of words) await expect(page.locator("body")).not.toContainText(text)
    },
    isTold: (words: string) => expect(page.getByRole("status").filter({ hasText: words })).toBeVisible(),
    fitsThePhone: () => expectToFit(page, 360),
  }
}

export type Somebody = ReturnType<typeof handsOn>

/** Staff open a network and put groups in. */
export async function openNetwork({ page, main, ...staff }: Somebody, name: string, groups: string[]) {
  await page.goto("/demo/networks")
  await staff.press("Open a network")
  await staff.fill("Name", name)
  await staff.press("Open it")
  await staff.isTold("The network is open")
  for (const group of groups) {
    await main.getByRole("combobox", { name: /^Groups?$/ }).fill(group)
    await main.getByRole("option", { name: group }).first().click()
  }
  await staff.press("Put them in")
  await staff.isTold("They are in")
  await staff.press(name)
}

type Plan = {
  title: string
  body: string
  network: string
  /** The kind of each question, its words, and what else its page asks for, by label. */
  questions: [kind: string, title: string, more?: Record<string, string>][]
}

/** Types the day on which a consultation closes. */
export async function fillClosing(staff: Somebody, closes: Date) {
  const day = staff.main.getByRole("group", { name: "When does it close?" })
  await day.getByLabel("Day").fill(String(closes.getDate()))
  await day.getByLabel("Month").fill(String(closes.getMonth() + 1))
  await day.getByLabel("Year").fill(String(closes.getFullYear()))
}

/** Staff plan a consultation for the groups of a network, open for a few days, up to the email before it opens. */
export async function planConsultation(staff: Somebody, { title, body, network, questions }: Plan) {
  const closes = new Date(Date.now() + 5 * 86_400_000)
  await staff.goTo("Consultations")
  await staff.press("New consultation")
  await staff.fill("What do you ask?", title)
  await staff.choose("Whose plans is it about?", body)
  await staff.choose("Who should we ask?", network)
  await fillClosing(staff, closes)
  await staff.fill("If that’s less than 12 weeks from now: why?", "The council decides next week.")
  await staff.press("Save and add questions")
  for (const [at, [kind, words, more = {}]] of questions.entries()) {
    await staff.pick(kind)
    await staff.fill("The question", words)
    for (const [label, value] of Object.entries(more)) await staff.fill(label, value)
    await staff.press("Add the question")
    await staff.isTold(`Added question ${at + 1}`)
  }
  await staff.press("Check the email and open")
}

/** For this person every one of these addresses is closed, and says nothing of the words. */
export async function expectClosed({ page }: Somebody, addresses: string[], words: string[]) {
  for (const address of addresses) {
    const answer = await page.request.get(address, { maxRedirects: 0 })
    expect([403, 404], address).toContain(answer.status())
    const text = await answer.text()
    for (const word of words) expect(text, address).not.toContain(word)
  }
}

const read = new Map<string, ParsedMail>()

/** The emails that were sent since the test began. */
export async function lettersSoFar() {
  const folder = path.join(data, "outbox")
  const files = (await readdir(folder)).filter((name) => name > began && name.endsWith(".eml"))
  for (const name of files)
    if (!read.has(name)) read.set(name, await simpleParser(await readFile(path.join(folder, name))))
  return files.map((name) => read.get(name) as ParsedMail)
}

/** The text of the one letter to somebody with this subject, as soon as it has come, with its lines put together. */
export async function letterTo(email: string, subject: string) {
  let found: ParsedMail[] = []
  await expect(async () => {
    found = (await lettersSoFar()).filter(
      ({ to, ...letter }) => letter.subject === subject && !Array.isArray(to) && to?.text.includes(email),
    )
    expect(found.length, `letters to ${email}: ${subject}`).toBe(1)
  }).toPass({ timeout: 120_000 })
  return (found[0]?.text ?? "").replace(/\s+/g, " ")
}

/** Where the button of a letter leads, on the Trellis under test. */
export function buttonIn(letter: string, label: string) {
  const { pathname, search } = new URL(letter.match(new RegExp(`${label} (http\\S+)`))?.[1] ?? "no:button")
  return pathname + search
}
