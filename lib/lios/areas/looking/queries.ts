import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../../access/ctx"
import { ensure } from "../../../errors"
import { readAsked } from "../../../places/looking/input"
import {
  findNamedPlaces,
  type LookedUp,
  lookUpPostcode,
  type NamedPlace,
} from "../../../places/looking/queries"
import { say } from "../../../words"
import { mayRunLio } from "../../policy"
import { typedPlaces } from "../input"

/** A ward or district that can be ticked. `ticked`: it is meant for certain. */
type Offer = { code: string; name: string; served: boolean; ticked: boolean }
/** A district with its wards, as far as the open data or the table of postcodes has their names. */
export type DistrictOffer = Offer & { wards: Offer[] }

/** What was made out of one of the things that were typed. */
export type Looked = {
  typed: string
  /** Of a postcode or the first part of one. */
  place: LookedUp | null
  /** Nothing is called so, or begins so. */
  unknown: boolean
}

type Meant = Map<string, boolean>
const mean = (meant: Meant, code: string, sure: boolean) =>
  meant.set(code, sure || (meant.get(code) ?? false))

/** Of the places that are called so, those are meant that bear just this name, if any do; a single one of these for certain. */
function meanNamed(meant: Meant, places: NamedPlace[]) {
  const exact = places.filter((place) => place.exact)
  const among = exact.length > 0 ? exact : places
  for (const { code, district } of among) {
    mean(meant, code, exact.length > 0 && among.length === 1)
    if (district) mean(meant, district.code, false)
  }
}

async function lookAt(ctx: Ctx, typed: string, meant: Meant): Promise<Looked> {
  const asked = readAsked(typed)
  if (asked && asked.kind !== "name") {
    const place = await lookUpPostcode(ctx, asked)
    for (const { code } of place?.districts ?? []) mean(meant, code, place?.sure ?? false)
    return { typed, place, unknown: !place }
  }
  const called = asked ? (await findNamedPlaces(ctx, asked.name)).filter(({ code }) => code !== "") : []
  meanNamed(meant, called)
  return { typed, place: null, unknown: called.length === 0 }
}

/**
 * The districts and wards that are meant by postcodes, first parts of postcodes and names of places: what was made out of
 * each, and the districts to tick with all their wards.
 */
export async function lookForAreas(
  ctx: Ctx,
  words: string,
): Promise<{ looked: Looked[]; districts: DistrictOffer[] }> {
  ensure(mayRunLio(ctx.actor), say("Only a manager can change where you work."))
  const meant: Meant = new Map()
  const looked: Looked[] = []
  for (const typed of typedPlaces(words)) looked.push(await lookAt(ctx, typed, meant))
  if (meant.size === 0) return { looked, districts: [] }
  const codes = sql`any (${sql.param([...meant.keys()])}::text[])`
  const rows = await ctx.tx.execute<Omit<Offer, "ticked"> & { kind: string; district: string | null }>(sql`
    with meant as (select code, kind, coalesce(district_code, code) as district from places where code = ${codes})
    select p.code, p.kind, p.name, p.district_code as district, exists (select from areas a where a.code = p.code) as served
    from places p where p.code in (select district from meant)
      or (p.kind = 'ward' and p.name <> p.code and (p.district_code in (select district from meant) or p.code = ${codes}))
    order by p.name, p.code`)
  const offer = ({ code, name, served }: Omit<Offer, "ticked">): Offer => ({
    ...{ code, name, served },
    ticked: !served && (meant.get(code) ?? false),
  })
  const districts = rows
    .filter(({ kind }) => kind === "district")
    .map((district) => ({
      ...offer(district),
      wards: rows.filter((row) => row.kind === "ward" && row.district === district.code).map(offer),
    }))
  return { looked, districts }
}
