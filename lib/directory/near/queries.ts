import "server-only"
import type { Ctx } from "../../access/ctx"
import { readAsked } from "../../places/looking/input"
import { findNamedPlaces, lookUpPostcode } from "../../places/looking/queries"

/** Where somebody looks for groups: the codes of wards and districts, and names of the LIO's own areas. */
export type Near = { wards: string[]; districts: string[]; names: string[] }

/** What a postcode or the name of a place means for the directory; null when nobody knows it. */
export async function lookNear(ctx: Ctx, typed: string): Promise<Near | null> {
  const asked = readAsked(typed)
  if (!asked) return null
  if (asked.kind !== "name") {
    const place = await lookUpPostcode(ctx, asked)
    if (!place) return null
    const districts = place.districts.map(({ code }) => code)
    return { wards: place.ward ? [place.ward.code] : [], districts, names: [] }
  }
  const places = await findNamedPlaces(ctx, asked.name)
  if (places.length === 0) return null
  const exact = places.filter((place) => place.exact)
  const meant = exact.length > 0 ? exact : places
  return {
    wards: meant.flatMap(({ kind, code }) => (kind === "ward" ? code : [])),
    districts: meant.flatMap(({ kind, code, district }) =>
      kind === "district" ? code : (district?.code ?? []),
    ),
    names: meant.flatMap(({ code, name, lioIds }) => (lioIds.includes(ctx.lio.id) && !code ? name : [])),
  }
}
