import "server-only"
import { sql } from "drizzle-orm"
import type { Outside } from "../access/ctx"
import { outside } from "../access/doors"
import { readAsked, readPoint } from "../places/looking/input"
import {
  asLookedUp,
  findNamedPlaces,
  getNamedPlace,
  type LookedUp,
  lookUpPoint,
  lookUpPostcode,
  type NamedPlace,
} from "../places/looking/queries"
import { nationOfPostcode } from "../places/words"
import { type FoundLio, type Helper, type LioRow, listHelpers, type Serving } from "./helping/queries"
import type { FinderQuery } from "./input"
import { NATIONAL_BODIES, NATIONS, type Nation, type NationalBody } from "./words"

type Nearest = Omit<FoundLio, "services"> & { miles: number }
type Choice = Pick<NamedPlace, "code" | "kind" | "name" | "district">

/** What the finder says. */
export type FinderAnswer =
  | { kind: "nothing" }
  | { kind: "unknown"; typed: string }
  | { kind: "choose"; typed: string; places: Choice[] }
  | {
      kind: "place"
      place: LookedUp
      /** Other places that may have been meant. */
      others: Choice[]
      helpers: Helper[]
      /** Where no LIO works here. */
      nearest: Nearest[]
      nation: Nation | null
      national: NationalBody[]
    }

type Resolved = { place: LookedUp; others: Choice[] } | { places: NamedPlace[] } | null

const choice = ({ code, kind, name, district }: NamedPlace): Choice => ({ code, kind, name, district })

/** Which of the places that are called so is meant: the only one, the only district, or all of one district. */
function settle(places: NamedPlace[], words: string): Resolved {
  const exact = places.filter((place) => place.exact)
  const among = exact.length > 0 ? exact : places
  const [only, ...more] = exact.filter(({ kind }) => kind === "district")
  const [one] = among
  if (!one) return null
  const meant = only && more.length === 0 ? only : among.length === 1 ? one : null
  if (meant)
    return { place: asLookedUp(meant), others: places.filter((place) => place !== meant).map(choice) }
  const districts = new Set(
    among.map(({ code, kind, district }) => (kind === "district" ? code : district?.code)),
  )
  const { district } = one
  if (districts.size > 1 || !district || among.some(({ lioIds }) => lioIds.length > 0))
    return { places: among }
  const { position } = one
  const lookedUp = { kind: "place" as const, name: words, sure: true, districts: [district], ward: null }
  return { place: { ...lookedUp, elsewhere: false, position, lioIds: [] }, others: among.map(choice) }
}

async function resolve(ctx: Outside, { q, at, place }: FinderQuery): Promise<Resolved> {
  const point = readPoint(at)
  if (point) {
    const there = await lookUpPoint(ctx, point)
    return there && { place: there, others: [] }
  }
  if (place) {
    const chosen = await getNamedPlace(ctx, place)
    return chosen && { place: asLookedUp(chosen), others: [] }
  }
  const asked = readAsked(q)
  if (!asked) return null
  if (asked.kind === "name") return settle(await findNamedPlaces(ctx, asked.name), asked.name)
  const there = await lookUpPostcode(ctx, asked)
  return there && { place: there, others: [] }
}

/** Which LIOs and listed sources of support work there, and how closely. */
async function listServing({ tx }: Outside, { ward, districts, lioIds, name }: LookedUp): Promise<Serving[]> {
  const codes = districts.map(({ code }) => code)
  // Where the ward isn't known, whoever works in a part of the district may work there.
  const parts = ward ? [] : codes
  const rows = await tx.execute<Serving>(sql`
    with fits as (
      select lio_id, by, id, name, case when code = ${ward?.code ?? ""} then 0 else 1 end as fit
      from served_areas where code = any (${sql.param(ward ? [ward.code, ...codes] : codes)}::text[])
      union all
      select s.lio_id, s.by, s.id, coalesce(p.name, s.name), 2 from places p join served_areas s on s.code = p.code
      where p.kind = 'ward' and p.district_code = any (${sql.param(parts)}::text[])
      union all
      select lio_id, by, id, name, 0 from served_areas
      where lio_id = any (${sql.param(lioIds)}::uuid[]) and by = 'lio' and plain_name(name) = plain_name(${name}))
    select f.lio_id as "lioId", case when f.by = 'lio' then f.lio_id else f.id end as id, f.by, min(f.fit)::int as fit,
      array_agg(distinct f.name) filter (where f.fit = b.fit) as areas
    from fits f join (select lio_id, by, case when by = 'lio' then lio_id else id end as id, min(fit) as fit from fits group by 1, 2, 3) b
      on b.lio_id = f.lio_id and b.by = f.by and b.id = case when f.by = 'lio' then f.lio_id else f.id end
    group by 1, 2, 3`)
  return [...rows]
}

