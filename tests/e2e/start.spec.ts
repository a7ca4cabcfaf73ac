import { expect, test } from "@playwright/test"

test("a fresh Trellis is well, and has a front page that leads to signing in", async ({ page, request }) => {
  const health = await request.get("/api/health")
  expect(health.status()).toBe(200)
  expect(await health.json()).toMatchObject({
    status: "ok",
    database: "ok",
    worker: "ok",
    migrations: "current",
  })
  await page.goto("/")
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  await page.goto("/sign-in")
  await expect(page.getByRole("textbox", { name: /email/i })).toBeVisible()
})
