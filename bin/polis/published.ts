import type { Analysis } from "@/lib/statements/analysis"
import { bestOf, silhouetteOf } from "@/lib/statements/camps"

/** What a Polis server worked out itself (math-pca2.json): its directions, who it counted in which order, and its groups. */
export type Published = {
  statements: string[]
  components: [number[], number[]]
  /** Those who stand together, in Polis's order, and the group each of them is in. */
  places: { members: string[]; group: number; x: number; y: number }[]
  out: string[]
}

type Raw = {
  tids?: unknown[]
  pca?: { comps?: number[][] }
  "mod-out"?: unknown[]
  "meta-tids"?: unknown[]
  "base-clusters"?: { id: number[]; members: unknown[][]; x: number[]; y: number[] }
  "group-clusters"?: { id: number; members: number[] }[]
}

/** Polis's own result, if this is one. */
export function publishedIn(read: unknown): Published | null {
  const raw = (read ?? {}) as Raw
  const [first, second] = raw.pca?.comps ?? []
  const base = raw["base-clusters"]
  if (!raw.tids || !first || !second || !base?.id || !base.members) return null
  const groupOf = new Map(
    (raw["group-clusters"] ?? []).flatMap(({ members }, group) => members.map((id) => [id, group] as const)),
  )
  return {
    statements: raw.tids.map(String),
    components: [first, second],
    places: base.members.map((members, at) => ({
      members: members.map(String),
      group: groupOf.get(base.id[at] ?? -1) ?? -1,
      x: base.x?.[at] ?? Number.NaN,
      y: base.y?.[at] ?? Number.NaN,
    })),
    out: [...(raw["mod-out"] ?? []), ...(raw["meta-tids"] ?? [])].map(String),
  }
}

/** How far our directions are from Polis's, up to their sign, and whether its grouping comes out again. */
export type Compared = {
  components: [number, number]
  /** How far anybody stands from where Polis has them. */
  places: number
  k: number
  silhouette: number
  members: string[][]
  publishedK: number
  publishedSilhouette: number
  sameGroups: boolean
}

const furthest = (ours: Float64Array, statements: readonly string[], published: Published, at: 0 | 1) => {
  const theirs = new Map(published.statements.map((id, place) => [id, published.components[at][place] ?? 0]))
  const under = (sign: number) =>
    statements.reduce(
      (most, id, place) => Math.max(most, Math.abs((ours[place] ?? 0) - sign * (theirs.get(id) ?? 0))),
      0,
    )
  return Math.min(under(1), under(-1))
}

/** Whether two groupings differ in nothing but the numbers of their groups. */
function sameGroups(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  const pairs = new Set(Array.from(one, (group, at) => `${group}=${other[at]}`))
  return pairs.size === new Set(Array.from(one)).size && pairs.size === new Set(Array.from(other)).size
}

/**
 * Our working held against Polis's own: its places in its order and its start of k-means. Which of several groupings
 * k-means ends in depends on where it starts, and Polis starts from its last one.
 */
export function compare(
  { components, positions }: Analysis,
  { participants, statements }: { participants: readonly string[]; statements: readonly string[] },
  published: Published,
): Compared {
  const rowOf = new Map(participants.map((id, row) => [id, row]))
  const places = published.places
    .map(({ members, ...place }) => ({ ...place, rows: members.flatMap((id) => rowOf.get(id) ?? []) }))
    .filter(({ rows }) => rows.length > 0)
  const middle = (rows: number[], part: number) =>
    rows.reduce((sum, row) => sum + (positions[row * 2 + part] as number), 0) / rows.length
  const at = Float64Array.from(places.flatMap(({ rows }) => [middle(rows, 0), middle(rows, 1)]))
  const weights = Float64Array.from(places, ({ rows }) => rows.length)
  const theirs = places.map(({ group }) => group)
  const ours = bestOf({ at, weights }, "first")
  const away = (part: 0 | 1, sign: number) =>
    places.reduce(
      (most, { x, y }, place) =>
        Math.max(most, Math.abs((at[place * 2 + part] as number) - sign * (part ? y : x))),
      0,
    )
  return {
    components: [
      furthest(components.first, statements, published, 0),
      furthest(components.second, statements, published, 1),
    ],
    places: Math.max(...([0, 1] as const).map((part) => Math.min(away(part, 1), away(part, -1)))),
    k: ours?.k ?? 1,
    silhouette: ours?.silhouette ?? 0,
    members: Array.from({ length: ours?.k ?? 0 }, (_, group) =>
      published.places
        .filter(({ members }) => members.some((id) => rowOf.has(id)))
        .flatMap(({ members }, place) => (ours?.of[place] === group ? members : [])),
    ),
    publishedK: new Set(theirs).size,
    publishedSilhouette: silhouetteOf(at, theirs),
    sameGroups: ours !== null && sameGroups(ours.of, theirs),
  }
}