const lioColumns = sql`l.id, l.slug, l.name, l.kind, l.about, l.phone, l.email, l.website, l.address, l.opening_times as "openingTimes"`

/** No place has more of them. */
const MOST_LIOS = 20
const listLiosById = ({ tx }: Outside, ids: string[]) =>
  tx.execute<LioRow>(sql`
    select ${lioColumns} from lios l where l.id = any (${sql.param(ids)}::uuid[]) order by l.kind <> 'cvs', l.name limit ${MOST_LIOS}`)

const MOST_NEAREST = 3
/** Of one degree north, in miles. */
const DEGREE = 69.1
/** A postcode in an address, in PostgreSQL's own way. */
const IN_ADDRESS = "[A-Z]{1,2}[0-9][A-Z0-9]?(?= ?[0-9][A-Z]{2}\\M)"

/** The LIOs nearest to a place: by the middle of the areas that they serve, else by the postcode of their address. */
async function listNearest({ tx }: Outside, { position }: LookedUp): Promise<Nearest[]> {
  if (!position) return []
  const east = Math.cos((position.lat * Math.PI) / 180)
  const rows = await tx.execute<Nearest>(sql`
    select ${lioColumns}, 'lio' as by, ${DEGREE}::float8 * sqrt((m.lat - ${position.lat}::float8) ^ 2 + ((m.lon - ${position.lon}::float8) * ${east}::float8) ^ 2) as miles
    from lios l cross join lateral (
      select coalesce(a.lat, o.lat) as lat, coalesce(a.lon, o.lon) as lon
      from (select avg(p.lat) as lat, avg(p.lon) as lon from served_areas s join places p on p.code = s.code where s.lio_id = l.id and s.by = 'lio') a
        left join postcode_parts o on a.lat is null and o.code = substring(upper(l.address) from ${IN_ADDRESS})) m
    where m.lat is not null order by miles, l.name limit ${MOST_NEAREST}`)
  return [...rows]
}

/** The nation that a place is in, where that can be told. */
function nationOf({ kind, name, districts }: LookedUp): Nation | null {
  const known = new Set(districts.map(({ code }) => code[0]))
  const [letter = ""] = known
  if (known.size === 1 && letter in NATIONS) return letter as Nation
  if (kind !== "postcode" && kind !== "part") return null
  return nationOfPostcode(name)
}

/** What the finder says to a query. It asks nobody but the database, and keeps nothing. */
export async function findSupport(query: FinderQuery): Promise<FinderAnswer> {
  if (!query.q && !query.at && !query.place) return { kind: "nothing" }
  const typed = query.q || query.place
  const found = await outside(async (ctx) => {
    const resolved = await resolve(ctx, query)
    if (!resolved || "places" in resolved) return resolved
    const serving = await listServing(ctx, resolved.place)
    const lios = await listLiosById(ctx, [...new Set(serving.map(({ lioId }) => lioId))])
    const none = !serving.some(({ by }) => by === "lio")
    return { ...resolved, serving, lios, nearest: none ? await listNearest(ctx, resolved.place) : [] }
  })
  if (!found) return { kind: "unknown", typed }
  if ("places" in found) return { kind: "choose", typed, places: found.places.map(choice) }
  const { place, others, serving, lios, nearest } = found
  const nation = nationOf(place)
  return {
    kind: "place",
    place,
    others,
    helpers: await listHelpers(serving, lios, query.about),
    nearest,
    nation,
    national: NATIONAL_BODIES.filter(
      ({ nations, about }) => (!nation || nations.includes(nation)) && (!about || about === query.about),
    ),
  }
}

/** The LIOs of this installation, by name, for the front page. */
export const listLios = () =>
  outside(async ({ tx }) => [
    ...(await tx.execute<Pick<LioRow, "slug" | "name" | "kind"> & { demo: boolean }>(
      sql`select slug, name, kind, demo from lios order by name limit 100`,
    )),
  ])
