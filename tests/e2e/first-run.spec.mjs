import { execFile } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import { expect, test } from "@playwright/test"
import { withOwnTrellis } from "../../bin/parts/own-trellis.mjs"
import { postOffice } from "../support/post-office.ts"

const WELSH =
  "Cymdeithas Mudiadau Gwirfoddol Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch a’r Cylch"
const ORGANISATION = {
  "Name of your organisation": WELSH,
  "Short name for your web address": "Llanfair",
  "Your name": "Angharad Llywelyn-Prydderch",
  "Your email address": "angharad@llanfair.example",
}

const PHONE = { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }

/** Nothing runs off the side of a phone of 320 px. */
const fits = async (page) => {
  const wide = await page.evaluate(() =>
    document.documentElement.scrollWidth > 320
      ? [...document.querySelectorAll("body *")]
          .filter((element) => element.getBoundingClientRect().right > 321)
          .map((element) => element.outerHTML.slice(0, 150))
      : [],
  )
  expect(wide, page.url()).toEqual([])
}

/** One of the operator's commands, beside this Trellis. */
async function trellis(env, ...words) {
  const program = path.resolve(import.meta.dirname, "../../bin/trellis")
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...words, "--json"], { env })
  return JSON.parse(stdout)
}

const step = (page, name) => page.getByRole("main").getByRole("listitem").filter({ hasText: name })
const said = (page) => page.getByRole("main")

