import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { readSources } from "./architecture/sources"
import { CATALOGUE, catalogueOf, doubtful } from "./words/catalogue"
import { sourceOf, wordsOfPage } from "./words/catalogued"
import { readingAge, sentencesOf } from "./words/sentences"
import { readTexts, textsOf } from "./words/texts"

const page = (main: string) =>
  `<!doctype html><html><body><nav><p>Not this.</p></nav><main>${main}</main></body></html>`

describe("The words of a page", () => {
  it("are its own, sentence by sentence: no tables, no choices, nothing that people wrote", () => {
    expect(
      sentencesOf(
        page(`<h1>Your groups</h1><p>You speak for <a href="/">one group</a>. Ask us for more.</p>
          <table><tr><td>A name</td></tr></table><select><option>Other</option></select>
          <div class="prose"><p>We met the council.</p></div><blockquote><p>Said by them.</p></blockquote>
          <ul><li><p>First.</p></li><li>Second</li></ul><p>12 July 2027</p>`),
      ),
    ).toEqual([
      "Your groups",
      "You speak for one group.",
      "Ask us for more.",
      "First.",
      "Second",
      "12 July 2027",
    ])
  })

  it("are read at an age that rises with long words and long sentences", () => {
    const easy = readingAge(["We will write to you.", "You can say no."])
    const hard = readingAge([
      "Representations concerning strategic partnership arrangements necessitate organisational authorisation beforehand.",
    ])
    expect(easy).toBeLessThan(9)
    expect(hard).toBeGreaterThan(18)
  })
})

describe("The words of a page in the test language", () => {
  it("are from the catalogue, of ours all the same, or data", () => {
    const page = `<head><title>No</title></head><body><p>⟦Ĥèĺĺò <b>Ann Lee</b>, ƀỳè⟧ Not yet there <a aria-label="⟦Òþèñ⟧">Skelby</a></p>
      <script>"no"</script></body>`
    const { said, outside } = wordsOfPage(page)
    expect(said).toBe(3)
    expect(outside).toEqual(["Not yet there", "Skelby"])
    const from = sourceOf([{ file: "app/a.tsx", line: 1, text: "Not yet there" }])
    expect(outside.map((text) => from(text)?.file)).toEqual(["app/a.tsx", undefined])
  })
})

describe("The catalogue of texts", () => {
  const { said } = readTexts(readSources())

  it("is what npm run words:catalogue writes", () => {
    expect(readFileSync(CATALOGUE, "utf8")).toBe(catalogueOf(said))
  })

  it("has no text with two meanings: one form for one, and one for several", () => {
    expect(doubtful(said)).toEqual([])
    const twice = textsOf(
      "a.ts",
      'say("{count} sheep"); sayCount(1, { one: "{count} lamb", other: "{count} sheep" })',
    )
    expect(doubtful(twice.said)).toEqual(["a.ts:1 {count} sheep"])
  })

  it("says where each text is used", () => {
    const { said } = textsOf(
      "b.ts",
      'say("Save")\nsayCount(1, { one: "{count} day", other: "{count} days" })',
    )
    expect(JSON.parse(catalogueOf([...said, { file: "a.ts", line: 1, text: "Save" }]))).toEqual({
      Save: { used: ["a.ts", "b.ts"] },
      "{count} days": { one: "{count} day", used: ["b.ts"] },
    })
  })
})
