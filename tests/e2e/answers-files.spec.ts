import { expect, test } from "@playwright/test"
import { buttonIn, letterTo, openNetwork, planConsultation, somebody } from "./support/thread"
import { expectToFit } from "./support/width"

const run = Date.now().toString(36)
const file = (name: string, start = "%PDF-1.4\n", more = 0) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.concat([Buffer.from(`${start}${name}\n%%EOF`), Buffer.alloc(more, 32)]),
})
/** As much as one file may have, all but a few bytes. */
const BIG = 10 * 1024 * 1024 - 100

test("a question is answered with a file, on a phone without scripts, and staff open it once it is sent", async ({
  browser,
}) => {
  const rita = await somebody(browser, "lead@demo.example", { phone: true })
  const staff = await somebody(browser, "worker@demo.example")
  const TITLE = `What your programme says ${run}`
  const guest = await somebody(browser, null, { phone: true })
  await guest.page.setViewportSize({ width: 320, height: 640 })
  const [SHOWS, ELSE] = ["Can you show us your programme?", "Anything else?"]
  await openNetwork(staff, `Programmes ${run}`, ["Hob’s Mill Food Bank"])
  await planConsultation(staff, {
    title: TITLE,
    body: "Aldervale Borough Council",
    network: `Programmes ${run}`,
    questions: [
      ["A file", SHOWS, { "Help text": "This season’s." }],
      ["Written answer", ELSE],
    ],
  })
  await staff.press("Ask 1 group now")
  await staff.isTold("It’s open. 1 group asked")
  const consultation = staff.page.url().match(/\/demo\/consultations\/[0-9a-f-]{36}/)?.[0] ?? ""
  const address = async (name: string) =>
    (await rita.main.getByRole("link", { name }).first().getAttribute("href")) ?? ""
  let first = ""

  await test.step("what can’t be taken is told beside the question, and the file is kept", async () => {
    await rita.page.goto(`${consultation}/answer?question=1`)
    await rita.sees("This season’s. PDF, Word, Excel, text or picture, up to 10 MB. Staff can open it")
    await rita.fitsThePhone()
    await rita.main.getByLabel(SHOWS).setInputFiles(file("virus.pdf", "MZ\u0090\u0000"))
    await rita.press("Continue")
    await rita.seesHeading(`${SHOWS} (optional)`)
    await rita.sees("We can’t take “virus.pdf”")
    await rita.fitsThePhone()
    await rita.main.getByLabel(SHOWS).setInputFiles(file("Winter.pdf"))
    await rita.press("Continue")
    await rita.seesHeading(`${ELSE} (optional)`)
    await rita.answer(`${ELSE} (optional)`, "It is on our door, too.")
    await rita.seesHeading("Check your answers")
    await rita.sees("Winter.pdf", "(PDF, ")
    await rita.fitsThePhone()
    first = await address("Winter.pdf")
    expect((await rita.page.request.get(first)).headers()["content-disposition"]).toContain("Winter.pdf")
    expect((await staff.page.request.get(first)).status(), "before it is sent").toBe(404)
  })

  await test.step("it is replaced, taken away and chosen again", async () => {
    await rita.main.getByRole("link", { name: `Change ${SHOWS}` }).click()
    await rita.sees("To replace it, choose another.")
    await rita.main.getByLabel(SHOWS).setInputFiles(file("Spring.pdf", undefined, BIG))
    await rita.press("Continue")
    await rita.seesHeading("Check your answers")
    await rita.sees("Spring.pdf", "(PDF, 10 MB)")
    expect((await rita.page.request.get(first)).status(), "the one that was replaced").toBe(404)
    await rita.main.getByRole("link", { name: `Change ${SHOWS}` }).click()
    await rita.press("Remove this file")
    await rita.seesHeading(`${SHOWS} (optional)`)
    await rita.seesNothingOf("Spring.pdf")
    await rita.main.getByLabel(SHOWS).setInputFiles(file("Winter.pdf"))
    await rita.press("Continue")
    await rita.seesHeading("Check your answers")
    await rita.press("Send your answers")
    await rita.isTold("Thank you. Your answers are sent")
    await rita.sees("Winter.pdf")
    await rita.fitsThePhone()
  })

  await test.step("by an emailed link it works the same, and opens this file and no other of the group", async () => {
    await guest.page.goto(buttonIn(await letterTo("lead@demo.example", TITLE), "Answer for your group"))
    await guest.main.getByRole("button").first().click()
    await guest.page.waitForURL(({ pathname }) => !pathname.endsWith("/enter"))
    await guest.page.goto(`${consultation}/answer?question=1`)
    await guest.sees("Winter.pdf")
    await expectToFit(guest.page, 320)
    await guest.main.getByLabel(SHOWS).setInputFiles(file("By link.pdf"))
    await guest.press("Continue")
    await guest.page.waitForURL(/\/check|question=2/)
    await guest.page.goto(`${consultation}/check`)
    const link = (await guest.main.getByRole("link", { name: "By link.pdf" }).getAttribute("href")) ?? ""
    expect((await guest.page.request.get(link)).headers()["content-disposition"]).toContain("By link.pdf")
    expect((await staff.page.request.get(link)).status(), "before it is sent").toBe(404)
    const bare = link.replace(/.*\/answer\/file\/(.*)/, "/demo/files/$1/content")
    expect((await guest.page.request.get(bare)).url()).toContain("/sign-in")
  })

  await test.step("staff read it with the answer", async () => {
    await staff.page.goto(`${consultation}/passages`)
    await staff.press("Hob’s Mill Food Bank")
    await staff.sees("The file they sent")
    const link = staff.main.getByRole("link", { name: "Winter.pdf" })
    const got = await staff.page.request.get((await link.getAttribute("href")) ?? "")
    expect(got.headers()["content-disposition"]).toBe('attachment; filename="Winter.pdf"')
    await staff.page.goto(`${consultation}/results`)
    await staff.sees("1 group sent a file")
    await staff.seesNothingOf("Winter.pdf")
    const visitor = await somebody(browser, null)
    const sent = await visitor.page.request.get(await address("Winter.pdf"))
    expect(sent.url()).toContain("/sign-in")
  })
})
