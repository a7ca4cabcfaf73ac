import { type Browser, expect, type Page, test } from "@playwright/test"
import { readPdf } from "../support/documents"
import { cookieOf } from "./support/place"
import { expectToFit } from "./support/width"

const base = process.env.TRELLIS_URL ?? "http://localhost:3100"
const PHONE = { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }

async function desk(browser: Browser, email: string) {
  const context = await browser.newContext()
  const [name = "", value = ""] = (await cookieOf(base, email)).split(/=(.*)/)
  await context.addCookies([{ name, value, url: base }])
  return context.newPage()
}

test("a stranger on a small phone without scripts comes from the finder’s answer to a guide and its PDF in two presses", async ({
  browser,
}) => {
  const page = await (await browser.newContext(PHONE)).newPage()
  const main = page.getByRole("main")
  await page.goto("/find?q=AV2+2XA")
  await main.getByRole("link", { name: "Open a bank account" }).click()
  await expect(main.getByRole("heading", { level: 1 })).toHaveText("Open a bank account")
  await expect(main.getByText("Applies to England, Wales, Scotland and Northern Ireland.")).toBeVisible()
  await expectToFit(page, 320)
  const coming = page.waitForEvent("download")
  await main.getByRole("link", { name: "PDF to print or keep" }).click()
  const file = await coming
  expect(file.suggestedFilename()).toBe("Open a bank account (Version 1).pdf")
  const answer = await page.request.get(`${base}/guides/open-a-bank-account.pdf`)
  expect(answer.headers()["content-disposition"]).toContain("attachment")
  expect(await readPdf(await answer.body())).toMatchObject({
    title: "Open a bank account",
    ua: "1",
    tagged: true,
  })
})

test("every guide is there as a page, as PDF and for Word, old versions too, and nothing else is", async ({
  request,
}) => {
  const list = await (await request.get(`${base}/guides`)).text()
  const slugs = [...new Set([...list.matchAll(/href="\/guides\/([a-z-]+)"/g)].map(([, slug]) => slug))]
  expect(slugs).toHaveLength(14)
  for (const slug of slugs)
    for (const path of [`/guides/${slug}`, `/guides/${slug}.docx`, `/demo/guides/${slug}.pdf`])
      expect((await request.get(base + path)).status(), path).toBe(200)
  const room = "/demo/guides/hire-a-room-at-the-old-library"
  const [first, now] = await Promise.all(
    [`${room}/versions/1.pdf`, `${room}.pdf`].map(async (path) =>
      readPdf(await (await request.get(base + path)).body()),
    ),
  )
  expect(first?.words).toContain("£12")
  expect(now?.words).toContain("£13")
  expect(now?.words).toContain("Aldervale CVS")
  for (const path of [
    "/guides/no-such-guide",
    "/guides/hire-a-room-at-the-old-library",
    "/other/guides/hire-a-room-at-the-old-library",
    "/other/guides/hire-a-room-at-the-old-library.pdf",
    `${room}/versions/3`,
    `${room}/versions/0.pdf`,
    "/demo/guides/apply-to-the-aldervale-community-fund",
    "/demo/guides/apply-to-the-aldervale-community-fund.docx",
    "/guides/start-a-group.exe",
  ])
    expect((await request.get(base + path, { maxRedirects: 0 })).status(), path).toBe(404)
})

