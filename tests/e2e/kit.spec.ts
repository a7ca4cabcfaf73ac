import { expect, type Locator, type Page, test } from "@playwright/test"
import axe from "axe-core"

const PHONE = { width: 360, height: 740 }
const DESK = { width: 1280, height: 900 }

/**
 * What axe finds serious, and whether the page scrolls sideways. Of forced colours axe sees only half: the words keep their
 * own colour for it and the ground does not, so contrasts are left to whoever chose the colours.
 */
async function faultsOf(page: Page) {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const forced = matchMedia("(forced-colors: active)").matches
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ["violations"],
      rules: { "color-contrast": { enabled: !forced } },
    })
    const wide = document.documentElement.scrollWidth - innerWidth
    return [
      ...violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target).join(", ")}`),
      ...(wide > 0 ? [`scrolls sideways by ${wide} px`] : []),
    ]
  })
}

/** A computed value of the first thing that fits. */
const styleOf = (thing: Locator, property: string) =>
  thing.first().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)

for (const colorScheme of ["light", "dark"] as const)
  for (const forcedColors of ["none", "active"] as const)
    test(`the kit holds in ${colorScheme}${forcedColors === "active" ? ", with forced colours" : ""}, on a phone and a desk`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ colorScheme, forcedColors, viewport: PHONE })
      const page = await context.newPage()
      expect((await page.goto("/kit"))?.status()).toBe(200)
      expect(await faultsOf(page)).toEqual([])
      await page.setViewportSize(DESK)
      expect(await faultsOf(page)).toEqual([])
      await context.close()
    })

test("forced colours keep every border and state", async ({ browser }) => {
  const context = await browser.newContext({ forcedColors: "active", viewport: DESK })
  const page = await context.newPage()
  await page.goto("/kit")
  const main = page.getByRole("main")

  for (const piece of [".button:not(.button-plain)", ".tag", ".banner", ".card", ".input"]) {
    const line = main.locator(piece)
    expect(Number.parseFloat(await styleOf(line, "border-top-width")), piece).toBeGreaterThanOrEqual(1)
    expect(await styleOf(line, "border-top-style"), piece).not.toBe("none")
    expect(await styleOf(line, "border-top-color"), piece).not.toBe(
      await styleOf(page.locator("body"), "background-color"),
    )
  }

  const tabs = main.getByRole("navigation", { name: "About the group" }).getByRole("link")
  const under = (at: number) => styleOf(tabs.nth(at), "border-bottom-color")
  expect(await under(0), "the chosen tab").not.toBe(await under(1))
  expect(Number.parseFloat(await styleOf(tabs.nth(0), "border-bottom-width"))).toBeGreaterThanOrEqual(2)

  // What a box looks like is in its pixels: the same box before and after.
  for (const [role, name] of [
    ["checkbox", "Forming They meet, but have no rules yet"],
    ["radio", "Member"],
  ] as const) {
    const box = main.locator("#forms").locator("..").getByRole(role, { name, exact: true }).first()
    const empty = await box.screenshot()
    await box.check()
    await page.mouse.move(0, 0)
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    expect((await box.screenshot()).equals(empty), `a ticked ${role}`).toBe(false)
  }

  const focused = main.locator(".shows-focus")
  for (let at = 0; at < (await focused.count()); at++) {
    expect(Number.parseFloat(await styleOf(focused.nth(at), "outline-width"))).toBeGreaterThanOrEqual(3)
    expect(await styleOf(focused.nth(at), "outline-style")).toBe("solid")
  }
  for (const bar of [".bar-1", ".bar-2", ".bar-3", ".bar-4", ".bar-5"])
    expect(Number.parseFloat(await styleOf(main.locator(bar), "stroke-width")), bar).toBeGreaterThanOrEqual(2)
  await context.close()
})

test("the kit is seen in light or dark, whichever the system is set to", async ({ browser }) => {
  const context = await browser.newContext({ colorScheme: "light" })
  const page = await context.newPage()
  const ground = async (look: string) => {
    await page.goto(`/kit?look=${look}`)
    return styleOf(page.locator("html"), "background-color")
  }
  const [system, light, dark] = [await ground("system"), await ground("light"), await ground("dark")]
  expect(light).toBe(system)
  expect(dark).not.toBe(light)
  expect(await faultsOf(page)).toEqual([])
  await page.emulateMedia({ colorScheme: "dark" })
  expect(await ground("system")).toBe(dark)
  expect(await ground("light")).toBe(light)
  await context.close()
})
