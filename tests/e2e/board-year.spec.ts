import { expect, test } from "@playwright/test"
import {
  announceVote,
  ballotOf,
  comesTo,
  endorseAll,
  fillDay,
  findValid,
  inDatabase,
  soonSees,
  standFor,
  threeVoices,
  type Voice,
} from "./support/elections"
import { type Somebody, somebody } from "./support/thread"

const UNIQUE = (Date.now() % 100_000).toString(36)
const BOARD = `Ageing Well Board ${UNIQUE}`
const SEAT = `Seat for older people’s groups ${UNIQUE}`

/** Puts a meeting so many days back: nobody waits for it in a test. */
const heldDaysAgo = (meetingId: string, days: number) =>
  inDatabase(async (tx) => {
    await tx`update calendar_dates set on_day = on_day - ${days}::int where id = ${meetingId}`
    await tx`
      update calendar_occurrences set rule_day = rule_day - ${days}::int, starts_at = starts_at - make_interval(days => ${days}),
        ends_at = ends_at - make_interval(days => ${days}) where date_id = ${meetingId}`
  })

test("a year of one board: from the vacancy by a vote to a promise kept, and on to the second representative", async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const voices = await threeVoices(3)
  const [one, two, three] = voices as unknown as [Voice, Voice, Voice]
  const staff = await somebody(browser, "worker@demo.example")
  const visitor = await somebody(browser, null)
  const phones = await Promise.all(voices.map(() => somebody(browser, null, { phone: true })))
  const [first, second, third] = phones as [Somebody, Somebody, Somebody]
  const publicSeat = () =>
    visitor.main.getByRole("listitem").filter({ has: visitor.page.getByRole("heading", { name: SEAT }) })
  let boardPage = ""
  let seatPage = ""
  let election = ""

  await test.step("staff add the board with its vacant seat, and anybody sees what the role asks", async () => {
    await staff.page.goto("/demo/partnerships/new")
    await staff.fill("Name of the board or partnership", BOARD)
    await staff.main.getByRole("checkbox", { name: "Aldervale Borough Council" }).check()
    await staff.main.getByRole("checkbox", { name: "Older People’s Forum" }).check()
    await staff.press("Save the board")
    await staff.isTold("The board is added.")
    boardPage = staff.page.url().replace(/\?.*/, "")
    await staff.press("Show it on the public page")
    await staff.isTold("It’s on the public page now")
    await staff.press("Add a seat")
    await staff.fill(/called/, SEAT)
    await staff.fill("What does the role ask?", "Listen, and say it plainly.")
    await staff.press("Save the seat")
    await staff.isTold("The seat is added.")
    seatPage = staff.page.url().replace(/\?.*/, "")
    await visitor.page.goto("/demo/representatives")
    await expect(publicSeat()).toContainText("Vacant")
    await expect(publicSeat()).toContainText("Listen, and say it plainly.")
  })

  await test.step("groups choose by a vote", async () => {
    election = await announceVote(staff)
    await standFor(SEAT, first, one)
    await standFor(SEAT, second, two)
    await endorseAll(SEAT, third, three, [one, two])
    await findValid(staff, election, [one, two])
    await comesTo(SEAT, "nominations_until")
    await soonSees(staff, election, "Everything is ready for voting.")
    await staff.press("Open voting now")
    await staff.isTold("Voting is open.")
    for (const [person, voice, for_] of [
      [first, one, one],
      [second, two, two],
      [third, three, one],
    ] as const) {
      await person.page.goto(await ballotOf(SEAT, voice))
      await person.press(`Vote on behalf of ${voice.group}`)
      await person.main.getByLabel(for_.name).check()
      await person.press("Send your vote")
      await person.sees("Your vote has been cast.")
    }
    await comesTo(SEAT, "voting_until")
    await soonSees(staff, election, "The count, stage by stage")
    await staff.press("Tell groups the result now")
    await staff.isTold("Groups have been told.")
  })

  await inDatabase(
    (tx) =>
      tx`update seat_terms set starts_on = current_date - 40 where seat_id in (select id from seats where title = ${SEAT})`,
  )
  const rep = await somebody(browser, one.email, { phone: true })
  const group = await somebody(browser, three.email, { phone: true })

  await test.step("whoever was elected finds the board, and declares their interests", async () => {
    await rep.page.goto("/demo/representing")
    await rep.press(BOARD)
    await rep.press("Declare your interests")
    await rep.pick("No")
    await rep.press("Save your declaration")
    await rep.isTold("Your declaration is saved.")
  })

  await test.step("a meeting: a group asks, the brief goes, the report comes back", async () => {
    await staff.page.goto(boardPage)
    await staff.press("Plan a meeting")
    await fillDay(staff, "Date", 9)
    await staff.press("Save the meeting")
    await staff.isTold("The meeting is in the calendar.")
    const meeting = new URL(staff.page.url()).pathname
    await group.page.goto(meeting)
    await group.fill("What should be raised?", `Benches at the bus stops ${UNIQUE}`)
    await group.press("Ask for this to be raised")
    await group.isTold("It goes into the brief")
    await staff.page.goto(`${meeting}/brief`)
    await staff.press("Make the brief now")
    await staff.isTold("up to date")
    await staff.press("Send it to the representatives")
    await staff.isTold(`Sent to ${one.name}`)
    await rep.page.goto(`${meeting}/brief`)
    await rep.sees(`Benches at the bus stops ${UNIQUE}`)
    await heldDaysAgo(meeting.split("/").at(-1) ?? "", 10)
    await rep.page.goto(`${meeting}/report`)
    await rep.fill("What was decided", `Ten benches ${UNIQUE}`)
    await rep.fill("What they promised", "Where they go, by spring.")
    await rep.press("Send your report")
    await rep.isTold("Staff read your report now")
    await staff.page.goto(`${meeting}/report`)
    await staff.press("Pass it on to groups")
    await staff.isTold("The groups can read it now.")
    await staff.press("Add a promise from this meeting")
    await staff.fill("What was promised?", `A list of places for benches ${UNIQUE}`)
    await staff.press("Save the promise")
    await staff.isTold("The promise is written down.")
    await staff.pick("Kept")
    await staff.fill("What happened?", "The list came in March.")
    await staff.press("Save what became of it")
    await staff.isTold("Saved.")
    await group.page.goto(`${meeting}/report`)
    await group.sees(`Ten benches ${UNIQUE}`)
  })

  await test.step("the first hands over and steps down; the seat is vacant, and the second finds all of it", async () => {
    await rep.page.goto("/demo/representing")
    await rep.press(BOARD)
    await rep.main.getByText("Write down what whoever comes next should know").click()
    await rep.fill("What should whoever comes next know?", `Ring the chair first ${UNIQUE}`)
    await rep.press("Save")
    await rep.isTold("Saved.")
    await staff.page.goto(seatPage)
    await staff.press("End this term")
    await staff.pick("Stepped down")
    await staff.press("End their term")
    await staff.isTold("The seat will be vacant then.")
    await visitor.page.goto("/demo/representatives")
    await expect(publicSeat()).toContainText("Vacant")
    await rep.page.goto(new URL(boardPage).pathname.replace("partnerships", "representing"))
    await rep.sees("Your time on this board ended")
    await rep.seesNothingOf(`Ring the chair first ${UNIQUE}`)
    await staff.page.goto(seatPage)
    await staff.press("Fill this seat")
    await staff.main.getByRole("combobox", { name: "Group" }).fill(two.group)
    await staff.main.getByRole("option", { name: two.group }).first().click()
    await staff.fill("Their name", two.name)
    await staff.fill("Their email address", two.email)
    await staff.pick("Representative")
    await staff.pick("Chosen by a network")
    await staff.press("Save")
    await staff.isTold("They’ll find the board’s pages when they sign in.")
    const next = await somebody(browser, two.email, { phone: true })
    await next.page.goto("/demo/representing")
    await next.press(BOARD)
    await next.sees(
      `Ring the chair first ${UNIQUE}`,
      `A list of places for benches ${UNIQUE}`,
      "Kept",
      "Reported",
    )
  })
})
