import { expect, test } from "@playwright/test"
import { openNetwork, planConsultation, somebody } from "./support/thread"

const run = Date.now().toString(36)

test("a question is asked only of those who said so before, on a phone without scripts", async ({
  browser,
}) => {
  const rita = await somebody(browser, "lead@demo.example", { phone: true })
  const staff = await somebody(browser, "worker@demo.example")
  const [ROOM, WHICH, ELSE] = ["Do you rent a room?", "Which room do you rent?", "Anything else?"]
  await openNetwork(staff, `Rooms ${run}`, ["Hob’s Mill Food Bank"])
  await planConsultation(staff, {
    title: `Rooms to rent ${run}`,
    body: "Aldervale Borough Council",
    network: `Rooms ${run}`,
    questions: [["Choose one", ROOM, { "Option 1": "Yes", "Option 2": "No" }]],
  })
  await staff.tab("Questions")
  for (const [at, [title, answer]] of (
    [
      [WHICH, `1. ${ROOM}: Yes`],
      [ELSE, null],
    ] as const
  ).entries()) {
    await staff.pick("Written answer")
    await staff.fill("The question", title)
    if (answer) await staff.main.getByLabel("Answer", { exact: true }).selectOption({ label: answer })
    await staff.press("Add the question")
    await staff.isTold(`Added question ${at + 2}`)
  }
  await staff.sees("Only for groups that said “Yes” to question 1.", "Only if you said “Yes” to question 1.")
  await staff.press("Check the email and open")
  await staff.press("Ask 1 group now")
  await staff.isTold("It’s open. 1 group asked")
  const consultation = staff.page.url().match(/\/demo\/consultations\/[0-9a-f-]{36}/)?.[0] ?? ""

  await test.step("it comes next for those who said so", async () => {
    await rita.page.goto(`${consultation}/answer?question=1`)
    await rita.pick("Yes")
    await rita.press("Continue")
    await rita.sees("Only if you said “Yes” to question 1.")
    await rita.fitsThePhone()
    await rita.answer(WHICH, "The long room at St Oswin’s")
    await rita.seesHeading(ELSE)
  })

  await test.step("and is left out for the others, with what was said to it before", async () => {
    await rita.page.goto(`${consultation}/answer?question=1&from=check`)
    await rita.pick("No")
    await rita.press("Continue")
    await rita.seesHeading("Check your answers")
    await rita.sees(
      "Not asked. Only if you said “Yes” to question 1.",
      "One earlier answer will be left out when you send",
    )
    await rita.fitsThePhone()
    await expect(rita.main.getByRole("link", { name: `Change ${WHICH}` })).toHaveCount(0)
    await rita.page.goto(`${consultation}/answer?question=2`)
    await rita.seesHeading(ELSE)
    await rita.page.goto(`${consultation}/check`)
    await rita.press("Send your answers")
    await rita.isTold("One earlier answer was left out")
    await rita.fitsThePhone()
  })
})

test("several things are put on one scale, and an option goes with no other, on a phone without scripts", async ({
  browser,
}) => {
  const rita = await somebody(browser, "lead@demo.example", { phone: true })
  const staff = await somebody(browser, "worker@demo.example")
  const [SUITS, NEEDS] = ["How well does the room suit you?", "What would help?"]
  await openNetwork(staff, `Halls ${run}`, ["Hob’s Mill Food Bank"])
  await planConsultation(staff, {
    title: `Halls that suit ${run}`,
    body: "Aldervale Borough Council",
    network: `Halls ${run}`,
    questions: [
      [
        "Several things on one scale",
        SUITS,
        { "Things to put on the scale, one on each line": "Warmth\nThe price", "What does 1 mean?": "Badly" },
      ],
      [
        "Choose any",
        NEEDS,
        {
          "Option 1": "We move out",
          "Option 2": "A ramp",
          "Option 3": "A lift",
          "Options that can’t be chosen with any other": "1",
        },
      ],
    ],
  })
  await staff.press("Ask 1 group now")
  await staff.isTold("It’s open. 1 group asked")
  const consultation = staff.page.url().match(/\/demo\/consultations\/[0-9a-f-]{36}/)?.[0] ?? ""

  await test.step("each thing has its own answer", async () => {
    await rita.page.goto(`${consultation}/answer?question=1`)
    await rita.seesHeading(SUITS)
    await rita.fitsThePhone()
    const warmth = rita.main.getByRole("group", { name: "Warmth" })
    await warmth.getByLabel("1 – Badly").check()
    await rita.main
      .getByRole("group", { name: "The price" })
      .getByLabel("Not sure or prefer not to say")
      .check()
    await rita.press("Continue")
    await rita.seesHeading(NEEDS)
  })

  await test.step("an option that goes with no other is said so, and refused beside another", async () => {
    await rita.sees("“We move out” can’t be chosen with any other answer.")
    await rita.pick("We move out")
    await rita.pick("A ramp")
    await rita.press("Continue")
    await rita.sees("Choose your answers, or “We move out”, but not both")
    await rita.main.getByLabel("A ramp", { exact: true }).uncheck()
    await rita.press("Continue")
    await rita.seesHeading("Check your answers")
    await rita.sees("Warmth: 1 of 5: Badly")
    await rita.fitsThePhone()
  })

  await test.step("a question is put right while it’s open, and saved as a block with another", async () => {
    await staff.page.goto(`${consultation}/questions`)
    await staff.press("Change question 2")
    await staff.fill("More answers to choose from, one on each line", "A bell")
    await staff.press("Change the question")
    await staff.sees("Say why")
    await staff.fill("Why are you changing it?", "A group asked for it.")
    await staff.press("Change the question")
    await staff.isTold("Changed question 2")
    await staff.sees("Version 2", "Why: A group asked for it.")
    await staff.main.locator("summary", { hasText: "Save questions as a block" }).click()
    await staff.fill("Name of the block", `Rooms ${run}`)
    await staff.main.getByLabel(`1. ${SUITS}`).check()
    await staff.press("Save the block")
    await staff.isTold("Saved as the block")
    await staff.page.goto("/demo/consultations/blocks")
    await staff.sees(`Rooms ${run}`, "Where your group meets")
    await rita.page.goto(`${consultation}/answer?question=2`)
    await rita.sees("Question 2 has one more answer to choose from: “A bell”. Why: A group asked for it.")
    await rita.fitsThePhone()
    await rita.pick("A bell")
  })
})