test("an empty Trellis is set up on the first visit, by whoever has the code, once", async ({ browser }) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "trellis-first-run-"))
  try {
    await withOwnTrellis(
      folder,
      async (env, printed) => {
        const base = env.TRELLIS_URL
        const code = /set-up code (\S+)/.exec(printed)?.[1] ?? ""
        expect(code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/)
        // Without scripts: the first visit must not hang on them.
        const context = await browser.newContext({ ...PHONE, baseURL: base })
        const page = await context.newPage()
        await page.goto("/sign-in")
        await page.getByRole("link", { name: "Set up your organisation" }).click()
        const send = async (typed) => {
          await page.getByLabel("Set-up code").fill(typed)
          await page.getByRole("button", { name: "Set up and continue" }).click()
        }
        await send("")
        await expect(page.getByRole("alert")).toContainText("Enter the set-up code")
        for (const [label, value] of Object.entries(ORGANISATION)) await page.getByLabel(label).fill(value)
        await page.getByLabel("Council for voluntary service").check()
        await send("AAAA-BBBB-CCCC")
        await expect(page.getByRole("alert")).toContainText("This isn’t the set-up code")
        // Nothing that was typed is lost.
        for (const [label, value] of Object.entries(ORGANISATION))
          await expect(page.getByLabel(label)).toHaveValue(value)
        await expect(page.getByLabel("Council for voluntary service")).toBeChecked()
        await fits(page)

        // The same form, sent by a page of somebody else's with the right code in it.
        await page.getByLabel("Set-up code").fill(code)
        const form = await page
          .locator("main form")
          .evaluate((element) =>
            Object.fromEntries([...new FormData(element)].map(([k, v]) => [k, String(v)])),
          )
        const foreign = await context.request.post("/set-up", {
          multipart: form,
          headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
        })
        expect([400, 403]).toContain(foreign.status())

        await send(code)
        await expect(page.getByText("angharad@llanfair.example")).toBeVisible()
        await page.getByRole("button", { name: "Sign in" }).click()

        // Where they work, by postcode and by name; "may" where a postcode can’t decide.
        await expect(page).toHaveURL(/\/llanfair\/settings\/areas\?first=1$/)
        await expect(page.getByRole("heading", { level: 1, name: "Where do you work?" })).toBeVisible()
        await fits(page)
        const look = async (typed) => {
          await page.getByLabel("Postcodes or names of places where you work").fill(typed)
          await page.getByRole("button", { name: "Look up" }).click()
        }
        await look("Atlantis, BB7 9AA, OL1 1AA, Ynys Môn, Isle of Anglesey")
        await expect(page.getByText("We don’t know “Atlantis”.")).toBeVisible()
        await expect(page.getByText(/BB7 9AA .*may be in .*Ribble Valley/)).toBeVisible()
        await expect(page.getByLabel("Postcodes or names")).toHaveValue(/^Atlantis, BB7 9AA/)
        await expect(page.getByLabel("Oldham", { exact: true })).toBeChecked()
        await expect(page.getByLabel("Isle of Anglesey", { exact: true })).toBeChecked()
        await expect(page.getByLabel("Ribble Valley", { exact: true })).not.toBeChecked()
        await fits(page)
        await page.getByLabel("Oldham", { exact: true }).uncheck()
        await page.getByText(/wards of Oldham/).click()
        await page.getByLabel("Saddleworth North").check()
        await page.getByRole("button", { name: "Add what’s ticked" }).click()
        await expect(page.getByText("Added Isle of Anglesey and Saddleworth North")).toBeVisible()
        // By hand, where nothing is known.
        await page.getByLabel("Name", { exact: true }).fill("Y Felinheli")
        await page.getByRole("button", { name: "Add it" }).click()
        await expect(page.getByText("Added Y Felinheli")).toBeVisible()
        await page.getByRole("link", { name: "Continue to Today" }).click()

        // The checklist leads through the rest.
        await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible()
        await fits(page)
        await expect(step(page, "Say where you work")).toContainText("Completed")
        for (const open of [
          "Confirm your email",
          "test email",
          "table of postcodes",
          "Import your first list",
        ])
          await expect(step(page, open)).toContainText("Not yet started")

        // The address: the code has let them in, and the operator’s command shows that it is right.
        await page.getByRole("link", { name: "Confirm your email address" }).click()
        await expect(said(page)).toContainText("No email leaves this computer yet")
        await expect(said(page)).toContainText("npx trellis sign-in-link --email angharad@llanfair.example")
        await fits(page)
        await page.getByLabel("Your email address").fill("nobody at all")
        await page.getByRole("button", { name: "Correct the address" }).click()
        await expect(page.getByRole("alert")).toContainText(/email address/)
        await expect(page.getByLabel("Your email address")).toHaveValue("nobody at all")
        await page.getByLabel("Your email address").fill("angharad@cvsllanfair.example")
        await page.getByRole("button", { name: "Correct the address" }).click()
        await expect(page.getByText("Your address is angharad@cvsllanfair.example now.")).toBeVisible()
        const { url } = await trellis(env, "sign-in-link", "--email", "angharad@cvsllanfair.example")
        await page.goto(url)
        await page.getByRole("button", { name: "Sign in" }).click()
        await page.goto("/llanfair/settings/address")
        await expect(page.getByText("You’ve confirmed angharad@cvsllanfair.example.")).toBeVisible()

        // The email settings: what became of a test email, where none leaves.
        await page.goto("/llanfair/settings/email")
        await expect(said(page)).toContainText("EMAIL_URL isn’t set")
        await page.getByRole("button", { name: "Send a test email" }).click()
        await expect(async () => {
          await page.goto("/llanfair/settings/email")
          await expect(page.getByText("It was kept as a file in the folder “outbox”")).toBeVisible({
            timeout: 500,
          })
        }).toPass({ timeout: 30_000 })
        await fits(page)

        // The table of postcodes is the operator’s to bring in.
        await page.goto("/llanfair/settings/places")
        await expect(said(page)).toContainText("No postcode table yet")
        await expect(said(page)).toContainText("npx trellis import postcodes FILE")
        await fits(page)
        const table = path.join(folder, "ynys-mon.csv")
        writeFileSync(
          table,
          "postcode,lat,lon,ward code,district code\nLL61 5UJ,53.22,-4.2,W05001494,W06000001\n",
        )
        await trellis(env, "import", "postcodes", table)
        await page.reload()
        await expect(said(page)).toContainText("In force: ynys-mon")

        // The first list leads into the wizard; what is done says so.
        await page.goto("/llanfair/home")
        for (const done of ["Confirm your email", "table of postcodes"])
          await expect(step(page, done)).toContainText("Completed")
        await expect(step(page, "test email")).toContainText("Not yet started")
        await page.getByRole("link", { name: "Import your first list of groups" }).click()
        await expect(page.getByRole("heading", { level: 1 })).toContainText(/Import|list/)
        await fits(page)
        await page.goto("/llanfair/home")
        await page.getByRole("button", { name: "Dismiss this checklist" }).click()
        await expect(page.getByText("Getting started:")).toHaveCount(0)
        await page.goto("/llanfair/settings/start")
        await page.getByRole("button", { name: "Bring it back" }).click()
        await expect(page.getByText("Getting started:")).toBeVisible()

        expect((await context.request.get("/set-up")).status()).toBe(404)
        const late = await context.request.post("/set-up", { multipart: form, headers: { origin: base } })
        expect(late.status()).toBe(404)
        const visitor = await browser.newContext({ baseURL: base })
        const front = await visitor.newPage()
        await front.goto("/")
        await expect(front.getByRole("main").getByRole("link", { name: "Sign in" })).toBeVisible()
        await Promise.all([context.close(), visitor.close()])
      },
      { demo: false },
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test("with a mail server the letter confirms the address, and a test email says what the server said", async ({
  browser,
}) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "trellis-first-mail-"))
  const office = await postOffice()
  try {
    await withOwnTrellis(
      folder,
      async (env, printed) => {
        const context = await browser.newContext({ ...PHONE, baseURL: env.TRELLIS_URL })
        const page = await context.newPage()
        await page.goto("/set-up")
        await page.getByLabel("Set-up code").fill(/set-up code (\S+)/.exec(printed)?.[1] ?? "")
        for (const [label, value] of Object.entries(ORGANISATION)) await page.getByLabel(label).fill(value)
        await page.getByLabel("Council for voluntary service").check()
        await page.getByRole("button", { name: "Set up and continue" }).click()
        await page.getByRole("button", { name: "Sign in" }).click()
        await page.getByRole("link", { name: "Leave this for later" }).click()
        await page.getByRole("link", { name: "Confirm your email address" }).click()
        await expect(said(page)).toContainText("We’ve emailed you a link.")

        await expect.poll(() => office.taken.length, { timeout: 30_000 }).toBe(1)
        const [letter] = office.taken
        expect(letter?.recipient).toBe("angharad@llanfair.example")
        expect(letter?.subject).toContain("Confirm your email address")
        const link = /http\S+confirm\?\S+/.exec(letter?.text ?? "")?.[0] ?? ""
        await page.goto(link)
        await page.getByRole("button", { name: "Sign in" }).click()
        await expect(page).toHaveURL(/\/llanfair\/settings\/address$/)
        await expect(page.getByText("You’ve confirmed angharad@llanfair.example.")).toBeVisible()

        office.feels(() => ({ at: "DATA", code: 550, text: "5.7.1 Relaying denied" }))
        await page.goto("/llanfair/settings/email")
        await expect(said(page)).toContainText(new URL(office.url).host)
        const tryIt = async (button, words) => {
          await page.getByRole("button", { name: button }).click()
          await expect(async () => {
            await page.goto("/llanfair/settings/email")
            await expect(page.getByText(words)).toBeVisible({ timeout: 500 })
          }).toPass({ timeout: 30_000 })
          await fits(page)
        }
        await tryIt("Send a test email", "was refused. The mail server said: 550 5.7.1 Relaying denied")
        office.feels(() => null)
        await tryIt(
          "Send another test email",
          "was sent: the mail server accepted it for angharad@llanfair.example.",
        )
        await page.goto("/llanfair/home")
        for (const done of ["Confirm your email", "test email"])
          await expect(step(page, done)).toContainText("Completed")
        await context.close()
      },
      { demo: false, email: office.url },
    )
  } finally {
    await office.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
