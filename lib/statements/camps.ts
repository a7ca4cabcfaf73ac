import { randomFrom } from "./random"

/** Points of the plane, x and y in turn, each standing for so many participants. */
export type Points = { at: Float64Array; weights: Float64Array }

/** How participants fall into groups: which group each is in, and how well they are told apart (-1 to 1). */
export type Camps = { k: number; silhouette: number; of: Uint8Array }

/** Above so many places, those who stand close are taken together before they are grouped. */
const MOST_PLACES = 100
const MOST_GROUPS = 5
const TURNS = 20
const STARTS = 5
/** Nothing has moved any more when no middle went further than this. */
const STILL = 0.01

function apart(one: Float64Array, a: number, other: Float64Array, b: number): number {
  const dx = (one[a * 2] as number) - (other[b * 2] as number)
  const dy = (one[a * 2 + 1] as number) - (other[b * 2 + 1] as number)
  return Math.sqrt(dx * dx + dy * dy)
}

/** Where k-means begins: from the first places, as Polis does, or from several drawn ones, of which the tightest counts. */
export type Start = "first" | "drawn"

/** The first places that differ, at most so many. */
function firstPlaces(at: Float64Array, most: number): Float64Array {
  const seen = new Set<string>()
  const found: number[] = []
  for (let point = 0; point < at.length && seen.size < most; point += 2) {
    const key = `${at[point]},${at[point + 1]}`
    if (seen.has(key)) continue
    seen.add(key)
    found.push(at[point] as number, at[point + 1] as number)
  }
  return Float64Array.from(found)
}

function nearest(points: Float64Array, middles: Float64Array, of: Uint8Array) {
  for (let point = 0; point < of.length; point++) {
    const x = points[point * 2] as number
    const y = points[point * 2 + 1] as number
    let best = 0
    let least = Number.POSITIVE_INFINITY
    for (let middle = 0; middle < middles.length; middle += 2) {
      const dx = x - (middles[middle] as number)
      const dy = y - (middles[middle + 1] as number)
      const distance = dx * dx + dy * dy
      if (distance < least) {
        least = distance
        best = middle / 2
      }
    }
    of[point] = best
  }
}

/** Lloyd's k-means from given middles: the same points always give the same groups. */
function kMeans({ at, weights }: Points, from: Float64Array, turns: number) {
  let middles = from
  const of = new Uint8Array(weights.length)
  let furthest = 0
  for (let turn = 0; turn < turns; turn++) {
    nearest(at, middles, of)
    const moved = new Float64Array(middles.length)
    const held = new Float64Array(middles.length / 2)
    for (let point = 0; point < weights.length; point++) {
      const group = of[point] as number
      const weight = weights[point] as number
      held[group] = (held[group] as number) + weight
      moved[group * 2] = (moved[group * 2] as number) + weight * (at[point * 2] as number)
      moved[group * 2 + 1] = (moved[group * 2 + 1] as number) + weight * (at[point * 2 + 1] as number)
    }
    furthest = 0
    for (let group = 0; group < held.length; group++) {
      for (const part of [group * 2, group * 2 + 1])
        moved[part] = held[group]
          ? (moved[part] as number) / (held[group] as number)
          : (middles[part] as number)
      furthest = Math.max(furthest, apart(moved, group, middles, group))
    }
    middles = moved
    if (furthest < STILL) break
  }
  if (furthest > 0) nearest(at, middles, of)
  return { of, middles }
}

/** Middles drawn one after the other, those far from the ones before more likely. */
function drawnMiddles({ at, weights }: Points, k: number, random: () => number): Float64Array {
  const far = Float64Array.from(weights)
  const middles = new Float64Array(k * 2)
  for (let group = 0; group < k; group++) {
    let left = random() * far.reduce((all, one) => all + one, 0)
    let point = 0
    while (point < far.length - 1 && left >= (far[point] as number)) left -= far[point++] as number
    middles.set(at.subarray(point * 2, point * 2 + 2), group * 2)
    for (let other = 0; other < far.length; other++) {
      const distance = (weights[other] as number) * apart(at, other, middles, group) ** 2
      far[other] = group === 0 ? distance : Math.min(far[other] as number, distance)
    }
  }
  return middles
}

