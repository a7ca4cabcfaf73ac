import { mkdtempSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { expect, test } from "@playwright/test"
import { withOwnTrellis } from "../../bin/parts/own-trellis.mjs"

const ORGANISATION = {
  "Name of your organisation": "Ribble Valley CVS",
  "Your name": "Maureen Pye",
  "Your email address": "maureen@ribble.example",
}

test("an empty Trellis is set up on the first visit, by whoever has the code, once", async ({ browser }) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "trellis-first-run-"))
  try {
    await withOwnTrellis(
      folder,
      async ({ TRELLIS_URL: base }, said) => {
        const code = /set-up code (\S+)/.exec(said)?.[1] ?? ""
        expect(code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/)
        // Without scripts: the first visit must not hang on them.
        const context = await browser.newContext({ javaScriptEnabled: false, baseURL: base })
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
        await expect(page.getByText("maureen@ribble.example")).toBeVisible()
        await page.getByRole("button", { name: "Sign in" }).click()
        await expect(page).toHaveURL(/\/ribble-valley-cvs\/home$/)
        await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible()

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
