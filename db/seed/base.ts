import { and, eq, isNull } from "drizzle-orm"
import { areas, groupAreas, groupIdentifiers, groups, groupTerms, roles, terms } from "@/db/schema"
import { keys, type ROLES, USUALLY_SHOWN } from "@/db/vocabulary"
import type { Ctx } from "@/lib/access/ctx"
import * as make from "./factories"
import { DISTRICT, MEANINGS, type StoryGroup, storyGroups, THEMES, WARDS } from "./story/groups"
import { CAST, storyName } from "./story/people"

/** The people and groups of the story as they were made, by name. */
export type Place = {
  groups: Map<string, { id: string; name: string }>
  /** Group name → the address of its lead, and of the second person where there is one. */
  voices: Map<string, { lead: string; second?: string }>
  areas: Map<string, string>
  themes: Map<string, string>
  /** What was not there before, and the people. */
  made: Record<"areas" | "terms" | "people", string[]>
}

const newPlace = (): Place => ({
  groups: new Map(),
  voices: new Map(),
  areas: new Map(),
  themes: new Map(),
  made: { areas: [], terms: [], people: [] },
})

/** Which groups are told of. `asked`: whether they were asked who speaks for them and whether they may be found. */
type Telling = { stories: StoryGroup[]; asked: boolean }

const WAYS = ["form", "phone", "email", "spoken"] as const
/** Three of four were asked; most said yes, and some let their address be shown. */
function consentOf(ctx: Ctx, name: string, n: number) {
  if (n % 4 === 0) return {}
  const mayBeFound = n % 9 !== 0 && !name.includes("Refuge")
  // AV is the area of no real postcode.
  const postcode =
    n % 5 === 0 ? `AV${1 + (n % 6)} ${1 + (n % 9)}${"ABDEFGHJ"[n % 8]}${"LNPQRSTU"[n % 8]}` : null
  const directoryShows = n % 5 === 0 ? [...USUALLY_SHOWN, "address" as const] : null
  return {
    directoryConsent: mayBeFound,
    directorySaidOn: yearsAgo(ctx, n % 3, n),
    directorySaidHow: WAYS[n % WAYS.length],
    directoryShows,
    postcode,
  }
}

const address = (name: string) => `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@aldervale.example`
const yearsAgo = (ctx: Ctx, years: number, n: number) =>
  new Date(ctx.now.getTime() - (years * 365 + ((n * 37) % 300)) * 86_400_000).toISOString().slice(0, 10)

/** Who leads what under an address of the demo's own. */
const KNOWN_VOICES: Record<string, { lead?: keyof typeof CAST; second?: keyof typeof CAST }> = {
  "Hob’s Mill Food Bank": { lead: "lead", second: "member" },
  "Polska Szkoła Alderbridge": { second: "member" },
  "Aldervale Good Neighbours": { lead: "rep" },
}

async function makePlaces(ctx: Ctx, place: Place) {
  const kinds = [
    { key: "district", kind: "district" as const, ...DISTRICT },
    ...Object.entries(WARDS).map(([key, ward]) => ({ key, kind: "ward" as const, ...ward })),
  ]
  for (const { key, kind, code, name } of kinds) {
    const [row] = await ctx.tx
      .insert(areas)
      .values({ lioId: ctx.lio.id, kind, code, name })
      .returning({ id: areas.id })
    place.areas.set(key, row?.id ?? "")
    place.made.areas.push(row?.id ?? "")
  }
  const there = await ctx.tx
    .select({ id: terms.id, name: terms.name })
    .from(terms)
    .where(and(eq(terms.list, "theme"), isNull(terms.retiredAt)))
  for (const key of keys(THEMES)) {
    const known = there.find(({ name }) => name.toLowerCase() === THEMES[key].toLowerCase())
    if (known) {
      place.themes.set(key, known.id)
      continue
    }
    const [row] = await ctx.tx
      .insert(terms)
      .values({ lioId: ctx.lio.id, list: "theme", name: THEMES[key], category: MEANINGS[key] })
      .returning({ id: terms.id })
    place.themes.set(key, row?.id ?? "")
    place.made.terms.push(row?.id ?? "")
  }
}

