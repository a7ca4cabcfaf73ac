import type { Helper } from "@/lib/finder/helping/queries"
import type { FinderAnswer } from "@/lib/finder/queries"
import { sayChoice, sayWhere, sayWhy } from "@/lib/finder/telling/words"
import { ORDER } from "@/lib/finder/words"
import { say } from "@/lib/words"

const addressOf = (path: string) => `${(process.env.APP_URL ?? "").replace(/\/$/, "")}${path}`

function helperAsData(helper: Helper) {
  const { name, phone, email, website, openingTimes, areas } = helper
  const reach = { phone, email, website, openingTimes, areas, why: sayWhy(helper) }
  if (helper.by === "source") {
    const { kind, specialism, can, cannot, checkedOn, listedBy } = helper
    return {
      type: "source",
      name,
      kind,
      specialism,
      can,
      cannot,
      ...reach,
      checkedOn,
      listedBy: listedBy.name,
    }
  }
  const { kind, about, slug, services } = helper
  return {
    type: "lio",
    name,
    kind,
    can: about,
    ...reach,
    services: services.map(({ name: service, cannot }) => ({ name: service, cannot })),
    page: addressOf(`/${slug}`),
    tellUs: addressOf(`/${slug}/tell-us`),
  }
}

/** An answer of the finder for a program to read: `says` is the sentence that must stand with it wherever it is shown. */
export function asData(answer: FinderAnswer) {
  if (answer.kind === "nothing")
    return { found: "nothing", says: say("Say in “q” which postcode or place you mean.") }
  if (answer.kind === "unknown")
    return {
      found: "unknown",
      says: say("We don’t know a place called “{typed}”. Check the spelling, or try a postcode.", {
        typed: answer.typed,
      }),
    }
  if (answer.kind === "choose")
    return {
      found: "several",
      says: say("Several places are called “{typed}”. Choose yours.", { typed: answer.typed }),
      places: answer.places.map((place) => ({
        place: place.code || place.name,
        name: place.name,
        kind: place.kind,
        district: place.district,
        says: sayChoice(place),
      })),
    }
  const { place, helpers, nearest, national, nation } = answer
  const { kind, name, sure, districts, ward, elsewhere } = place
  return {
    found: "place",
    says: sayWhere(place),
    place: { kind, name, sure, districts, ward, elsewhere, nation },
    order: ORDER,
    help: helpers.map(helperAsData),
    nearest: nearest.map(({ name: near, phone, email, website, slug, miles }) => ({
      name: near,
      phone,
      email,
      website,
      page: addressOf(`/${slug}`),
      miles: Math.round(miles),
    })),
    national: national.map(({ name: body, website, what }) => ({ name: body, website, what })),
  }
}
