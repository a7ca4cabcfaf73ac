import { AREA_KINDS } from "@/db/vocabulary"
import type { LookedUp, NamedPlace } from "../../places/looking/queries"
import { inWords, say } from "../../words"
import type { Helper } from "../helping/queries"

/** "Oldham or Manchester". */
function either(names: string[]) {
  if (names.length < 2) return names[0] ?? ""
  return say("{some} or {last}", { some: names.slice(0, -1).join(", "), last: names.at(-1) ?? "" })
}

/** Where a place is, in a sentence; never more certain than it is. */
export function sayWhere({ kind, name, sure, districts, ward, elsewhere, lioIds }: LookedUp): string {
  const names = districts.map((one) => one.name)
  const district = either(names)
  if (lioIds.length > 0 && names.length === 0)
    return say("The organisations below say that {place} is one of the places they work in.", { place: name })
  if (kind === "place") {
    if (ward) return say("{ward} is a ward of {district}.", { ward: ward.name, district })
    return name === district
      ? say("{district} is a local authority district.", { district })
      : say("{place} is in {district}.", { place: name, district })
  }
  const place = kind === "point" ? say("The place where you are") : name
  if (names.length === 0)
    return kind === "point"
      ? say("We don’t know which district you’re in.")
      : say("We don’t know which district {place} is in.", { place })
  // A ward that no file has named says nothing to people.
  if (sure)
    return ward && ward.name !== ward.code
      ? say("{place} is in {district}, in the ward {ward}.", { place, district, ward: ward.name })
      : say("{place} is in {district}.", { place, district })
  if (elsewhere)
    return say("{place} is near the border: it may be in {district}, or in a district that we don’t know.", {
      place,
      district,
    })
  if (names.length > 1)
    return say("{place} is near the border: it may be in {district}.", { place, district })
  return kind === "point"
    ? say("{place} may be in {district}.", { place, district })
    : say("We don’t know {place}. Going by the postcodes near it, it may be in {district}.", {
        place,
        district,
      })
}

/** Why somebody is in the answer: the area in which they work. */
export function sayWhy({ fit, areas }: Helper): string {
  const names = inWords(areas.slice(0, 6))
  return fit === 2
    ? say("Works in part of it: {areas}", { areas: names })
    : say("Works in {areas}", { areas: names })
}

/** "Chadderton North, a ward of Oldham". */
export function sayChoice({ kind, name, district }: Pick<NamedPlace, "kind" | "name" | "district">): string {
  if (district) return say("{name}, a ward of {district}", { name, district: district.name })
  return `${name} (${AREA_KINDS[kind].toLowerCase()})`
}
