type Point = [x: number, y: number]
type Place = { rings: [lon: number, lat: number][][]; middle: [lon: number, lat: number] | null }

/**
 * An area as it is drawn: a path, or a point, and where its number stands. `wide`: how much room there is under the number
 * for one line of its name, and for a second.
 */
export type Shape = { path: string | null; label: Point; wide: [one: number, two: number] }

const WIDTH = 340
const TALLEST = 420
const MARGIN = 12
/** How far under the middle of its area the lines of a name stand. */
export const NAME_LINES = [18, 29] as const
/** Points nearer than this are drawn as one, so that an outline of thousands of points stays small. */
const NEAR = 0.8

const areaOf = (ring: Point[]) =>
  ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0) / 2

/** The middle of a ring by its area; of a line the middle of its points. */
function middleOf(ring: Point[]): Point {
  const area = areaOf(ring)
  const sums = ring.reduce<Point>(
    ([sumX, sumY], [x, y], at) => {
      const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y]
      const cross = area === 0 ? 1 : x * nextY - nextX * y
      return area === 0 ? [sumX + x, sumY + y] : [sumX + (x + nextX) * cross, sumY + (y + nextY) * cross]
    },
    [0, 0],
  )
  const by = area === 0 ? ring.length : 6 * area
  return [sums[0] / by, sums[1] / by]
}

function thinned(ring: Point[]): Point[] {
  const kept: Point[] = []
  for (const point of ring) {
    const last = kept.at(-1)
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= NEAR) kept.push(point)
  }
  return kept.length > 2 ? kept : ring
}

/** How wide words may be that stand in the middle of `x` at this height without leaving a ring. */
function roomAt(ring: Point[], x: number, height: number): number {
  const cuts = ring.flatMap(([fromX, fromY], at): number[] => {
    const [toX, toY] = ring[(at + 1) % ring.length] ?? [fromX, fromY]
    if (fromY > height === toY > height) return []
    return [fromX + ((height - fromY) / (toY - fromY)) * (toX - fromX)]
  })
  const left = cuts.filter((cut) => cut <= x)
  const right = cuts.filter((cut) => cut > x)
  if (left.length % 2 === 0) return 0
  return 2 * Math.min(x - Math.max(...left), Math.min(...right) - x)
}

const drawn = (ring: Point[]) =>
  `M${thinned(ring)
    .map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`)
    .join("L")}Z`

/**
 * Areas put on a sheet so wide, north on top, in the proportions that they have in the middle of it; null for one that
 * nobody knows the place of. Made for a district or a county: the earth is taken as flat.
 */
export function layOut(places: readonly Place[]): {
  width: number
  height: number
  shapes: (Shape | null)[]
} {
  const all = places.flatMap(({ rings, middle }) =>
    rings.length > 0 ? rings.flat() : middle ? [middle] : [],
  )
  if (all.length === 0) return { width: WIDTH, height: 0, shapes: places.map(() => null) }
  const [lons, lats] = [all.map(([lon]) => lon), all.map(([, lat]) => lat)]
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b))
  const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b))
  const [west, north, south] = [least(lons), most(lats), least(lats)]
  const narrow = Math.cos(((north + south) / 2) * (Math.PI / 180))
  const [across, down] = [(most(lons) - west) * narrow || 0.001, north - south || 0.001]
  const scale = Math.min((WIDTH - 2 * MARGIN) / across, (TALLEST - 2 * MARGIN) / down)
  const left = (WIDTH - across * scale) / 2
  const at = ([lon, lat]: [number, number]): Point => [
    left + (lon - west) * narrow * scale,
    MARGIN + (north - lat) * scale,
  ]
  return {
    width: WIDTH,
    height: Math.ceil(down * scale + 2 * MARGIN),
    shapes: places.map(({ rings, middle }): Shape | null => {
      const [largest, ...others] = rings
        .map((ring) => ring.map(at))
        .sort((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)))
      if (!largest) return middle ? { path: null, label: at(middle), wide: [0, 0] } : null
      const label = middleOf(largest)
      const room = (line: number) =>
        Math.min(
          roomAt(largest, label[0], label[1] + line - 9),
          roomAt(largest, label[0], label[1] + line + 2),
        )
      return {
        path: [largest, ...others].map(drawn).join(""),
        label,
        wide: [room(NAME_LINES[0]), room(NAME_LINES[1])],
      }
    }),
  }
}
