import { Fragment, type ReactNode } from "react"
import { LANGUAGE } from "./language"
import { formatNumber, formOf, type Names, type Whole } from "./say"

/** The tags of a text: "guide" of "Read <guide>the guide</guide> first." */
type Tags<Text extends string> = Text extends `${string}</${infer Tag}>${infer Rest}`
  ? Tag | Tags<Rest>
  : never

/** What a tag makes of the words in it: a link, words in bold. */
type Around = (inside: ReactNode) => ReactNode

type Parts<Text extends string, Given extends string = never> = {
  [Name in Exclude<Names<Text>, Given>]: ReactNode
} & { [Tag in Tags<Text>]: Around }

const PIECES = /<(\w+)>(.*?)<\/\1>|\{(\w+)\}/g

function pieces(text: string, parts: Record<string, ReactNode | Around>): ReactNode[] {
  const made: ReactNode[] = []
  let from = 0
  for (const { 0: whole, 1: tag, 2: inside = "", 3: name = "", index } of text.matchAll(PIECES)) {
    if (index > from) made.push(text.slice(from, index))
    const part = parts[tag ?? name]
    const piece = typeof part === "function" ? part(pieces(inside, parts)) : part
    made.push(
      typeof piece === "object" ? (
        <Fragment key={index}>{piece}</Fragment>
      ) : typeof piece === "number" ? (
        formatNumber(piece)
      ) : (
        piece
      ),
    )
    from = index + whole.length
  }
  if (from < text.length) made.push(text.slice(from))
  return made
}

/** A text with links, bold words or whole elements in it: sayRich("Read <guide>the guide</guide>.", { guide: (text) => <a …>{text}</a> }). */
export function sayRich<const Text extends string>(text: Text & Whole<Text>, parts: Parts<Text>): ReactNode {
  return pieces(LANGUAGE ? LANGUAGE.text(text) : text, parts)
}

/** The same for a text that goes with a number. */
export function sayRichCount<const One extends string, const Other extends string>(
  count: number,
  forms: { one: One & Whole<One>; other: Other & Whole<Other> },
  parts: Parts<One | Other, "count">,
): ReactNode {
  return pieces(formOf(count, forms), { count, ...parts })
}
