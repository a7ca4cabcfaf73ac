import { expect, test } from "@playwright/test"
import { buttonIn, letterTo, somebody } from "./support/thread"
import { expectToFit } from "./support/width"

const OFFICER = "pat.lee@aldervale-council.example"

test("a paper goes to its officer by email, who answers each ask on a small phone without scripts; it counts once staff accept it", async ({
  browser,
}) => {
  const staff = await somebody(browser, "worker@demo.example")
  const officer = await somebody(browser, null, { phone: true })
  await officer.page.setViewportSize({ width: 320, height: 640 })
  const visitor = await somebody(browser, null, { phone: true })
  const title = `Bins that groups share ${Date.now()}`
  let paper = ""

  await test.step("staff write it: two asks and a paragraph with a figure", async () => {
    await staff.page.goto("/demo/representations/new")
    await staff.fill("Title", title)
    await staff.choose("Who is it to?", "Aldervale Borough Council")
    await staff.press("Save and add the asks")
    await staff.isTold("Saved. Now add what you ask for.")
    paper = new URL(staff.page.url()).pathname
    for (const ask of ["Collect from halls each week.", "Take glass as well."]) {
      await staff.fill("What should they do?", ask)
      await staff.press("Add the ask")
      await staff.isTold("Added ask")
    }
    await staff.page.goto(`${paper}/text`)
    await staff.fill("What it says", "Halls pay for their own bins. Twelve of them share one.")
    await staff.press("Add it")
    await staff.isTold("Added.")
    await staff.press("Pin evidence")
    await staff.main.getByText("An official figure").click()
    const form = staff.main.locator("form", { hasText: "What does it measure?" })
    await form.getByLabel("What does it measure?").fill("Halls in the district")
    await form.getByLabel("The figure").fill("41")
    await form.getByLabel("Who published it?").fill("The council’s register")
    await form.getByLabel("Day").fill("1")
    await form.getByLabel("Month").fill("9")
    await form.getByLabel("Year").fill("2026")
    await form.getByLabel("Where does it stand?").fill("https://council.example/halls")
    await form.getByRole("button", { name: "Pin it" }).click()
    await staff.isTold("Pinned.")
    await staff.page.goto(`${paper}/publish`)
    await staff.press("Publish version 1")
    await staff.isTold("Version 1 is published")
  })

  await test.step("they email it with a link to answer", async () => {
    await staff.page.goto(`${paper}/sent`)
    await staff.fill("Who is it to?", "Pat Lee")
    await staff.fill("Their email address", OFFICER)
    await staff.press("Send me a test email first")
    await staff.isTold("We’ve sent a test to")
    await expect(staff.main.getByLabel("Their email address")).toHaveValue(OFFICER)
    await staff.press("Send it, or mark it as sent")
    await staff.isTold("It’s on its way to Pat Lee.")
    await staff.sees("Version 1 to Pat Lee")
  })

  await test.step("the officer says that they have it and answers, and may change that", async () => {
    const link = buttonIn(
      await letterTo(OFFICER, `${title} (from Aldervale CVS)`),
      "Read the paper and reply",
    )
    await officer.page.goto(link)
    await officer.seesHeading(title)
    await officer.fill("Your name and job title", "Pat Lee, waste officer")
    await officer.press("We’ve received this paper")
    await officer.sees("letting us know you’ve received it")
    await officer.press("Reply to ask 1")
    await officer.pick("Not accepted")
    await officer.fill("Your name and job title", "Pat Lee, waste officer")
    await officer.press("Send this reply")
    await officer.sees("Enter the reason.")
    await officer.fill(/^Your reason/, "No lorry on Mondays.")
    await officer.press("Send this reply")
    await officer.sees("before it’s recorded", "Not accepted: Pat Lee, waste officer")
    await expectToFit(officer.page, 320)
    await visitor.page.goto(`${paper}/1`)
    await visitor.seesHeading(title)
    await visitor.seesNothingOf("No lorry")
  })

  await test.step("and sends a letter with that answer, for staff to look at first", async () => {
    const letter = (name: string, start: string) =>
      officer.main
        .getByLabel(/^Your letter, or another file/)
        .setInputFiles({ name, mimeType: "application/pdf", buffer: Buffer.from(`${start}${name}\n%%EOF`) })
    await officer.press("Send this file")
    await officer.sees("Choose a file first.")
    await letter("letter.pdf", "MZ\u0090\u0000")
    await officer.press("Send this file")
    await officer.sees("We can’t take “letter.pdf”", "No lorry on Mondays.")
    await letter("First letter.pdf", "%PDF-1.4\n")
    await officer.press("Send this file")
    await officer.sees("will check your file with your reply", "File: First letter.pdf (PDF, ")
    await letter("Our letter.pdf", `%PDF-1.4\n${"x".repeat(400_000)}\n`)
    await officer.press("Send this file")
    await officer.sees("File: Our letter.pdf (PDF, ")
    await expectToFit(officer.page, 320)
  })

  await test.step("staff accept one, and everybody reads it; the other is refused with a reason", async () => {
    await staff.page.goto(paper)
    await staff.sees("Replies by link for you to check")
    await staff.press("Note that they have it")
    await staff.isTold("Noted.")
    await staff.sees("Their file:", "Sent before that:")
    const sent = staff.main.getByRole("link", { name: "Our letter.pdf" })
    const file = (await sent.getAttribute("href")) ?? ""
    expect((await staff.page.request.get(file)).headers()["content-disposition"]).toContain("Our letter.pdf")
    expect((await officer.page.request.get(file)).url(), "it isn’t the officer’s to open").toContain(
      "sign-in",
    )
    await staff.main.getByText("Accept it, or correct it first").click()
    await staff.press("Accept and record it")
    await staff.isTold("The reply has been recorded.")
    await expect(staff.main.getByRole("link", { name: "Our letter.pdf", exact: true })).toHaveCount(2)
    await visitor.page.goto(`${paper}/1`)
    await visitor.sees("Not accepted", "No lorry on Mondays.", "Halls in the district: 41")
    await visitor.fitsThePhone()
    await visitor.page.goto("/demo/papers")
    await visitor.sees(title)
    await visitor.fitsThePhone()
  })

  await test.step("once the link is ended it opens nothing", async () => {
    await staff.page.goto(paper)
    await staff.press("Turn this link off")
    await staff.isTold("The link has been turned off.")
    await officer.page.reload()
    await officer.seesHeading("This link has expired")
  })
})
