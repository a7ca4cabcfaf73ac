import { expect, test } from "@playwright/test"
import sharp from "sharp"
import {
  announceVote,
  ballotOf,
  comesTo,
  endorseAll,
  findValid,
  inDatabase,
  soonSees,
  standFor,
  threeVoices,
  type Voice,
} from "./support/elections"
import { buttonIn, letterTo, type Somebody, somebody } from "./support/thread"
import { expectToFit } from "./support/width"

/** Anybody sees what it is. */
const BOARD = "Fold Valley Transport Liaison Group"
/** Others each time: a demo that the test was tried in before has earlier ones. */
const NUMBER = Date.now() % 10_000
const BUSES = `Buses and trains ${NUMBER}`
/** The vote is called as the seat from which it is planned. */
const SEAT = `Roads and paths ${NUMBER}`

test("two seats that differ: a picture, an appeal, ballots on paper, a vote changed, and who takes which", async ({
  browser,
}) => {
  test.setTimeout(400_000)
  const [one, two, three] = (await threeVoices()) as unknown as [Voice, Voice, Voice]
  const [four, five, six] = (await threeVoices(3)) as unknown as [Voice, Voice, Voice]
  const staff = await somebody(browser, "worker@demo.example")
  const onPhone = async () => {
    const person = await somebody(browser, null, { phone: true })
    await person.page.setViewportSize({ width: 320, height: 640 })
    return person
  }
  const [first, second, third, fourth] = await Promise.all([onPhone(), onPhone(), onPhone(), onPhone()])
  const fits = ({ page }: Somebody) => expectToFit(page, 320)
  let staffPage = ""

  await test.step("staff plan one vote for two seats", async () => {
    for (const seat of [BUSES, SEAT]) {
      await staff.page.goto("/demo/partnerships")
      await staff.press(BOARD)
      await staff.press("Add a seat")
      await staff.fill(/called/, seat)
      await staff.press("Save the seat")
      await staff.isTold("The seat is added.")
    }
    staffPage = await announceVote(staff, [BUSES])
  })

  await test.step("three stand, one of them with a picture", async () => {
    for (const [person, voice] of [
      [first, one],
      [second, two],
      [third, three],
    ] as const)
      await standFor(SEAT, person, voice)
    await first.page.goto(buttonIn(await letterTo(one.email, `You’re standing: ${SEAT}`), "See or change it"))
    const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#1d6b43" } })
      .png()
      .toBuffer()
    await first.main
      .getByLabel("A picture of you")
      .setInputFiles({ name: "me.png", mimeType: "image/png", buffer })
    await first.press("Send this picture")
    await first.sees("Thank you. Your picture is there.")
    await fits(first)
    await endorseAll(SEAT, fourth, four, [one, two, three])
    await findValid(staff, staffPage, [one, two, three])
  })

  await test.step("a group that is left out appeals, and staff decide", async () => {
    await comesTo(SEAT, "nominations_until")
    await soonSees(staff, staffPage, "Everything is ready for voting.")
    // As if it had become a member a day too late.
    await inDatabase(
      (tx) =>
        tx`update election_roll r set left_out = 'too_new' from elections e, groups g
          where e.id = r.election_id and e.title = ${SEAT} and g.id = r.group_id and g.name = ${four.group}`,
    )
    await fourth.page.goto(
      buttonIn(
        await letterTo(four.email, `Who should speak for groups? ${SEAT}`),
        "Stand, or put somebody up",
      ),
    )
    await fourth.sees("Not on the roll: not a member for long enough.")
    await fourth.main.getByText("That’s not right").click()
    await fourth.fill("Why should your group be on the roll?", "We joined in spring. Here is the receipt.")
    await fourth.press("Send the appeal")
    await fourth.sees("We have your appeal, and will decide on it.")
    await fits(fourth)
    await staff.page.goto(staffPage)
    await staff.sees("An appeal about the roll isn’t decided yet.")
    await staff.press("The roll, and who votes for each group")
    await staff.sees("We joined in spring.")
    await staff.pick("Put on the roll")
    await staff.fill("Why?", "The receipt is right.")
    await staff.press("Save")
    await staff.isTold("The group reads your decision with its link.")
    await fourth.page.reload()
    await fourth.sees("Your appeal: Put on the roll. The receipt is right.")
    await staff.page.goto(staffPage)
    await staff.press("Open voting now")
    await staff.isTold("Voting is open.")
  })

  await test.step("votes by number, on a phone of 320 px without scripts; one changes its own", async () => {
    const votes = async (person: Somebody, voice: Voice, order: Voice[]) => {
      await person.page.goto(await ballotOf(SEAT, voice))
      await person.press(`Vote on behalf of ${voice.group}`)
      await fits(person)
      for (const [at, { name, group }] of order.entries())
        await person.choose(`${name}, ${group}`, String(at + 1))
      await person.press("Send your vote")
      await person.sees("Your vote has been cast.")
      await fits(person)
    }
    await votes(first, one, [one, two])
    await votes(second, two, [two])
    await votes(third, three, [three])
    await votes(fourth, four, [three, one])
    await fourth.choose(`${one.name}, ${one.group}`, "1")
    await fourth.choose(`${three.name}, ${three.group}`, "2")
    await fourth.press("Change your vote")
    await fourth.sees(`You voted for: 1. ${one.name}, 2. ${three.name}.`)
  })

  await test.step("ballots on paper go into the same box", async () => {
    await staff.page.goto(staffPage)
    await staff.press("Add ballots that came on paper")
    const names = await staff.main.locator("ol li").allTextContents()
    const numberOf = ({ name }: Voice) => names.indexOf(name) + 1
    await staff.pick(five.group)
    await staff.pick(six.group)
    await staff.fill("The ballots", `${numberOf(two)} ${numberOf(three)}`)
    await staff.press("Put them into the box")
    await staff.sees("1 ballot for 2 groups: there must be one each.")
    await staff.fill("The ballots", `${numberOf(two)} ${numberOf(three)}\nblank`)
    await staff.press("Put them into the box")
    await staff.isTold("2 ballots are in the box, and their groups are marked as having voted.")
  })

  await test.step("it’s counted, and staff say who takes which seat and who stands in on one", async () => {
    await comesTo(SEAT, "voting_until")
    await soonSees(staff, staffPage, "Who takes which seat?")
    await staff.sees("Quota: 2. Whoever reaches it is elected.")
    await staff.choose(`${one.name} (${one.group})`, SEAT)
    await staff.choose(`${two.name} (${two.group})`, SEAT)
    await staff.press("Give them their seats")
    await staff.sees("Somebody else takes this seat. Choose another.")
    await staff.choose(`${two.name} (${two.group})`, BUSES)
    await staff.press("Give them their seats")
    await staff.isTold("have their seats. We’ve emailed them.")
    await staff.choose("On which seat?", BUSES)
    await staff.press(`Make ${three.name} the substitute`)
    await staff.isTold(`${three.name} is the substitute.`)
    await staff.press("Tell groups the result now")
    await staff.isTold("Groups have been told.")
  })

  await test.step("anybody reads the result, with its chart, count and picture", async () => {
    await third.page.goto(staffPage.replace("/partnerships/", "/"))
    await third.seesHeading(SEAT)
    await third.sees(
      "groups on the roll voted",
      "The count, stage by stage",
      "1 of them left its ballot blank",
    )
    await third.sees(`Elected: ${SEAT}`, `Elected: ${BUSES}`)
    const picture = third.main.getByAltText(`Picture of ${one.name}`)
    const answer = await third.page.request.get((await picture.getAttribute("src")) ?? "")
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "image/jpeg"])
    await fits(third)
    expect(await letterTo(two.email, `You speak for groups at ${BOARD}`)).toContain(`for: ${BUSES}`)
  })
})
