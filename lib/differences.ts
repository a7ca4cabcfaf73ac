import { diffLines, diffWords } from "diff"

/** A line of a comparison: as it was in both, gone, come, or changed within (`parts`). */
export type Line =
  | { kind: "same" | "gone" | "come"; text: string }
  | { kind: "changed"; parts: { kind: "same" | "gone" | "come"; text: string }[] }
  /** So many lines that are the same are left out. */
  | { kind: "skipped"; lines: number }

const AROUND = 1
const MOST = 400_000

const kindOf = ({ added, removed }: { added?: boolean; removed?: boolean }) =>
  added ? ("come" as const) : removed ? ("gone" as const) : ("same" as const)
const linesIn = (text: string) => text.replace(/\n$/, "").split("\n")

/** What differs between two texts, line by line and within lines word by word, with a line of what is the same around it. */
export function differencesOf(before: string, after: string): Line[] {
  if (before.length + after.length > MOST)
    return before === after
      ? []
      : [
          { kind: "gone", text: before },
          { kind: "come", text: after },
        ]
  const pieces = diffLines(before, after)
  const lines: Line[] = []
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] as (typeof pieces)[number]
    const next = pieces[at + 1]
    if (piece.removed && next?.added) {
      const [gone, come] = [linesIn(piece.value), linesIn(next.value)]
      for (let line = 0; line < Math.max(gone.length, come.length); line++) {
        const [old, now] = [gone[line], come[line]]
        if (old !== undefined && now !== undefined)
          lines.push({
            kind: "changed",
            parts: diffWords(old, now).map((one) => ({ kind: kindOf(one), text: one.value })),
          })
        else lines.push(now === undefined ? { kind: "gone", text: old ?? "" } : { kind: "come", text: now })
      }
      at++
    } else lines.push(...linesIn(piece.value).map((text): Line => ({ kind: kindOf(piece), text })))
  }
  return withoutTheSame(lines)
}

function withoutTheSame(lines: Line[]): Line[] {
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some((line) => line.kind !== "same"),
  )
  const kept: Line[] = []
  for (const [at, line] of lines.entries()) {
    const last = kept.at(-1)
    if (near[at]) kept.push(line)
    else if (last?.kind === "skipped") last.lines++
    else kept.push({ kind: "skipped", lines: 1 })
  }
  return kept
}
