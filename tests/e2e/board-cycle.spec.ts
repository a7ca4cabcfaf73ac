import { expect, test } from "@playwright/test"
import { openDatabase } from "./support/place"
import { somebody } from "./support/thread"
import { expectToFit } from "./support/width"

const BOARD = "Aldervale Health and Wellbeing Board"

/** Puts a meeting so many days back: nobody waits for it in a test. */
async function heldDaysAgo(meetingId: string, days: number) {
  const sql = openDatabase()
  await sql.begin(async (tx) => {
    await tx`select set_config('app.lio_id', (select id::text from lios where slug = 'demo'), true), set_config('app.audiences', '{*}', true)`
    await tx`update calendar_dates set on_day = on_day - ${days}::int where id = ${meetingId}`
    await tx`
      update calendar_occurrences set rule_day = rule_day - ${days}::int, starts_at = starts_at - make_interval(days => ${days}),
        ends_at = ends_at - make_interval(days => ${days}) where date_id = ${meetingId}`
  })
  await sql.end()
}

test("a meeting of a board: groups say what to raise, the representative reads the brief and reports on a phone without signal, and groups hear of it", async ({
  browser,
}) => {
  const staff = await somebody(browser, "worker@demo.example")
  const lead = await somebody(browser, "lead@demo.example", { phone: true })
  const rep = await somebody(browser, "rep@demo.example", { phone: true })
  for (const { page } of [lead, rep]) await page.setViewportSize({ width: 320, height: 640 })
  const unique = Date.now().toString(36)
  const question = `Lifts home after the clinic ${unique}`
  const day = new Date(Date.now() + 12 * 86_400_000)

  await staff.page.goto("/demo/partnerships")
  await staff.press(BOARD)
  await staff.press("Plan a meeting")
  await staff.fill("Day", String(day.getDate()))
  await staff.fill("Month", String(day.getMonth() + 1))
  await staff.fill("Year", String(day.getFullYear()))
  await staff.fill("Starts at", "10:00")
  await staff.fill("Finishes at", "12:00")
  await staff.fill("Where?", `Room ${unique}`)
  await staff.press("Save the meeting")
  await staff.isTold("The meeting is in the calendar.")
  const meeting = new URL(staff.page.url()).pathname

  await test.step("a group says what should be raised, on a small phone without scripts", async () => {
    await lead.page.goto(meeting)
    await expectToFit(lead.page, 320)
    await lead.fill("What should be raised?", question)
    await lead.press("Ask for this to be raised")
    await lead.isTold("It goes into the brief")
    await lead.sees(question, "For the meeting")
  })

  await test.step("staff make the brief, leave a line out, say what matters and send it", async () => {
    await staff.page.goto(`${meeting}/brief`)
    await staff.press("Make the brief now")
    await staff.isTold("up to date")
    await staff.fill("What should they know first?", `One thing: ${unique}`)
    const kept = staff.main.getByRole("checkbox")
    await expect(kept.first()).toBeChecked()
    const other = staff.main.getByRole("group", { name: "What people need" }).getByRole("checkbox").first()
    const left = (await other.locator("xpath=following-sibling::span").textContent()) ?? ""
    await other.uncheck()
    await staff.press("Send it to the representatives")
    await staff.isTold("Sent to Joan Pickles")
    await rep.page.goto(`${meeting}/brief`)
    await expectToFit(rep.page, 320)
    await rep.sees(`One thing: ${unique}`, question)
    await expect(rep.main).not.toContainText(left.slice(0, 40))
    const file = await rep.page.request.get(`${meeting}/brief/file/pdf`)
    expect(file.headers()["content-type"]).toBe("application/pdf")
  })

  await test.step("the report is typed with scripts off, and the signal is lost as it is sent", async () => {
    await heldDaysAgo(meeting.split("/").at(-1) ?? "", 13)
    await rep.page.goto("/demo/home")
    await rep.sees(`How did it go at ${BOARD}?`)
    await rep.page.goto(`${meeting}/report`)
    await expectToFit(rep.page, 320)
    await rep.fill("What was decided", `Evening lifts from May ${unique}`)
    await rep.fill("What they promised", "A list of drivers.")
    await rep.press("Keep it as a draft")
    await rep.isTold("Your draft is kept.")
    await staff.page.goto(`${meeting}/report`)
    await expect(staff.main, "staff read no draft").not.toContainText(unique)
    await rep.fill("What I need from groups", "Who would drive?")
    await rep.page.context().setOffline(true)
    await rep.press("Send your report").catch(() => {})
    await expect(rep.main).toHaveCount(0)
    await rep.page.context().setOffline(false)
    // The browser sends again what was typed; however often, it is written once.
    await rep.page.reload()
    await rep.isTold("Staff read your report now")
    await rep.sees(`Evening lifts from May ${unique}`, "Who would drive?")
  })

  await test.step("staff pass it on, write down what was promised, and tell the group what came of its question", async () => {
    await staff.page.goto("/demo/tasks?whose=team")
    await staff.page.goto(`${meeting}/report`)
    await staff.fill("What was decided", `Lifts home in the evening, from May ${unique}`)
    await staff.press("Pass it on to groups")
    await staff.isTold("The groups can read it now.")
    await staff.press("Add a promise from this meeting")
    await staff.sees("A list of drivers.")
    await staff.fill("What was promised?", `A list of drivers ${unique}`)
    await staff.pick("Pennine Fold Integrated Care Board")
    await staff.press("Save the promise")
    await staff.isTold("The promise is written down.")
    await rep.page.goto(meeting)
    await rep.main.getByText("Say what became of it").last().click()
    await rep.pick("Raised")
    await rep.fill("What should the group know?", "They start in May.")
    await rep.press("Save the reply")
    await lead.page.goto(meeting)
    await lead.sees("They start in May.")
    await lead.page.goto(`${meeting}/report`)
    await lead.sees(`Lifts home in the evening, from May ${unique}`)
    await expect(lead.main).not.toContainText(`Evening lifts from May`)
  })
})

test("with scripts, what is typed into a report is kept while there is no connection", async ({
  browser,
}) => {
  const rep = await somebody(browser, "rep@demo.example")
  const sql = openDatabase()
  const [open] = await sql.begin(async (tx) => {
    await tx`select set_config('app.lio_id', (select id::text from lios where slug = 'demo'), true), set_config('app.audiences', '{*}', true)`
    return tx<{ id: string }[]>`
      select m.id from board_meetings m join boards b on b.id = m.board_id join calendar_occurrences o on o.date_id = m.id
      where b.name = ${BOARD} and o.starts_at > now() order by o.starts_at limit 1`
  })
  await sql.end()
  const id = open?.id ?? ""
  await heldDaysAgo(id, 10)
  await rep.page.goto(`/demo/board-meetings/${id}/report`)
  await rep.page.context().setOffline(true)
  const words = `Typed in the car park ${Date.now()}`
  await rep.fill("What I said", words)
  await rep.sees("There’s no connection.")
  await rep.page.close()
  await rep.page.context().setOffline(false)
  const later = await rep.page.context().newPage()
  await later.goto(`/demo/board-meetings/${id}/report`)
  await expect(later.getByLabel("What I said")).toHaveValue(words)
  await heldDaysAgo(id, -10)
})
