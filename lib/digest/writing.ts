import { createElement } from "react"
import type { LetterFrame } from "@/emails/_parts/frame"
import { Around } from "@/emails/_parts/layout"
import Digest, { Line, Lines, Part, type Props, subject } from "@/emails/digest"
import { envelopeOf, frameOf, htmlOf, ourAddress, type Sender, textOf } from "../email/writing"
import { say, sayCount } from "../words"
import type { Contents } from "./contents"
import type { Item } from "./items"

/** Values are put where the component had ⟦name⟧. */
type Form = { parts: string[]; names: string[] }
type Values = Record<string, string>

function formOf(text: string): Form {
  const pieces = text.split(/⟦(\w+)⟧/)
  return { parts: pieces.filter((_, at) => at % 2 === 0), names: pieces.filter((_, at) => at % 2 === 1) }
}

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)
const flat = (text: string) => text.replace(/\s+/g, " ").trim()

function fill({ parts, names }: Form, values: Values, write: (value: string) => string) {
  let filled = parts[0] ?? ""
  for (let at = 0; at < names.length; at++) filled += write(values[names[at] ?? ""] ?? "") + parts[at + 1]
  return filled
}

const LINE = { title: "⟦title⟧", detail: "⟦detail⟧", url: "⟦url⟧" }
const SECTION = { title: "⟦section⟧", items: [LINE], more: "⟦more⟧" }
const LEAD = {
  title: "⟦leadTitle⟧",
  detail: "⟦leadDetail⟧",
  url: "⟦leadUrl⟧",
  action: "⟦action⟧",
  subject: "",
}

type Forms = { frame: Form; open: Form; line: Form; more: Form; close: string }

/** Parts of a letter with this frame, without the document round them. */
const piecesOf = (frame: LetterFrame) => async (element: React.ReactElement) =>
  (await htmlOf(createElement(Around, { frame }, element))).replace(/^<!DOCTYPE[^>]*>/, "")
type Piece = ReturnType<typeof piecesOf>

/** The text before and after a part of it, which must be there. */
function cutAt(whole: string, part: string): [string, string] {
  const at = whole.indexOf(part)
  if (at < 0 || part === "")
    throw new Error("The digest cannot be cut into forms: a part is not in the whole.")
  return [whole.slice(0, at), whole.slice(at + part.length)]
}

/** The component's HTML cut into forms: the letter round its body, a section's beginning and end, a line, "and 3 more". */
async function cutHtml(whole: string, piece: Piece): Promise<Forms> {
  const line = await piece(createElement(Line, LINE))
  const section = await piece(createElement(Lines, SECTION))
  const bare = await piece(createElement(Lines, { ...SECTION, more: null }))
  const [open, close] = cutAt(bare, line)
  const more = section.slice(open.length + line.length, section.length - close.length)
  const frame = cutAt(whole, section).join("⟦body⟧")
  return { frame: formOf(frame), open: formOf(open), line: formOf(line), more: formOf(more), close }
}

/** The same for the text part, where every paragraph follows an empty line. */
async function cutText(whole: string, piece: Piece): Promise<Forms> {
  const line = `\n\n${textOf(await piece(createElement(Line, LINE)))}`
  const section = `\n\n${textOf(await piece(createElement(Lines, SECTION)))}`
  const [open, more] = cutAt(section, line)
  const frame = cutAt(textOf(whole), section).join("⟦body⟧")
  return { frame: formOf(frame), open: formOf(open), line: formOf(line), more: formOf(more), close: "" }
}

function fillAll(forms: Forms, props: Props, values: Values, write: (value: string) => string) {
  const body = props.sections.map(({ title, items, more }) => {
    const lines = items.map((item) => fill(forms.line, item, write)).join("")
    return (
      fill(forms.open, { section: title }, write) +
      lines +
      (more ? fill(forms.more, { more }, write) : "") +
      forms.close
    )
  })
  const { frame } = forms
  const at = frame.names.indexOf("body")
  const before = fill({ parts: frame.parts.slice(0, at + 1), names: frame.names.slice(0, at) }, values, write)
  const after = fill({ parts: frame.parts.slice(at + 1), names: frame.names.slice(at + 1) }, values, write)
  const upToEnd = before + body.join("")
  return { whole: upToEnd + after, end: upToEnd.length }
}

export type WrittenDigest = {
  subject: string
  html: string
  text: string
  /** Where the words of other LIOs stand if there are any: after its own, before its foot. In characters. */
  at: { html: number; text: number }
  envelope: ReturnType<typeof envelopeOf>
}
type To = { personId: string; toName: string }

/** What the letter's component is given for these contents. */
export function propsOf({ lead, sections, count }: Contents): Props {
  const line = ({ title, detail, path }: Item) => ({
    title: flat(title),
    detail: flat(detail),
    url: ourAddress(path),
  })
  return {
    lead: { ...line(lead), action: lead.action, subject: flat(lead.subject) },
    rest:
      count > 1 ? `${sayCount(count - 1, { one: "{count} more thing", other: "{count} more things" })}` : "",
    sections: sections.map(({ title, items, more }) => ({
      title,
      items: items.map(line),
      more: more > 0 ? say("And {more} more in Trellis.", { more }) : null,
    })),
  }
}

const who = (to: To) => ({ ...to, letter: "digest", stream: "digest" })

/** The same contents as they stand inside the letter of another LIO: HTML without a document round it, and text. */
export async function partOf(sender: Sender, contents: Contents, to: To) {
  const frame = frameOf(sender, who(to))
  const html = await piecesOf(frame)(createElement(Part, { ...propsOf(contents), ...frame }))
  return { html, text: `\n\n${textOf(html)}` }
}

/**
 * Writes digests for thousands: the component is rendered once, with gaps, and each letter fills them in.
 * What comes out is what the component itself would have rendered, HTML and text (there is a test).
 */
export async function digestWriter(sender: Sender) {
  const gaps = frameOf(sender, who({ personId: "", toName: "" }))
  const whole = await htmlOf(
    createElement(Digest, {
      ...gaps,
      lead: LEAD,
      rest: "",
      sections: [SECTION],
      preferencesUrl: "⟦preferencesUrl⟧",
      unsubscribeUrl: "⟦unsubscribeUrl⟧",
    }),
  )
  const piece = piecesOf(gaps)
  const [html, text] = await Promise.all([cutHtml(whole, piece), cutText(whole, piece)])
  return (contents: Contents, to: To): WrittenDigest => {
    const props = propsOf(contents)
    const frame = frameOf(sender, who(to))
    const { lead } = props
    const values = {
      leadTitle: lead.title,
      leadDetail: lead.detail,
      leadUrl: lead.url,
      action: lead.action,
      preferencesUrl: frame.preferencesUrl ?? "",
      unsubscribeUrl: frame.unsubscribeUrl ?? "",
    }
    const drawn = fillAll(html, props, values, escaped)
    const plain = fillAll(text, props, values, (value) => value)
    return {
      subject: subject({ ...props, ...frame }),
      html: drawn.whole,
      text: plain.whole,
      at: { html: drawn.end, text: plain.end },
      envelope: envelopeOf(sender, who(to)),
    }
  }
}
