import { describe, expect, it } from "vitest"
import { readingAge, sentencesOf } from "./words/sentences"

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
