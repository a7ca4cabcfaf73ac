import { formatNumber, say } from "@/lib/words/say"
import { layOut, type Shape } from "./area-shapes"
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

function OneArea({ area, shape, shade }: { area: Area; shape: Shape; shade: number }) {
  const [x, y] = shape.label
  const named = area.name.length * LETTER < shape.wide
  const drawing = (
    <>
      {shape.path ? (
        <path d={shape.path} fillRule="evenodd" className={`map-area map-${shade}`} />
      ) : (
        <circle cx={x} cy={y} r="13" className={`map-area map-${shade}`} />
      )}
      <text x={x} y={y + 5} className="map-number">
        {formatNumber(area.value)}
      </text>
      {named ? (
        <text x={x} y={y + 19} className="map-name">
          {area.name}
        </text>
      ) : null}
    </>
  )
  return area.href && area.value > 0 ? (
    <a href={area.href} aria-label={area.label}>
      <title>{area.label}</title>
      {drawing}
    </a>
  ) : (
    <g>
      <title>{area.label}</title>
      {drawing}
    </g>
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
      </svg>
    </Static>
  )
}
