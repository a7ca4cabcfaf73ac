import { ScrollBox } from "@/app/_ui/scroll-box"
import { Static } from "@/app/_ui/static"
import type { Thread, ThreadNode } from "@/lib/thread/queries"
import { LAYERS, THREAD_KINDS } from "@/lib/thread/words"
import { say, sayCount } from "@/lib/words"

const WIDTH = 132
const HEIGHT = 94
const ACROSS = 20
const DOWN = 14
const HEAD = 30
/** So many stand beneath each other; the list below has all. */
const MOST = 6
const LETTERS = 17

/** It shrinks to fit, but never so far that it can’t be read: then it scrolls. */
const leastWidth = (columns: number) => (columns > 6 ? "min-w-240" : columns > 4 ? "min-w-160" : "")

type Placed = { node: ThreadNode; x: number; y: number }

/** A text in so many lines of a box. */
function lines(words: string, most: number): string[] {
  const made: string[] = []
  for (const word of words.split(/\s+/)) {
    const last = made.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= LETTERS) made[made.length - 1] = `${last} ${word}`
    else if (made.length < most) made.push(word.slice(0, LETTERS))
    else {
      made[most - 1] = `${made[most - 1]?.slice(0, LETTERS - 1)}…`
      break
    }
  }
  return made
}

/** The nodes in their columns: what it is about first, then as they come. */
function columnsOf({ here, up, down }: Thread) {
  const all = [here, ...up, ...down]
  return LAYERS.flatMap(({ label, kinds }) => {
    const nodes = all.filter(({ kind }) => kinds.includes(kind))
    return nodes.length > 0 ? [{ label, shown: nodes.slice(0, MOST), more: nodes.length - MOST }] : []
  })
}

/** The thread as a picture: from what was heard on the left to what came of it on the right. The list below says the same. */
export function ThreadPicture({ thread, lio }: { thread: Thread; lio: string }) {
  const columns = columnsOf(thread)
  const placed = new Map<string, Placed>(
    columns.flatMap(({ shown }, column) =>
      shown.map((node, row) => [
        node.key,
        { node, x: column * (WIDTH + ACROSS), y: HEAD + row * (HEIGHT + DOWN) },
      ]),
    ),
  )
  const tallest = Math.max(...columns.map(({ shown, more }) => shown.length + (more > 0 ? 0.4 : 0)))
  const [width, height] = [columns.length * (WIDTH + ACROSS) - ACROSS, HEAD + tallest * (HEIGHT + DOWN)]
  return (
    <ScrollBox
      label={say("The thread as a picture, scrolls sideways")}
      className="no-print mb-8 hidden md:block"
    >
      <Static>
        <svg
          aria-hidden="true"
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          className={`h-auto max-w-full ${leastWidth(columns.length)}`}
        >
          {thread.links.map(({ from, to }) => (
            <Line key={`${from} ${to}`} from={placed.get(from)} to={placed.get(to)} />
          ))}
          {columns.map(({ label, shown, more }, column) => (
            <g key={label} transform={`translate(${column * (WIDTH + ACROSS)} 0)`}>
              <text x="0" y="16" className="fill-soft text-sm font-bold">
                {label}
              </text>
              {more > 0 ? (
                <text x="0" y={HEAD + shown.length * (HEIGHT + DOWN) + 14} className="fill-soft text-sm">
                  {sayCount(more, { one: "and {count} more below", other: "and {count} more below" })}
                </text>
              ) : null}
            </g>
          ))}
          {[...placed.values()].map((one) => (
            <Box key={one.node.key} placed={one} lio={lio} here={one.node.key === thread.here.key} />
          ))}
        </svg>
      </Static>
    </ScrollBox>
  )
}

/** A bent line from one box to the next. */
function Line({ from, to }: { from?: Placed; to?: Placed }) {
  if (!from || !to) return null
  const [x1, y1, x2, y2] = [from.x + WIDTH, from.y + HEIGHT / 2, to.x, to.y + HEIGHT / 2]
  const bend = Math.max(24, (x2 - x1) / 2)
  return (
    <path
      d={`M ${x1} ${y1} C ${x1 + bend} ${y1}, ${x2 - bend} ${y2}, ${x2} ${y2}`}
      className="fill-none stroke-line-strong"
      strokeWidth="1.5"
    />
  )
}

function Box({ placed: { node, x, y }, lio, here }: { placed: Placed; lio: string; here: boolean }) {
  const box = (
    <g transform={`translate(${x} ${y})`}>
      <rect
        width={WIDTH}
        height={HEIGHT}
        rx="6"
        className={here ? "fill-surface stroke-ink" : "fill-surface stroke-line-strong"}
        strokeWidth={here ? 3 : 1}
      />
      <text x="10" y="18" className="fill-soft text-xs">
        {here ? say("{kind} (this one)", { kind: THREAD_KINDS[node.kind] }) : THREAD_KINDS[node.kind]}
      </text>
      {lines(node.words, 4).map((line, at) => (
        <text key={line} x="10" y={36 + at * 16} className="fill-ink text-xs">
          {line}
        </text>
      ))}
    </g>
  )
  return here ? (
    box
  ) : (
    <a href={`/${lio}/thread/${node.kind}/${node.id}`} tabIndex={-1} className="no-underline">
      {box}
    </a>
  )
}
