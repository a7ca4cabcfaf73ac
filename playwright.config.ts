import { defineConfig } from "@playwright/test"

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  // A page waits for the server about a third of the time: three at once are well where there are two cores.
  workers: 3,
  // In CI a second try, said at the end with what the page showed at the first: a fault seldom seen is still looked into.
  retries: process.env.CI ? 1 : 0,
  // Only what hangs is ended by these: a busy machine is no reason to fail.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["list"], ["json"]] : "list",
  use: {
    baseURL: process.env.TRELLIS_URL ?? "http://localhost:3100",
    actionTimeout: 60_000,
    locale: "en-GB",
    timezoneId: "Europe/London",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      // Containers seldom let Chromium make its own sandbox, and root never may.
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    },
  },
})
