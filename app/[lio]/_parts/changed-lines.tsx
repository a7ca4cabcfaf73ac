import { createElement, Fragment } from "react"
import type { Line } from "@/lib/differences"
import { say, sayCount } from "@/lib/words"

type Piece = Extract<Line, { text: string }>

/** A piece of a line: what went is struck, what came stands out, and both are said. */
function piece({ kind, text }: Piece) {
  if (kind === "same") return <span>{text}</span>
  const Tag = kind === "gone" ? "del" : "ins"
  return (
    <Tag className={kind === "gone" ? "bg-problem-wash" : "bg-leaf-wash font-semibold"}>
      <span className="sr-only">{kind === "gone" ? say("[removed:") : say("[added:")} </span>
      {text}
      <span className="sr-only">]</span>
    </Tag>
  )
}

function lineOf(line: Line) {
  if (line.kind === "skipped")
    return (
      <p className="text-soft">
        {sayCount(line.lines, {
          one: "… {count} line that is the same",
          other: "… {count} lines that are the same",
        })}
      </p>
    )
  if (line.kind !== "changed" && !line.text.trim()) return null
  const pieces = line.kind === "changed" ? line.parts : [line]
  return createElement("p", { className: "whitespace-pre-wrap wrap-anywhere" }, ...pieces.map(piece))
}

/** What differs between two texts, line by line. The lines have no names and never move, so they need no keys. */
export const ChangedLines = ({ lines }: { lines: Line[] }) =>
  createElement(Fragment, null, ...lines.map(lineOf))