test("a guide is written with its look beside it, checked by a colleague, published, and remarked on by a reader", async ({
  browser,
}) => {
  const title = `Borrow a gazebo ${Date.now()}`
  const worker = await desk(browser, "worker@demo.example")
  await worker.goto("/demo/guides/manage")
  await worker.getByRole("link", { name: "New guide" }).click()
  await worker.getByLabel("Title").fill(title)
  await worker.getByLabel("England", { exact: true }).check()
  await worker
    .getByLabel("What somebody can do once they’ve read it")
    .fill("You will be able to borrow our gazebo.")
  await worker
    .getByLabel("The guide", { exact: true })
    .fill("## How\n\n:::steps\n1. Ring us\n2. Fetch it\n:::\n\n<script>alert(1)</script>")
  const look = worker.getByRole("region", { name: "How it will look" })
  await expect(look.getByRole("heading", { name: "How" })).toBeVisible()
  await expect(look.getByText("<script>alert(1)</script>")).toBeVisible()
  await worker.getByRole("button", { name: "Save as draft" }).click()
  await expect(worker.getByText("Saved as a draft. Only staff can see it.")).toBeVisible()
  await worker.getByRole("button", { name: "Ask a colleague to check it" }).click()
  const own = worker.getByText("You wrote this last, so a colleague has to check it.")
  await expect(own).toBeVisible()
  const address = new URL(worker.url()).pathname

  const manager = await desk(browser, "manager@demo.example")
  await manager.goto(address)
  await manager.getByRole("button", { name: "I’ve read it and it’s right" }).click()
  await manager.getByRole("button", { name: "Publish it" }).click()
  await expect(manager.getByText(`“${title}” is on your public pages now`)).toBeVisible()

  const reader = await (await browser.newContext(PHONE)).newPage()
  await reader.goto("/demo/guides")
  await reader.getByRole("link", { name: title }).click()
  await reader.getByRole("button", { name: "Send" }).click()
  await expect(reader.getByRole("link", { name: "Choose yes or no" })).toBeVisible()
  await reader.getByLabel("No", { exact: true }).check()
  await reader.getByLabel("Why? What is missing or wrong?").fill("Is it waterproof?")
  await reader.getByRole("button", { name: "Send" }).click()
  await expect(reader.getByText("Thank you. That helps us make it better.")).toBeVisible()
  await worker.goto("/demo/tasks")
  await expect(worker.getByText(`didn’t find the guide “${title}” useful`).first()).toBeVisible()
})

test("two people who edit a guide at once see each other’s words, and lose none", async ({ browser }) => {
  const edit = "/demo/guides/manage/hire-a-room-at-the-old-library/edit"
  const [worker, manager] = [
    await desk(browser, "worker@demo.example"),
    await desk(browser, "manager@demo.example"),
  ]
  await Promise.all([worker.goto(edit), manager.goto(edit)])
  const box = (page: Page) => page.getByLabel("The guide", { exact: true })
  await box(worker).fill("The worker’s words.")
  await worker.getByRole("button", { name: "Save as draft" }).click()
  await expect(worker.getByText("Saved as a draft.")).toBeVisible()
  await box(manager).fill("The manager’s words.")
  await manager.getByRole("button", { name: "Save as draft" }).click()
  await expect(manager.getByText(/saved this guide on/).first()).toBeVisible()
  await expect(box(manager)).toHaveValue("The manager’s words.")
  await expect(manager.getByRole("textbox", { name: "What was saved in the meantime" })).toHaveValue(
    "The worker’s words.",
  )
  await box(manager).fill("The worker’s words. The manager’s words.")
  await manager.getByRole("button", { name: "Save as draft" }).click()
  await expect(manager.getByText("Saved as a draft.")).toBeVisible()
  await manager.getByText("Discard it", { exact: true }).first().click()
  await manager.getByRole("button", { name: "Discard it" }).click()
  await expect(manager.getByText("Discarded the changes to")).toBeVisible()
})

test("search engines are told what each public page is, and nothing of any person’s", async ({
  request,
  browser,
}) => {
  const map = await (await request.get(`${base}/sitemap.xml`)).text()
  const paths = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address]) => new URL(address ?? "").pathname,
  )
  expect(paths).toContain("/guides/start-a-group")
  expect(paths).toContain("/demo/guides/hire-a-room-at-the-old-library")
  expect(paths.filter((path) => /groups|people|home|settings|sign-in|manage/.test(path))).toEqual([])
  for (const path of paths) {
    const html = await (await request.get(base + path)).text()
    expect(html, path).not.toContain("noindex")
    expect(html, path).toMatch(/<meta name="description" content="[^"]{20,}/)
    expect(html, path).toContain('rel="canonical"')
    for (const [, data] of html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g))
      expect(JSON.parse(data ?? "")["@type"], path).toBeTruthy()
  }
  expect(await (await request.get(`${base}/guides/start-a-group`)).text()).toContain('"@type":"HowTo"')
  expect(await (await request.get(`${base}/robots.txt`)).text()).toContain("Sitemap:")
  const page = await desk(browser, "manager@demo.example")
  for (const path of ["/demo/home", "/demo/groups", "/demo/guides/manage"]) {
    await page.goto(path)
    await expect(page.locator('meta[name="robots"]').first()).toHaveAttribute("content", /noindex/)
  }
  for (const path of [
    "/sign-in",
    "/privacy",
    "/find?q=AV2",
    "/demo/guides/hire-a-room-at-the-old-library/versions/1",
    "/demo/directory?q=food",
  ])
    expect(await (await request.get(base + path)).text(), path).toContain("noindex")
})
