import { formatNumber, say } from "@/lib/words/say"
import { layOut, NAME_LINES, type Shape } from "./area-shapes"
import { Static } from "./static"

type Area = {
  id: string
  name: string
  value: number
  /** What the area says to those who can’t see it: "Skelby: 3 open needs". */
  label: string
  /** The rows behind its number. */
  href?: string
  rings: [lon: number, lat: number][][]
  middle: [lon: number, lat: number] | null
}

type Props = {
  /** What the map shows, as a sentence. */
  finding: string
  /** What is counted: "Open needs by area". */
  about: string
  areas: readonly Area[]
}

const STEPS = 4
const LETTER = 5.6

/** Of how many numbers each of four shades stands for, and the shade of a number; none for nothing. */
function shades(most: number) {
  const size = Math.max(1, Math.ceil(most / STEPS))
  const used = Math.min(STEPS, Math.ceil(most / size))
  return {
    of: (value: number) => (value === 0 ? 0 : Math.min(STEPS, Math.ceil(value / size))),
    legend: Array.from({ length: used }, (_, at) => {
      const [from, to] = [at * size + 1, (at + 1) * size]
      return {
        shade: at + 1,
        words:
          from === to
            ? formatNumber(from)
            : say("{from} to {to}", { from: formatNumber(from), to: formatNumber(to) }),
      }
    }),
  }
}

/** A name in one line or two, whichever there is room for; nothing where there is room for neither. */
function linesOf(name: string, [one, two]: Shape["wide"]): string[] {
  const fits = (words: string, room: number) => words.length * LETTER < room
  if (fits(name, one)) return [name]
  const words = name.split(" ")
  const split = words.map((_, at) => [words.slice(0, at).join(" "), words.slice(at).join(" ")] as const)
  const [best] = split
    .filter(([first, second]) => first && fits(first, one) && fits(second, two))
    .sort((a, b) => Math.abs(a[0].length - a[1].length) - Math.abs(b[0].length - b[1].length))
  return best ? [...best] : []
}

function Labels({ area, shape }: { area: Area; shape: Shape }) {
  const [x, y] = shape.label
  return (
    <>
      <text x={x} y={y + 5} className="map-number">
        {formatNumber(area.value)}
      </text>
      {linesOf(area.name, shape.wide).map((line, at) => (
        <text key={line} x={x} y={y + NAME_LINES[at === 0 ? 0 : 1]} className="map-name">
          {line}
        </text>
      ))}
    </>
  )
}

function OneArea({ area, shape, shade }: { area: Area; shape: Shape; shade: number }) {
  const [x, y] = shape.label
  const drawing = (
    <>
      <title>{area.label}</title>
      {shape.path ? (
        <path d={shape.path} fillRule="evenodd" className={`map-area map-${shade}`} />
      ) : (
        <circle cx={x} cy={y} r="13" className={`map-area map-${shade}`} />
      )}
    </>
  )
  return area.href && area.value > 0 ? (
    <a href={area.href} aria-label={area.label}>
      {drawing}
    </a>
  ) : (
    <g>{drawing}</g>
  )
}

/**
 * Areas coloured by a number, each with the number on it and a link to what is behind it; points where no outline is known.
 * Drawn here, with nothing from elsewhere. Nothing where no area’s place is known. A table of the same belongs beside it.
 */
export function AreaMap({ finding, about, areas }: Props) {
  const { width, height, shapes } = layOut(areas)
  if (height === 0) return null
  const most = Math.max(0, ...areas.map(({ value }) => value))
  const { of, legend } = shades(most)
  return (
    <Static as="figure" className="my-6 max-w-2xl">
      <figcaption className="mb-4">
        <p className="m-0 font-serif text-xl leading-snug font-bold">{finding}</p>
        <p className="m-0 text-soft">{about}</p>
      </figcaption>
      <ul className="mb-2 flex list-none flex-wrap gap-x-5 gap-y-1 p-0">
        {[{ shade: 0, words: say("None") }, ...legend].map(({ shade, words }) => (
          <li key={shade} className="flex items-center gap-2">
            <svg className="size-5 flex-none" aria-hidden="true">
              <rect width="20" height="20" className={`map-area map-${shade}`} />
            </svg>
            {words}
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can’t stand in a drawing */}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="block h-auto w-full"
        role="group"
        aria-label={say("{about}: a map. {finding}", { about, finding })}
      >
        {areas.map((area, at) => {
          const shape = shapes[at]
          return shape ? <OneArea key={area.id} area={area} shape={shape} shade={of(area.value)} /> : null
        })}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus, and each area says the same */}
        <g aria-hidden="true" className="pointer-events-none">
          {areas.map((area, at) => {
            const shape = shapes[at]
            return shape ? <Labels key={area.id} area={area} shape={shape} /> : null
          })}
        </g>
      </svg>
    </Static>
  )
}
