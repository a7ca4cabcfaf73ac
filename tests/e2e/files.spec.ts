import { expect, test } from "@playwright/test"
import { signIn } from "./support/sign-in"

const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF")
const file = (name: string, buffer = PDF) => ({ name, mimeType: "application/octet-stream", buffer })

test.describe("Files on a phone, without scripts", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } })

  test("a lead uploads the group’s insurance, is told what is wrong with a program, and takes the file back", async ({
    page,
  }) => {
    await signIn(page, "lead@demo.example")
    await page.goto("/demo/groups")
    await page
      .getByRole("main")
      .getByRole("link", { name: /Hob’s Mill Food Bank/ })
      .first()
      .click()
    await page.getByRole("link", { name: "Files", exact: true }).click()
    await expect(page.getByText("Letter from the landlord")).toHaveCount(0)

    await page.locator("summary", { hasText: "Upload a file" }).click()
    await page
      .getByLabel("File", { exact: true })
      .setInputFiles(file("virus.pdf", Buffer.from("MZ\u0090\u0000")))
    await page.getByRole("button", { name: "Upload" }).click()
    await expect(page.getByText("We can’t take “virus.pdf”")).toBeVisible()

    await page.getByLabel("File", { exact: true }).setInputFiles(file("Yswiriant 2027.pdf"))
    await page.getByLabel("Kind of file").selectOption({ label: "Insurance certificate" })
    await page.getByLabel("Day").fill("31")
    await page.getByLabel("Month").fill("3")
    await page.getByLabel("Year").fill("2030")
    await page.getByRole("button", { name: "Upload" }).click()
    await expect(page.getByText("Uploaded Yswiriant 2027.pdf")).toBeVisible()
    await expect(page.getByText("Runs until 31 March 2030")).toBeVisible()

    await page.getByRole("link", { name: "Change Yswiriant 2027.pdf" }).click()
    await page.getByRole("button", { name: "Remove this file" }).click()
    await expect(page.getByText("Removed “Yswiriant 2027.pdf”")).toBeVisible()
    await page.getByRole("button", { name: "Undo" }).click()
    await expect(page.getByText("Restored “Yswiriant 2027.pdf”")).toBeVisible()
  })
})

test("staff read what is for staff, note what they heard, and a file comes as an attachment in which nothing runs", async ({
  page,
}) => {
  await signIn(page, "worker@demo.example")
  await page.goto("/demo/groups?q=Mill+Food")
  await page
    .getByRole("main")
    .getByRole("link", { name: /Hob’s Mill Food Bank/ })
    .first()
    .click()
  await page.getByRole("link", { name: "Files and notes" }).click()
  const letter = page.getByRole("link", { name: "Letter from the landlord.pdf", exact: true })
  const answer = await page.request.get((await letter.getAttribute("href")) ?? "")
  expect(answer.headers()["content-disposition"]).toBe('attachment; filename="Letter from the landlord.pdf"')
  expect(answer.headers()["x-content-type-options"]).toBe("nosniff")
  expect(answer.headers()["content-security-policy"]).toContain("sandbox")
  await page.getByLabel("New note").fill("They have found another landlord.")
  await page.getByRole("button", { name: "Add note" }).click()
  await expect(page.getByText("Added the note")).toBeVisible()
  await page.getByRole("link", { name: "Activity" }).click()
  await expect(page.getByText("Note: They have found another landlord.")).toBeVisible()
})