async function makeGroup(ctx: Ctx, place: Place, story: StoryGroup, n: number, asked = true) {
  const made = await make.group(ctx, {
    name: story.name,
    stage: story.stage,
    sector: story.sector,
    legalForm: story.legal,
    about: story.about,
    incomeBand: story.income,
    volunteers: story.volunteers,
    sizesAsAt: story.volunteers === null ? null : yearsAgo(ctx, 0, n),
    email:
      n % 5 === 0
        ? null
        : `hello@${story.name
            .toLowerCase()
            .normalize("NFKD")
            .replace(/[^a-z]+/g, "")
            .slice(0, 24)}.example`,
    phone: n % 7 === 0 ? null : `01632 960${String(100 + n).slice(-3)}`,
    address: `${(n % 90) + 2} ${["Chapel Street", "Mill Lane", "Market Place", "Station Road", "Weir Bank"][n % 5]}, ${WARDS[story.ward].name}`,
    wardCode: WARDS[story.ward].code,
    districtCode: DISTRICT.code,
    joinedOn: story.stage === "member" || story.stage === "affiliate" ? yearsAgo(ctx, n % 9, n) : null,
    closedOn: story.stage === "closed" ? yearsAgo(ctx, 1, n) : null,
    closedReason: story.stage === "closed" ? "Its room was sold" : null,
    ...(asked ? consentOf(ctx, story.name, n) : {}),
  })
  place.groups.set(story.name, made)
  const theme = place.themes.get(story.theme)
  const area = place.areas.get(story.ward)
  if (theme) await ctx.tx.insert(groupTerms).values({ lioId: ctx.lio.id, groupId: made.id, termId: theme })
  if (area) await ctx.tx.insert(groupAreas).values({ lioId: ctx.lio.id, groupId: made.id, areaId: area })
  if (["cio", "trust"].includes(story.legal ?? "")) {
    await ctx.tx
      .insert(groupIdentifiers)
      .values({ lioId: ctx.lio.id, groupId: made.id, register: "GB-CHC", value: String(9_900_100 + n) })
  }
  return made
}

async function speak(
  ctx: Ctx,
  group: { id: string },
  person: { id: string },
  role: keyof typeof ROLES,
  speaks: "lead" | "member" | null,
) {
  await ctx.tx
    .insert(roles)
    .values({ lioId: ctx.lio.id, groupId: group.id, personId: person.id, role, speaks, createdAt: ctx.now })
}

/** Every group of Aldervale. */
export const aldervaleGroups = () => storyGroups().filter((story) => story.lio === "aldervale")

/** Areas, themes, groups and their people; of the demo also who speaks for them. */
export async function makeAldervale(
  ctx: Ctx,
  { stories, asked }: Telling = { stories: aldervaleGroups(), asked: true },
): Promise<Place> {
  const place = newPlace()
  await makePlaces(ctx, place)
  const known = async (of: Parameters<typeof make.person>[1]) => {
    const made = await make.person(ctx, of)
    place.made.people.push(made.id)
    return made
  }
  const cast = new Map<string, { id: string; name: string }>()
  for (const key of asked ? (["lead", "member", "rep"] as const) : [])
    cast.set(key, await known({ ...CAST[key], phone: "01632 960 555" }))

  let next = 0
  for (const [n, story] of stories.entries()) {
    const group = await makeGroup(ctx, place, story, n, asked)
    if (["closed", "enquiry"].includes(story.stage)) continue
    const voices = asked ? (KNOWN_VOICES[story.name] ?? {}) : {}
    const person = async (key: keyof typeof CAST | undefined) => {
      if (key) return { ...(cast.get(key) ?? { id: "", name: "" }), email: CAST[key].email as string }
      const name = storyName(next++)
      const email = address(name)
      return {
        ...(await known({ name, email, phone: `01632 961${String(100 + next).slice(-3)}` })),
        email,
      }
    }
    const lead = await person(voices.lead)
    const statutory = story.sector === "statutory"
    await speak(
      ctx,
      group,
      lead,
      statutory ? "contact" : n % 3 === 0 ? "secretary" : "chair",
      statutory || !asked ? null : "lead",
    )
    await ctx.tx.update(groups).set({ mainContactId: lead.id }).where(eq(groups.id, group.id))
    if (statutory) continue
    const second = await person(voices.second)
    await speak(ctx, group, second, n % 2 === 0 ? "treasurer" : "volunteer", asked ? "member" : null)
    if (n % 2 === 0) await speak(ctx, group, await known({ name: storyName(next++) }), "trustee", null)
    place.voices.set(story.name, { lead: lead.email, second: second.email })
  }
  return place
}

/** The second LIO, small and separate. */
export async function makeBrackendale(ctx: Ctx) {
  const place = newPlace()
  for (const [n, story] of storyGroups()
    .filter((one) => one.lio === "brackendale")
    .entries()) {
    const group = await makeGroup(ctx, place, story, n)
    await make.speaker(ctx, {
      name: storyName(900 + n),
      email: `lead${n}@brackendale.example`,
      groups: [group],
      speaks: "lead",
    })
  }
}
