import { expect, test } from "@playwright/test"
import {
  announceVote,
  ballotOf,
  comesTo,
  endorseAll,
  findValid,
  soonSees,
  standFor,
  threeVoices,
  type Voice,
} from "./support/elections"
import { buttonIn, letterTo, type Somebody, somebody } from "./support/thread"
import { expectToFit } from "./support/width"

/** Another each time: a demo that the test was tried in before has an earlier one. */
const SEAT = `Seat for tenants’ groups ${Date.now() % 10_000}`
test("groups choose who speaks for them: from the vacancy to the term, on small phones without scripts", async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const voices = await threeVoices()
  const [one, two, three] = voices as unknown as [Voice, Voice, Voice]
  const staff = await somebody(browser, "worker@demo.example")
  const phones = await Promise.all(voices.map(() => somebody(browser, null, { phone: true })))
  const [first, second, third] = phones as [Somebody, Somebody, Somebody]
  for (const { page } of phones) await page.setViewportSize({ width: 320, height: 640 })
  const fits = ({ page }: Somebody) => expectToFit(page, 320)
  let staffPage = ""

  await test.step("staff plan and announce it", async () => {
    await staff.page.goto("/demo/partnerships")
    await staff.press("Aldervale Housing Forum")
    await staff.press("Add a seat")
    await staff.fill(/called/, SEAT)
    await staff.press("Save the seat")
    await staff.isTold("The seat is added.")
    staffPage = await announceVote(staff, [], () =>
      staff.sees(
        "isn’t on the public page, so only groups can read of this vote",
        "Show the board on the public page first",
      ),
    )
    await staff.sees("As groups see it")
    await staff.press("Aldervale Housing Forum")
    await expect(staff.main.locator(".card", { hasText: SEAT })).toContainText("Groups are choosing:")
    await staff.press("Boards and seats")
    await staff.main.getByRole("link", { name: new RegExp(`${SEAT} on .* groups are choosing`) }).click()
    await staff.seesHeading(SEAT)
    await staff.page.goto("/demo/representatives")
    await expect(staff.main.getByRole("link", { name: SEAT, exact: true })).toBeVisible()
    await staff.page.goto(staffPage)
  })

  await test.step("two put themselves up, by the link in their email", async () => {
    for (const [person, voice] of [
      [first, one],
      [second, two],
    ] as const) {
      await standFor(SEAT, person, voice)
      await fits(person)
    }
  })

  await test.step("somebody whom a group put up is waited for, and not checked before they say yes", async () => {
    const letter = await letterTo(three.email, `Who should speak for groups? ${SEAT}`)
    await third.page.goto(buttonIn(letter, "Stand, or put somebody up"))
    await third.sees("Groups read it before they vote.")
    await third.seesNothingOf("so can anybody")
    await third.pick("Somebody else of our group")
    await third.main.locator("#put-name").fill("Nora Newcomer")
    await third.main.locator("#put-email").fill(`nora-${Date.now()}@aldervale.example`)
    await third.press("Send the nomination")
    await third.sees("We’ve emailed them to ask whether they want to stand.")
    await staff.page.goto(staffPage)
    const card = staff.main.locator(".card", {
      has: staff.page.getByRole("heading", { name: "Nora Newcomer" }),
    })
    await expect(card).toContainText("We’re waiting for their yes.")
    await expect(card.getByText("Check this nomination")).toHaveCount(0)
  })

  await test.step("another group endorses both, and staff find them valid", async () => {
    await endorseAll(SEAT, third, three, [one, two])
    await fits(third)
    await findValid(staff, staffPage, [one, two])
  })

  await test.step("nominations close, and voting opens", async () => {
    await comesTo(SEAT, "nominations_until")
    await soonSees(staff, staffPage, "Everything is ready for voting.")
    await staff.press("Open voting now")
    await staff.isTold("Voting is open.")
  })

  await test.step("the roll is a line a group, and what can be changed opens for one of them", async () => {
    await staff.press("The roll, and who votes for each group")
    await staff.seesHeading("The roll")
    await expect(staff.main.getByRole("textbox")).toHaveCount(0)
    await staff.main.getByRole("link", { name: `Change ${three.group}`, exact: true }).click()
    await staff.sees(`Somebody else votes for ${three.group}`)
    await expect(staff.main.getByLabel("Their name")).toHaveCount(1)
    await expect(staff.main.getByRole("link", { name: `Change ${one.group}`, exact: true })).toBeVisible()
  })

  let receipt = ""

  await test.step("each votes for their group, and one of them changes their mind", async () => {
    for (const [person, voice, for_] of [
      [first, one, one],
      [second, two, two],
      [third, three, one],
    ] as const) {
      await person.page.goto(await ballotOf(SEAT, voice))
      await person.press(`Vote on behalf of ${voice.group}`)
      await person.seesHeading(`Vote on behalf of ${voice.group}`)
      await person.sees("Votes are secret.")
      await fits(person)
      await person.press("Send your vote")
      await person.sees("Choose one, or leave your ballot blank.")
      await person.main.getByLabel(for_.name).check()
      await person.press("Send your vote")
      await person.sees("Your vote has been cast.")
      await fits(person)
    }
    await third.main.getByLabel(two.name).check()
    await third.press("Change your vote")
    await third.sees(`You voted for: ${two.name}.`)
    receipt = (await third.main.locator(".card .text-xl").textContent()) ?? ""
    expect(receipt).toMatch(/^([A-Z2-9]{4}-){4}[A-Z2-9]{4}$/)
  })

  await test.step("on another phone the vote stands, but for whoever has the code", async () => {
    const other = await somebody(browser, null, { phone: true })
    await other.page.goto(await ballotOf(SEAT, three))
    await other.press("Change your vote")
    await other.seesNothingOf("You voted for")
    await other.main.getByLabel(one.name).check()
    await other.press("Change your vote")
    await other.sees("has voted already")
    await other.fill("The code of your receipt", receipt.toLowerCase())
    await other.press("Change your vote")
    await other.sees(`You voted for: ${one.name}.`)
  })

  await test.step("it closes, is counted, and whoever is elected has the seat", async () => {
    await comesTo(SEAT, "voting_until")
    await soonSees(staff, staffPage, "The count, stage by stage")
    expect(await letterTo(one.email, `You’re elected: ${SEAT}`)).toContain("groups have chosen you")
    await staff.press("Tell groups the result now")
    await staff.isTold("Groups have been told.")
    await staff.press(`Make ${two.name} the substitute`)
    await staff.isTold(`${two.name} is the substitute.`)
    await staff.sees(`Elected: ${one.name} (${one.group}).`)
    await staff.seesNothingOf("What comes next")
    await third.page.goto(buttonIn(await letterTo(three.email, `The result: ${SEAT}`), "See the result"))
    await third.sees("Elected", one.name)
    await fits(third)
  })
})
