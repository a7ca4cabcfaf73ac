import { readdirSync } from "node:fs"
import { describe, expect, it } from "vitest"
import type { LetterName } from "@/lib/email/letters"
import { getSender } from "@/lib/email/queries"
import { frameOf, writeLetter } from "@/lib/email/writing"
import { LETTER_SAMPLES } from "./support/letters"
import { world } from "./support/world"

const w = await world()
const SIGNS: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", nbsp: " " }

/** The words that a reader of the HTML sees, one after the other. */
const wordsOfHtml = (html: string) =>
  html
    .replace(/^[\s\S]*<body/, "<body")
    .replace(/<div data-skip-in-text="true"[\s\S]*?<\/div>/, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&([#\w]+);/g, (all, name) => SIGNS[name] ?? all)
    .split(/\s+/)
    .filter(Boolean)

/** The words of the text part, without the addresses that stand behind its links and the marks of its lists. */
const wordsOfText = (text: string) =>
  text
    .replace(/\[?https?:\/\/\S+?\]?(?=\s|$)/g, " ")
    .split(/\s+/)
    .filter((word) => word && word !== "*")

describe("Each letter, for an LIO with a logo and a colour", () => {
  const all = Object.entries(LETTER_SAMPLES).flatMap(([name, samples]) =>
    samples.map(
      (props, at) => [`${name} ${at + 1}`, name as LetterName, props as Record<string, unknown>] as const,
    ),
  )

  it("has an example here", () => {
    const files = readdirSync("emails").filter((name) => name.endsWith(".tsx"))
    expect(Object.keys(LETTER_SAMPLES).sort()).toEqual(files.map((name) => name.slice(0, -4)).sort())
  })

  it.each(all)(
    "%s is whole, in the LIO’s colour, and says the same in its text part",
    async (_, name, props) => {
      const sender = await w.system(async (ctx) => ({
        ...(await getSender(ctx)),
        ...{ colour: "#7a1f5c", logo: "/ribble/logo?v=1", phone: "01200 000000" },
      }))
      const to = { letter: name, stream: "digest", personId: w.member.id, toName: "Mo Member" }
      const { subject, html, text } = await writeLetter(name, props, frameOf(sender, to))
      expect(html).toMatch(/^<!DOCTYPE html/)
      expect(html).toMatch(/<\/html>$/)
      expect(html).toContain("#7a1f5c")
      expect(html).toContain("/ribble/logo?v=1")
      for (const part of [subject, html, text]) expect(part).not.toMatch(/undefined|\[object|⟦|NaN/)
      expect(subject.length).toBeGreaterThan(5)
      expect(wordsOfText(text).join(" ").toLowerCase()).toBe(wordsOfHtml(html).join(" ").toLowerCase())
      expect(Buffer.byteLength(html)).toBeLessThan(60_000)
    },
  )
})

/** Letters, or single examples of one, that ask for nothing: a request has arrived, or was refused. */
const NOTHING_TO_DO = [
  "election-voted",
  "funding-tip 2",
  "mailing",
  "membership-asked",
  "membership-decided 2",
  "network-place 3",
]

describe("The words of somebody in a letter", () => {
  it("have a line in the LIO’s colour beside them", async () => {
    const sender = { ...(await w.system(getSender)), colour: "#7a1f5c" }
    const to = { letter: "network-post", stream: "digest", personId: w.member.id, toName: "Mo Member" }
    const [props] = LETTER_SAMPLES["network-post"]
    const { html } = await writeLetter("network-post", { ...props }, frameOf(sender, to))
    expect(html).toContain("border-left:4px solid #7a1f5c")
  })
})

describe("The button of a letter", () => {
  const sender = { id: "", slug: "ribble", name: "Ribble CVS", address: null, logo: null }
  const reach = { email: "hello@ribble.example", phone: "01200 000 000", contactName: "Mo Bell" }
  const to = { letter: "", stream: "digest", personId: null, toName: null }

  const all = Object.entries(LETTER_SAMPLES).flatMap(([name, samples]) =>
    samples.map((props, at) => [`${name} ${at + 1}`, name, props] as const),
  )

  it.each(all)(
    "%s is there once where there is something to do, and holds in Outlook: a bordered cell in the LIO’s colour",
    async (example, name, props) => {
      const frame = frameOf({ ...(await w.system(getSender)), ...sender, ...reach, colour: "#7a1f5c" }, to)
      const { html } = await writeLetter(name as LetterName, props as Record<string, unknown>, frame)
      const buttons = html.match(/<a [^>]*color:#ffffff[^>]*>/g) ?? []
      expect(buttons).toHaveLength(NOTHING_TO_DO.some((one) => one === name || one === example) ? 0 : 1)
      const cells = html.match(
        /<td[^>]*style="background-color:#7a1f5c;border:2px solid #7a1f5c;[^"]*mso-padding-alt:12px 22px"[^>]*><a [^>]*color:#ffffff/g,
      )
      expect(cells ?? []).toHaveLength(buttons.length)
      for (const [, size] of html.matchAll(/font-size:(\d+)px/g))
        expect(Number(size)).toBeGreaterThanOrEqual(16)
    },
  )

  it("stands above a name and a telephone number, and above neither when the LIO gives none", async () => {
    const props = LETTER_SAMPLES["sign-in"][0] as Record<string, unknown>
    const written = async (more: object) => {
      const own = await w.system(getSender)
      return (await writeLetter("sign-in", props, frameOf({ ...own, ...more }, to))).text.replace(/\s+/g, " ")
    }
    expect(await written(reach)).toContain("Any questions? Ring Mo Bell on 01200 000 000")
    expect(await written({ ...reach, contactName: null })).toContain("Ring us on 01200 000 000")
    expect(await written({ ...reach, phone: null })).not.toContain("Any questions?")
  })
})
