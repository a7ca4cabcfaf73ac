import { expect, test } from "@playwright/test"
import { openDatabase } from "./support/place"
import { buttonIn, letterTo, type Somebody, somebody } from "./support/thread"
import { expectToFit } from "./support/width"

type Asked = { id: string; group: string; people: { name: string; email: string }[] }

/** A group that two people speak for and that has had no health check. */
async function aGroup(): Promise<Asked> {
  const sql = openDatabase()
  const [row] = await sql.begin(async (tx) => {
    await tx`select set_config('app.lio_id', (select id::text from lios where slug = 'demo'), true), set_config('app.audiences', '{*}', true)`
    return tx<Asked[]>`
      select g.id, g.name as "group", json_agg(json_build_object('name', p.name, 'email', p.email) order by p.email) as people
      from groups g join roles r on r.group_id = g.id and r.speaks is not null and r.ended_on is null
        join people p on p.id = r.person_id and p.email is not null and p.left_at is null
      where g.removed_at is null and g.stage = 'member' and not exists (select from health_checks c where c.group_id = g.id)
        and not exists (select from suppressions s where s.email = p.email)
        and not exists (select from groups o where o.name like g.name || '%' and o.id <> g.id)
      group by g.id, g.name having count(distinct p.id) = 2 order by g.name limit 1`
  })
  await sql.end()
  if (!row) throw new Error("Two people speak for no group of the demo.")
  return row
}

/** Answers the questions that come next, and stops on the page of the one after. */
async function answer(person: Somebody, from: number, to: number, says: string) {
  for (let at = from; at <= to; at++) {
    await person.sees(`Question ${at} of 30`)
    await person.main.getByLabel(says, { exact: true }).check()
    await person.press("Continue")
  }
}

test("a group answers 30 questions on a small phone without scripts, by two people in two sittings, and takes its consent back", async ({
  browser,
}) => {
  const { id, group, people } = await aGroup()
  const [one, other] = [people[0]?.email ?? "", people[1]?.email ?? ""]
  const linkFor = async (email: string) =>
    buttonIn(await letterTo(email, `A health check for ${group}`), "Open the health check")
  const staff = await somebody(browser, "worker@demo.example")
  const first = await somebody(browser, null, { phone: true })
  const second = await somebody(browser, null, { phone: true })
  for (const { page } of [first, second]) await page.setViewportSize({ width: 320, height: 640 })
  const sharing = async () => {
    await staff.page.goto("/demo/health-checks")
    const card = staff.main.locator(".card", { hasText: "Groups that share a health check" })
    return Number(await card.locator("p").nth(1).textContent())
  }
  const before = await sharing()
  let checkPage = ""

  const fits = ({ page }: Somebody) => expectToFit(page, 320)

  await test.step("staff ask for it", async () => {
    await staff.page.goto(`/demo/health-checks/new?group=${id}`)
    for (const set of ["Governance basics", "Finance basics", "Safeguarding", "Volunteers"])
      await staff.main.getByLabel(set).check()
    await staff.press("Start the health check")
    await staff.isTold("on their way")
    await staff.sees("The group hasn’t begun yet.")
    checkPage = staff.page.url()
  })

  await test.step("one person begins, and stops", async () => {
    await first.page.goto(await linkFor(one))
    await first.sees("30 questions, about 15 minutes")
    await fits(first)
    await first.press("Start now")
    await fits(first)
    await first.press("Continue")
    await first.sees("Choose an answer")
    await answer(first, 1, 12, "Yes, in place")
  })

  await test.step("another goes on where the first left off, and changes an answer", async () => {
    await second.page.goto(await linkFor(other))
    await second.sees("12 of 30 questions are answered.")
    await second.press("Go on")
    await answer(second, 13, 30, "Not yet")
    await second.seesHeading("Check your answers")
    await fits(second)
    await second.main
      .getByRole("link", { name: /Change/ })
      .first()
      .click()
    await second.sees(`${people[0]?.name} answered this.`)
    await second.main.getByLabel("Partly", { exact: true }).check()
    await second.press("Continue")
  })

  await test.step("it is handed in and shared, and staff see it", async () => {
    await second.main.getByLabel("Yes, share them").check()
    await second.press("Hand in your health check")
    await second.sees("Thank you. Your health check is handed in.", "Read: ")
    await fits(second)
    await second.fill("What will you do?", "Write a budget")
    const due = second.main.getByRole("group", { name: /^By when/ })
    await due.getByLabel("Day").fill("31")
    await due.getByLabel("Month").fill("2")
    await due.getByLabel("Year").fill("2031")
    await second.press("Add to the plan")
    await second.sees("Enter a real date, like 27 6 2026")
    await due.getByLabel("Month").fill("1")
    await second.press("Add to the plan")
    await second.sees("Write a budget", "by 31 January 2031")
    await second.main.getByRole("button", { name: /^Tick off/ }).click()
    await second.sees("done on")
    await staff.page.goto(checkPage)
    await staff.sees("Governance basics", "Write a budget")
    expect(await sharing()).toBe(before + 1)
    for (const file of ["PDF", "Word"]) {
      const href =
        (await second.main.getByRole("link", { name: file, exact: true }).getAttribute("href")) ?? ""
      expect((await second.page.request.get(href)).status()).toBe(200)
    }
  })

  await test.step("they ask for a session with one press, which staff find among their tasks", async () => {
    await second.main
      .getByRole("link", { name: /^Ask us for a session/ })
      .first()
      .click()
    await second.press("Ask for a session")
    await second.sees("You asked for a session.", "A session was asked for on")
    await fits(second)
    await staff.page.goto("/demo/tasks")
    await staff.sees(`${group} asks for a session about:`)
  })

  await test.step("the other takes the consent back by their own link", async () => {
    await first.page.goto(await linkFor(one))
    await first.main.getByLabel("No, keep them to ourselves").check()
    await first.press("Save who sees this")
    await first.sees("can’t see your answers any more")
    await fits(first)
    await staff.page.goto(checkPage)
    await staff.sees("The group keeps its answers to itself.")
    await expect(staff.main.getByText("Write a budget")).toHaveCount(0)
    expect(await sharing()).toBe(before)
  })
})