/** How far all are from the middle of their group: the less, the better they hold together. */
function looseness({ at, weights }: Points, { of, middles }: ReturnType<typeof kMeans>): number {
  let all = 0
  for (let point = 0; point < of.length; point++)
    all += (weights[point] as number) * apart(at, point, middles, of[point] as number) ** 2
  return all
}

/** The groups of so many that hold together best, of those that k-means comes to. */
function groupsOf(points: Points, k: number, start: Start): Uint8Array {
  if (start === "first") return kMeans(points, firstPlaces(points.at, k), TURNS).of
  const random = randomFrom(k)
  let best = kMeans(points, drawnMiddles(points, k, random), TURNS)
  for (let more = 1; more < STARTS; more++) {
    const next = kMeans(points, drawnMiddles(points, k, random), TURNS)
    if (looseness(points, next) < looseness(points, best) - 1e-9) best = next
  }
  return best.of
}

/** How well groups are told apart: for each point, how much nearer its own group is than the next. One alone counts 0. */
export function silhouetteOf(at: Float64Array, of: ArrayLike<number>): number {
  const points = of.length
  const k = Math.max(...Array.from(of)) + 1
  const sizes = new Float64Array(k)
  for (let point = 0; point < points; point++)
    sizes[of[point] as number] = (sizes[of[point] as number] as number) + 1
  let all = 0
  const sums = new Float64Array(k)
  for (let point = 0; point < points; point++) {
    const own = of[point] as number
    if ((sizes[own] as number) < 2) continue
    sums.fill(0)
    for (let other = 0; other < points; other++)
      sums[of[other] as number] = (sums[of[other] as number] as number) + apart(at, point, at, other)
    const inside = (sums[own] as number) / ((sizes[own] as number) - 1)
    let outside = Number.POSITIVE_INFINITY
    for (let group = 0; group < k; group++)
      if (group !== own && sizes[group])
        outside = Math.min(outside, (sums[group] as number) / (sizes[group] as number))
    const most = Math.max(inside, outside)
    if (Number.isFinite(outside) && most > 0) all += (outside - inside) / most
  }
  return points > 0 ? all / points : 0
}

/** Those who stand at the same place, or close where there are many, taken together. */
function placesOf(at: Float64Array): { points: Points; of: Uint8Array } {
  const alone = new Float64Array(at.length / 2).fill(1)
  const { of, middles } = kMeans({ at, weights: alone }, firstPlaces(at, MOST_PLACES), 100)
  const held = new Float64Array(middles.length / 2)
  for (const place of of) held[place] = (held[place] as number) + 1
  const kept = [...held.keys()].filter((place) => held[place])
  const now = new Map(kept.map((place, index) => [place, index]))
  return {
    points: {
      at: Float64Array.from(kept.flatMap((place) => [...middles.subarray(place * 2, place * 2 + 2)])),
      weights: Float64Array.from(kept, (place) => held[place] as number),
    },
    of: of.map((place) => now.get(place) as number),
  }
}

/** The grouping of places with the highest silhouette, of 2 to 5 groups. */
export function bestOf(points: Points, start: Start): Camps | null {
  const places = points.weights.length
  let best: Camps | null = null
  for (let k = 2; k <= Math.min(MOST_GROUPS, 2 + Math.floor(places / 12), places); k++) {
    const of = groupsOf(points, k, start)
    const silhouette = silhouetteOf(points.at, of)
    if (!best || silhouette > best.silhouette) best = { k, silhouette, of }
  }
  return best
}

/** How participants fall into groups by where they stand; null where all stand at one place. */
export function campsOf(at: Float64Array, start: Start = "drawn"): Camps | null {
  const { points, of } = placesOf(at)
  const best = bestOf(points, start)
  return best && { ...best, of: of.map((place) => best.of[place] as number) }
}
