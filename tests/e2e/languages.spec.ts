import { expect, test } from "@playwright/test"
import { buttonIn, letterTo, openNetwork, planConsultation, somebody } from "./support/thread"

const run = Date.now().toString(36)
const ENGLISH = `Rooms for choirs ${run}`
const WELSH = `Ystafelloedd ymarfer ar gyfer corau a chymdeithasau cymunedol y Dyffryn, ${run}`
const QUESTION = "What kind of room do you need?"
const LONG =
  "Pa fath o ystafell sydd ei hangen ar eich cymdeithas gorawl ar gyfer ymarferion wythnosol a chyngherddau Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch?"
const WHY = "Why?"

test("a consultation is written in Welsh, and a group answers it in Welsh on a phone without scripts", async ({
  browser,
}) => {
  const rita = await somebody(browser, "lead@demo.example", { phone: true })
  const staff = await somebody(browser, "worker@demo.example")
  await openNetwork(staff, `Choirs ${run}`, ["Hob’s Mill Food Bank"])
  await planConsultation(staff, {
    title: ENGLISH,
    body: "Aldervale Borough Council",
    network: `Choirs ${run}`,
    questions: [
      ["Choose one", QUESTION, { "Option 1": "A hall", "Option 2": "Other, please say" }],
      ["Written answer", WHY],
    ],
  })
  const consultation = staff.page.url().match(/\/demo\/consultations\/[0-9a-f-]{36}/)?.[0] ?? ""

  await test.step("what isn’t translated yet is counted, and said before it opens", async () => {
    await staff.tab("Questions")
    await staff.press("In another language")
    await staff.choose("Add a language", "Welsh (Cymraeg)")
    await staff.press("Add the language")
    await staff.seesPart("In Welsh")
    await staff.sees("5 texts aren’t translated yet.")
    await staff.fill("Title in Welsh", WELSH)
    const question = (at: number) => staff.main.getByRole("region", { name: `Question ${at}` })
    await question(1).getByLabel("Question in Welsh").fill(LONG)
    await staff.fill("Answer 1 in Welsh", "Neuadd")
    await staff.fill("Answer 2 in Welsh", "Arall, dywedwch")
    await staff.press("Save the Welsh")
    await staff.isTold("1 text isn’t translated yet.")
    await staff.page.goto(`${consultation}/email`)
    await staff.sees("Not complete, so groups won’t see it yet.")
    await staff.page.goto(`${consultation}/languages?language=cy`)
    await question(2).getByLabel("Question in Welsh").fill("Pam?")
    await staff.press("Save the Welsh")
    await staff.isTold("Everything is translated.")
    await staff.press("See it as groups will")
    await staff.sees(LONG, "The questions are translated.")
  })

  await test.step("the email says that it can be answered in Welsh", async () => {
    await staff.page.goto(`${consultation}/email`)
    await staff.sees("Gallwch ateb yn Gymraeg.", WELSH)
    await staff.press("Ask 1 group now")
    await staff.isTold("It’s open. 1 group asked")
    const letter = await letterTo("lead@demo.example", ENGLISH)
    expect(letter).toContain(WELSH)
    await rita.page.goto(buttonIn(letter, "Gallwch ateb yn Gymraeg\\."))
    await rita.seesHeading(WELSH)
    await rita.fitsThePhone()
  })

  await test.step("the language that was chosen goes along from page to page", async () => {
    await rita.page.goto(consultation)
    await rita.seesHeading(WELSH)
    await rita.press("English")
    await rita.seesHeading(ENGLISH)
    await rita.press("Start")
    await rita.seesHeading(QUESTION)
    await rita.press("Cymraeg")
    await rita.seesHeading(LONG)
    await rita.fitsThePhone()
    const marked = rita.main.locator("[lang=cy]")
    await expect(marked.filter({ hasText: "Neuadd" })).toBeVisible()
    await expect(marked.filter({ hasText: "Not sure" })).toHaveCount(0)
    await rita.pick("Arall, dywedwch")
    await rita.press("Continue")
    await rita.sees("Say what you mean by")
    await rita.seesHeading(LONG)
    await rita.fill(/^If you chose “Arall, dywedwch”/, "Ysgubor")
    await rita.press("Continue")
    await rita.answer("Pam?", "Mae’r neuadd yn rhy oer.")
    await rita.seesHeading("Check your answers")
    await rita.sees(WELSH, LONG, "Arall, dywedwch: Ysgubor")
    await rita.fitsThePhone()
    await rita.press("Send your answers")
    await rita.seesHeading("Our answer")
    await rita.sees(LONG)
    await rita.fitsThePhone()
  })

  await test.step("staff read in which language it was answered, and a changed English makes its Welsh out of date", async () => {
    await staff.page.goto(`${consultation}/passages`)
    await staff.press("Hob’s Mill Food Bank")
    await staff.sees("Answered in Welsh.", WHY)
    await staff.page.goto(`${consultation}/questions`)
    await staff.press("Change question 1")
    await staff.fill("The question", "What kind of rooms do you need?")
    await staff.fill("Why are you changing it?", "Spelling.")
    await staff.press("Change the question")
    await staff.isTold("Changed question 1.")
    await staff.page.goto(`${consultation}/languages`)
    await staff.sees("1 translation is out of date.")
  })
})
