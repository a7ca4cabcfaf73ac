import { expect, test } from "@playwright/test"
import { buttonIn, expectClosed, letterTo, openNetwork, planConsultation, somebody } from "./support/thread"

const run = Date.now().toString(36)
const OURS = "Hob’s Mill Food Bank"
const NEIGHBOUR = "Hob’s Mill Baby Bank"
const COUNCIL = "Aldervale Borough Council"
const NETWORK = `Cold vans ${run}`
const TITLE = `What happens to food without a cold van? ${run}`
const Q = {
  text: "What do you turn down for want of a cold van?",
  single: "Do you have a van of your own?",
  multiple: "Which food do you get?",
  scale: "How hard is it to keep food cold?",
}
const QUOTE = `We turned down four hundred litres of milk in ${run}`
const THEIRS = `Our shed is too warm for baby milk since ${run}`
const PAPER = `Cold food for every neighbourhood ${run}`
const ASK = `Lend a cold van to food groups one day a week (${run})`
const REPLY = `A van is free on Tuesdays from January (${run}).`
const HAPPENED = `The van has driven every Tuesday since then (${run}).`
const OUTCOME = `Food groups have a cold van one day a week (${run}).`
const NEED = `A cold van that groups can share (${run})`

test("what a group says goes the whole way: asked, answered together, put to the council, and back to the group", async ({
  browser,
}) => {
  const staff = await somebody(browser, "worker@demo.example")
  const tomasz = await somebody(browser, "member@demo.example", { phone: true })
  const rita = await somebody(browser, "lead@demo.example", { phone: true })
  const rep = await somebody(browser, "rep@demo.example")
  const ray = await somebody(browser, "ray.ogden@aldervale.example")
  const guest = await somebody(browser, null, { phone: true })
  const visitor = await somebody(browser, null)

  await test.step("staff open a network and begin a topic; somebody of a group replies for the group", async () => {
    await openNetwork(staff, NETWORK, [OURS, NEIGHBOUR])
    await staff.press("Begin a topic")
    await staff.fill("Title", `Who has a cold van? ${run}`)
    await staff.fill("What do you want to say?", "Tell us how you keep food cold on the way.")
    await staff.press("Post it")
    await staff.isTold("Your topic is there")

    await tomasz.page.goto("/demo/networks")
    await tomasz.press(NETWORK)
    await tomasz.press(`Who has a cold van? ${run}`)
    await tomasz.sees(`You speak for ${OURS}.`)
    await tomasz.fill("Your reply", "We borrow one when we can.")
    await tomasz.press("Post your reply")
    await tomasz.isTold("Your reply is there")
    await staff.page.reload()
    const post = staff.main.getByRole("listitem").filter({ hasText: "We borrow one when we can." })
    await expect(post).toContainText(`${OURS}, Tomasz Nowak`)
  })

  await test.step("staff ask the groups of the network four questions", async () => {
    await planConsultation(staff, {
      title: TITLE,
      body: COUNCIL,
      network: NETWORK,
      questions: [
        ["Written answer", Q.text],
        ["Choose one", Q.single, { "Option 1": "Yes, our own", "Option 2": "No, we borrow" }],
        ["Choose any", Q.multiple, { "Option 1": "Milk", "Option 2": "Vegetables", "Option 3": "Bread" }],
        ["Scale", Q.scale, { "What does 1 mean?": "Easy" }],
      ],
    })
    await staff.press("Ask 2 groups now")
    await staff.isTold("It’s open. 2 groups asked, 4 emails on the way.")
  })
  const consultation = staff.page.url().match(/\/demo\/consultations\/[0-9a-f-]{36}/)?.[0] ?? ""

  await test.step("one of the group answers from the emailed link, on a phone without scripts or password", async () => {
    const invitation = await letterTo("member@demo.example", TITLE)
    await guest.page.goto(buttonIn(invitation, "Answer for your group"))
    await guest.seesHeading(TITLE)
    await guest.fitsThePhone()
    await guest.press("Start")
    await guest.answer(Q.text, "We turned down milk.")
    await guest.fitsThePhone()
    await guest.answer(Q.single, ["No, we borrow"])
    await guest.seesHeading(Q.multiple)
    await guest.press("Save and come back later")
    await guest.seesHeading("Your answers are saved")
    await guest.sees("2 of 4 questions answered. Nothing has been sent yet.")
    await letterTo("member@demo.example", `Your saved answers: ${TITLE}`)
  })

  let ourAnswer = ""
  await test.step("another of the group sees what was written, changes it and answers the rest", async () => {
    await rita.page.goto("/demo/consultations")
    await rita.main.locator("section", { hasText: TITLE }).getByRole("link", { name: "Continue" }).click()
    await rita.answer(Q.multiple, ["Milk", "Bread"])
    await rita.answer(Q.scale, ["4"])
    await rita.seesHeading("Check your answers")
    ourAnswer = new URL(rita.page.url()).search
    expect(ourAnswer).toMatch(/group=[0-9a-f-]{36}/)
    await rita.sees("We turned down milk.", "No, we borrow")
    await rita.press(`Change ${Q.text}`)
    await rita.sees("Tomasz Nowak changed this answer")
    await expect(rita.page.getByLabel(Q.text)).toHaveValue("We turned down milk.")
    await rita.answer(Q.text, `${QUOTE}. The drivers were sorry.`)
    await rita.seesHeading("Check your answers")
    await rita.sees(QUOTE)
    await rita.fitsThePhone()
  })

  const answerAt = ["answer", "check", "ours"].map((page) => `${consultation}/${page}${ourAnswer}`)
  const forStaff = ["reach", "passages", "results"].map((page) => `${consultation}/${page}`)
  await test.step("nobody outside the group sees a word of its draft", async () => {
    await expectClosed(rep, [consultation, ...answerAt, ...forStaff], [QUOTE, TITLE])
    await expectClosed(ray, [...answerAt, ...forStaff], [QUOTE])
    await expectClosed(staff, [`${consultation}/answer${ourAnswer}`], [QUOTE])
    await staff.finds(TITLE, 1)
    await rep.finds(TITLE, 0)
    await rep.finds(QUOTE, 0, OURS)
  })

  await test.step("the first finds the change, tells the lead, and the lead sends the answer", async () => {
    await guest.press("Continue now")
    await guest.seesHeading("Check your answers")
    await guest.sees(QUOTE)
    await guest.press("Tell the lead it is ready")
    await guest.isTold("We have emailed the lead of your group")
    const ready = await letterTo("lead@demo.example", `Ready to send for ${OURS}: ${TITLE}`)
    expect(ready).toContain("Tomasz Nowak says that the answers")
    await rita.pick("Yes, also in papers that anybody can read")
    await rita.press("Send your answers")
    await rita.isTold("Thank you. Your answers are sent.")
    const reference = await rita.main.getByText("The reference is").locator("strong").last().textContent()
    expect(await letterTo("lead@demo.example", `Your answers, ${reference}: ${TITLE}`)).toContain(QUOTE)
  })

  await test.step("staff see how far they have come, enter the neighbour’s answer from paper, and close", async () => {
    await staff.goTo("Consultations")
    await staff.press(TITLE)
    await staff.press("See who hasn’t answered")
    await staff.sees("1 of 2 groups have answered (50%)")
    await staff.press(`Enter answers of ${NEIGHBOUR}`)
    await staff.answer(Q.text, `${THEIRS}.`)
    await staff.answer(Q.single, ["Yes, our own"])
    await staff.answer(Q.multiple, ["Milk"])
    await staff.answer(Q.scale, ["Not sure or prefer not to say"])
    await staff.pick("No")
    await staff.press(`Send the answers of ${NEIGHBOUR}`)
    await staff.isTold("Entered. The reference is")
    await staff.sees("2 of 2 groups have answered (100%)")
    await staff.press("Close it now")
    await staff.seesPart("Change the closing date, or close it")
    await staff.fill("Why is it closing early?", "Both groups have answered.")
    await staff.press("Close it now")
    await staff.isTold("It is closed")
    await expectClosed(rep, [consultation, ...answerAt, ...forStaff], [QUOTE, TITLE])
    await staff.sees("2 of the 2 groups that we asked answered (100%).", ...Object.values(Q))
    await staff.sees(QUOTE, `${NEIGHBOUR} (may not be quoted)`)
  })

  await test.step("staff mark a passage in each answer, and add the need behind one", async () => {
    await staff.press("Read the answers")
    for (const [group, quote] of [
      [NEIGHBOUR, THEIRS],
      [OURS, QUOTE],
    ] as const) {
      await staff.press(group)
      await staff.seesPart(`The answer of ${group}`)
      await staff.main.getByText("Mark a passage").click()
      await staff.fill("The words that matter", quote)
      await staff.fill(/^(Code|Or a new code)/, `Cold vans ${run}`)
      await staff.press("Save the passage")
      await staff.isTold("The passage is saved.")
      await expectClosed(rep, [new URL(staff.page.url()).pathname], [QUOTE, THEIRS])
      if (group === NEIGHBOUR) await staff.press("All answers")
    }
    await staff.page.getByRole("status").getByRole("link", { name: "Add a need from it" }).click()
    await staff.fill("What is needed?", NEED)
    await staff.press("Save the need")
    await staff.isTold("The need is in the register.")
  })

  await test.step("the need leads back to the passage, its group and the consultation", async () => {
    await staff.sees(QUOTE)
    await staff.press("A passage")
    await staff.seesHeading(TITLE)
    await staff.sees(`“Cold vans ${run}” was said by 2 groups of 2.`)
    const passage = staff.main.locator(".card", { hasText: QUOTE })
    await expect(passage).toContainText(`to “${Q.text}”`)
    await expect(passage).toContainText(`A need heard in it: ${NEED}`)
    await passage.getByRole("link", { name: OURS }).click()
    await expect(staff.main.getByRole("link", { name: NEED })).toBeVisible()
    await staff.press("What they said")
    await staff.sees(QUOTE)
    await staff.follow(TITLE)
  })

  let paper = ""
  await test.step("staff put an ask to the council that rests on both passages, publish it and send it", async () => {
    await staff.press("New representation")
    await staff.fill("Title", PAPER)
    await expect(staff.main.getByLabel("Who is it to?").locator("option:checked")).toHaveText(COUNCIL)
    await expect(staff.main.getByLabel(/^Which consultation/).locator("option:checked")).toHaveText(TITLE)
    await staff.press("Save and add the asks")
    await staff.isTold("Saved. Now add what you ask for.")
    paper = new URL(staff.page.url()).pathname
    await staff.fill("What should they do?", ASK)
    await staff.press("Add the ask")
    await staff.isTold("Added ask 1.")
    for (const quote of [THEIRS, QUOTE]) {
      const words = staff.main.getByRole("blockquote").filter({ hasText: quote })
      await words.getByRole("button", { name: "Pin it to this ask" }).click()
      await expect(words.getByRole("button", { name: "Take it off" })).toBeVisible()
    }
    await staff.goTo("Needs")
    await staff.follow(NEED)
    await staff.choose("An ask of a representation", ASK)
    await staff.press("Make it part of this ask")
    await staff.isTold("The need is part of the ask now.")
    await staff.sees("Waiting for a reply")
    await staff.follow(PAPER)
    await staff.sees("2 passages from 2 groups")
    await staff.press("Check the paper and publish")
    await staff.press("Publish version 1")
    await staff.isTold("Version 1 is published and will not change.")
    await staff.press("Send it")
    await staff.pick("By post")
    await staff.press("Send it, or mark it as sent")
    await staff.isTold("Marked as sent.")
  })

  await test.step("anybody reads the paper: the ask, and only the words that may be quoted", async () => {
    await visitor.page.goto(`${paper}/1`)
    await visitor.seesHeading(PAPER)
    await visitor.sees(`1. ${ASK}`, "from the answers of 2 groups.")
    await expect(visitor.page.getByRole("blockquote")).toContainText([`${QUOTE}${OURS}`])
    await visitor.seesNothingOf(THEIRS, NEIGHBOUR, "Tomasz", "Rita")
    await visitor.page.goto(paper)
    await expect(visitor.page).toHaveURL(/\/sign-in/)
  })

  await test.step("staff enter the reply and what then happened, and tell the groups", async () => {
    await staff.press("Enter the reply")
    await staff.pick("Accepted in part")
    await staff.fill(/^In their words/, REPLY)
    await staff.press("Save the reply")
    await staff.isTold("The reply is entered.")
    await staff.press("Add what happened next")
    await staff.fill("What has changed?", HAPPENED)
    await staff.press("Save what happened")
    await staff.isTold("Saved.")
    await staff.press("Close it and tell the groups")
    await staff.fill("What came of it?", OUTCOME)
    await staff.press("Close it and tell 2 groups")
    await staff.isTold("Closed. 2 groups are told what came of it.")
  })

  await test.step("each group hears what it said, what we said and what they decided, and nothing of another’s words", async () => {
    const subject = `You said, we said, they decided: ${TITLE} (${COUNCIL})`
    const back = [ASK, "Accepted in part", REPLY, HAPPENED, OUTCOME]
    for (const email of ["lead@demo.example", "member@demo.example"]) {
      const letter = await letterTo(email, subject)
      for (const words of [QUOTE, ...back]) expect(letter).toContain(words)
      expect(letter).not.toContain(THEIRS)
    }
    const neighbours = await letterTo("ray.ogden@aldervale.example", subject)
    for (const words of [THEIRS, ...back]) expect(neighbours).toContain(words)
    expect(neighbours).not.toContain(QUOTE)

    await rita.page.goto(buttonIn(await letterTo("lead@demo.example", subject), "See it all in one place"))
    await rita.seesHeading("What came of it")
    const ours = rita.page.getByRole("article").filter({ hasText: TITLE })
    await expect(ours).toHaveCount(1)
    for (const words of [QUOTE, ...back]) await expect(ours).toContainText(words)
    await rita.seesNothingOf(THEIRS)
    await rita.fitsThePhone()
    await rep.page.goto("/demo/outcomes")
    await rep.seesHeading("What came of it")
    await rep.seesNothingOf(QUOTE, THEIRS, TITLE, ASK)
    await ray.page.goto("/demo/outcomes")
    await ray.sees(THEIRS)
    await ray.seesNothingOf(QUOTE)
  })

  await test.step("the need, the group and the consultation all lead on to what came of it", async () => {
    await staff.follow(NEED)
    await staff.sees(COUNCIL, ASK, "Accepted in part", REPLY, `What happened: ${HAPPENED}`)
    await staff.follow(PAPER)
    await staff.sees("Needs in it:", NEED)
    await staff.follow(TITLE)
    await staff.press("Write the outcome")
    await staff.fill("The outcome, in a sentence or two", OUTCOME)
    await staff.press("Finish, and tell the groups")
    await staff.isTold("Finished. Nobody else had to be emailed.")
    await staff.tab("Representation")
    await staff.follow(PAPER)
    await staff.press(OURS)
    await staff.press("What they said")
    const said = staff.main.getByRole("listitem").filter({ hasText: QUOTE })
    for (const words of [ASK, PAPER, "Accepted in part", REPLY, HAPPENED])
      await expect(said).toContainText(words)
  })
})
