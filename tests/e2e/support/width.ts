import { expect, type Page } from "@playwright/test"

/** The page doesn’t scroll sideways on a screen of so many px; waits for the page that a click has led to. */
export async function expectToFit(page: Page, pixels: number) {
  await page.waitForLoadState()
  await expect
    .poll(() => page.evaluate("document.documentElement?.scrollWidth"), "fits the screen")
    .toBeLessThanOrEqual(pixels)
}
