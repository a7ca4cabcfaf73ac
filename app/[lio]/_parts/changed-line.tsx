import type { Line } from "@/lib/guides/writing/differences"
import { say, sayCount } from "@/lib/words"

const Gone = ({ text }: { text: string }) => (
  <del className="bg-problem-wash">
    <span className="sr-only">{say("[removed:")} </span>
    {text}
    <span className="sr-only">]</span>
  </del>
)
const Come = ({ text }: { text: string }) => (
  <ins className="bg-leaf-wash font-semibold">
    <span className="sr-only">{say("[added:")} </span>
    {text}
    <span className="sr-only">]</span>
  </ins>
)

/** A line of a comparison: what went is struck, what came stands out, and both are said. */
export function ChangedLine({ line }: { line: Line }) {
  if (line.kind === "skipped")
    return (
      <p className="text-soft">
        {sayCount(line.lines, {
          one: "… {count} line that is the same",
          other: "… {count} lines that are the same",
        })}
      </p>
    )
  if (line.kind === "changed")
    return (
      <p className="whitespace-pre-wrap wrap-anywhere">
        {line.parts.map((part, at) => {
          const Part = part.kind === "gone" ? Gone : part.kind === "come" ? Come : null
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a line have no other name
          return Part ? <Part key={at} text={part.text} /> : <span key={at}>{part.text}</span>
        })}
      </p>
    )
  if (!line.text.trim()) return null
  return (
    <p className="whitespace-pre-wrap wrap-anywhere">
      {line.kind === "gone" ? (
        <Gone text={line.text} />
      ) : line.kind === "come" ? (
        <Come text={line.text} />
      ) : (
        line.text
      )}
    </p>
  )
}
