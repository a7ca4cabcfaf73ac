import { renderToStaticMarkup } from "react-dom/server"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import type { LetterFrame } from "@/emails/_parts/frame"
import type { WithLanguage } from "@/lib/words/language"
import { plainOf, testLanguage } from "@/lib/words/languages/test"
import { LETTER_SAMPLES } from "./support/letters"
import { wordsOfPage } from "./words/catalogued"

const house = globalThis as WithLanguage
const frame: LetterFrame = {
  lio: {
    name: "Ribble CVS",
    email: "office@ribble.example",
    phone: "01200 000000",
    address: "1 High Street",
    contactName: "Wendy Worker",
    slug: "ribble",
  },
  to: { name: "Mo Member" },
  appUrl: "https://trellis.example",
  why: "⟦Ẁħỳ⟧",
  preferencesUrl: "https://trellis.example/preferences",
  unsubscribeUrl: "https://trellis.example/unsubscribe",
}

const wordsIn = (text: string) => text.match(/[\p{L}\d]+/gu) ?? []
const wordsOfAll = (value: unknown): string[] =>
  typeof value === "object" && value ? Object.values(value).flatMap(wordsOfAll) : wordsIn(String(value))

beforeAll(() => {
  house.trellisLanguage = testLanguage
  vi.resetModules()
})
afterAll(() => {
  house.trellisLanguage = undefined
  vi.resetModules()
})

describe("Each letter in another language", () => {
  it.each(Object.entries(LETTER_SAMPLES))(
    "%s has every word of ours from the catalogue, and only data beside",
    async (name, samples) => {
      const letter = await import(`../emails/${name}.tsx`)
      for (const sample of samples) {
        const props = { ...(sample as object), ...frame }
        const data = new Set(wordsOfAll(props))
        const { said, outside } = wordsOfPage(renderToStaticMarkup(letter.default(props)))
        expect(said).toBeGreaterThan(0)
        expect(outside.filter((words) => wordsIn(words).some((word) => !data.has(word)))).toEqual([])
        expect(plainOf(letter.subject(props)).length).toBeGreaterThan(5)
      }
    },
  )
})
