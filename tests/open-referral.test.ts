import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { Ajv2020 } from "ajv/dist/2020.js"
import addFormats from "ajv-formats"
import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { GET as getServices } from "@/app/[lio]/open-referral/services/route"
import { groups } from "@/db/schema"
import { USUALLY_SHOWN } from "@/db/vocabulary"
import * as feed from "@/lib/directory/open-referral/queries"
import { NotFound, RuleBroken } from "@/lib/errors"
import { changeGroup } from "@/lib/groups/commands"
import { getGroup } from "@/lib/groups/queries"
import { setMainContact } from "@/lib/groups/roles/commands"
import { addTerm } from "@/lib/word-lists/commands"
import { world } from "./support/world"

const w = await world()
const say = async (id: string, value: object) =>
  w.asManager(async (ctx) => changeGroup(ctx, id, { version: (await getGroup(ctx, id)).version, ...value }))

const SCHEMAS = path.resolve(
  process.env.TRELLIS_SAMPLE_DATA ?? "../shared/data",
  "schemas/oruk_v3/schema/compiled",
)
const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }))
/** What the standard's own schema finds wrong; null: nothing. */
const faultsOf = (name: string, value: unknown) => {
  const valid = ajv.compile(JSON.parse(readFileSync(path.join(SCHEMAS, `${name}.json`), "utf8")))
  return valid(value) ? null : valid.errors
}
const asked = (query = "") => feed.feedQuery(new URLSearchParams(query))

describe("Open Referral UK", async () => {
  const id = w.choir.id
  const carers = await w.asManager((ctx) => addTerm(ctx, { list: "client_group", name: "Carers" }))
  const secret = await w.asManager((ctx) => addTerm(ctx, { list: "tag", name: "In arrears" }))
  await w.system((ctx) => setMainContact(ctx, { groupId: id, personId: w.member.id, seen: null }))
  await say(w.foodbank.id, { directoryConsent: true })
  await say(id, {
    ...{ directoryConsent: true, about: "Sings for carers on Tuesdays.", email: "cor@llanfair.example" },
    ...{ phone: "01632 960001", secondPhone: "01632 960009", termIds: [carers.id, secret.id] },
    ...{ address: "1 Home Close, Llanfair", postcode: "OL1 1AA" },
    identifiers: [
      { register: "GB-CHC", value: "1000116" },
      { register: "local", value: "M17" },
    ],
  })
  it("has each group of the directory as one service", async () => {
    await w.operator`insert into postcodes (postcode, lat, lon) values ('OL11AA', 53.5, -2.1), ('OL12BB', 53.52, -2.1), ('M11AA', 53.9, -2.9) on conflict do nothing`
    await say(id, { directoryShows: [...USUALLY_SHOWN, "address", "contact"] })
    const page = await w.asPublic((ctx) => feed.listServices(ctx, asked("per_page=1&page=2")))
    expect(page).toMatchObject({
      total_items: 2,
      total_pages: 2,
      page_number: 2,
      size: 1,
      first_page: false,
      last_page: true,
      empty: false,
    })
    const service = await w.asPublic((ctx) => feed.getService(ctx, id))
    expect(service).toMatchObject({
      ...{ id, status: "active", email: "cor@llanfair.example" },
      organization: { organization_identifiers: [{ identifier_scheme: "GB-CHC", identifier: "1000116" }] },
      contacts: [{ name: "Mo Member", phones: [{ number: "01632 960001" }] }],
      service_at_locations: [
        {
          location: {
            latitude: 53.5,
            addresses: [{ address_1: "1 Home Close", city: "Llanfair", postal_code: "OL1 1AA" }],
          },
        },
      ],
      attributes: [{ taxonomy_term: { name: "Carers" } }],
    })
    expect(JSON.stringify(service)).not.toMatch(/null|arrears|M17|960009/)
  })

  it.skipIf(!existsSync(SCHEMAS))("is valid by the schemas of the standard", async () => {
    const { contents } = await w.asPublic((ctx) => feed.listServices(ctx, asked()))
    for (const { id = "" } of contents) {
      const service = await w.asPublic((ctx) => feed.getService(ctx, id))
      expect([service.name, faultsOf("service", service)]).toEqual([service.name, null])
    }
    for (const one of contents) expect(faultsOf("service_list", one)).toBeNull()
    const places = await w.asPublic((ctx) => feed.listAtLocations(ctx, asked()))
    expect(places.contents).toHaveLength(1)
    for (const one of places.contents) {
      expect(faultsOf("service_at_location_list", one)).toBeNull()
      const whole = await w.asPublic((ctx) => feed.getAtLocation(ctx, one.id ?? ""))
      expect(faultsOf("service_at_location", whole)).toBeNull()
    }
    expect(faultsOf("service", { id: "x", name: "No status" })).not.toBeNull()
  })

  it("is narrowed as the standard says", async () => {
    const names = async (query: string) =>
      (await w.asPublic((ctx) => feed.listServices(ctx, asked(query)))).contents.map(({ name }) => name)
    const { contents } = await w.asPublic((ctx) => feed.listTaxonomyTerms(ctx, asked()))
    const [term] = contents
    expect(await names("search=meibion")).toEqual(["Côr Meibion Llanfair"])
    expect(await names(`taxonomy_term_id=${term?.id}`)).toEqual(["Côr Meibion Llanfair"])
    expect(await names(`taxonomy_id=${term?.taxonomy_id}`)).toEqual(["Côr Meibion Llanfair"])
    expect(await names("taxonomy_id=00000000-0000-4000-8000-000000000000")).toEqual([])
    for (const query of [
      "page=nonsense",
      "per_page=-4",
      "minimum_age=5",
      "taxonomy_id=x",
      "proximity=5",
      "postcode=OL1",
      "colour=red",
    ])
      expect(() => asked(query), query).toThrow(RuleBroken)
    const answer = await getServices(new Request("http://x/ribble/open-referral/services?colour=red"), {
      params: Promise.resolve({ lio: "ribble" }),
    })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({ message: expect.stringMatching(/no filter “colour”/) })
    const taxonomy = await w.asPublic((ctx) => feed.getTaxonomy(ctx, term?.taxonomy_id ?? ""))
    expect(taxonomy).toMatchObject({ name: "Who they help", taxonomy_terms: [{ name: "Carers" }] })
    expect(await w.asPublic((ctx) => feed.getTaxonomyTerm(ctx, term?.id ?? ""))).toMatchObject({
      name: "Carers",
    })
    await expect(w.asPublic((ctx) => feed.getTaxonomy(ctx, id))).rejects.toThrow(NotFound)
  })

  it("names the county and town by the district of the postcode, never by this LIO", async () => {
    const before = await w.system((ctx) => ctx.tx.select().from(groups).where(eq(groups.id, id)))
    const keep = (value: { address: string | null; districtCode: string | null }) =>
      w.system((ctx) => ctx.tx.update(groups).set(value).where(eq(groups.id, id)))
    const addressOf = async (address: string) => {
      await keep({ address, districtCode: "E08000004" })
      const { contents } = await w.asPublic((ctx) => feed.listAtLocations(ctx, asked("")))
      return (contents[0]?.location as { addresses: object[] } | undefined)?.addresses[0]
    }
    expect(await addressOf("1 Home Close")).toMatchObject({ city: "OL1", state_province: "OL1" })
    await w.operator`insert into places (code, kind, name) values ('E08000004', 'district', 'Oldham')`
    expect(await addressOf("1 Home Close")).toMatchObject({ city: "Oldham", state_province: "Oldham" })
    expect(await addressOf("1 Home Close, Royton")).toMatchObject({
      city: "Royton",
      state_province: "Oldham",
    })
    await keep({ address: before[0]?.address ?? null, districtCode: before[0]?.districtCode ?? null })
  })

  it("gives places only of those who show theirs, near a postcode or not", async () => {
    const near = async (query: string) =>
      (await w.asPublic((ctx) => feed.listAtLocations(ctx, asked(query)))).contents
    const [place] = await near("")
    expect(await near("postcode=ol1 2bb&proximity=3218")).toHaveLength(1)
    expect(await near("postcode=OL12BB&proximity=1609")).toHaveLength(0)
    // Two is two metres, not two miles.
    expect(await near("postcode=OL12BB&proximity=2")).toHaveLength(0)
    expect(await near("postcode=M1 1AA")).toHaveLength(0)
    const whole = await w.asPublic((ctx) => feed.getAtLocation(ctx, place?.id ?? ""))
    expect(whole).toMatchObject({ id: place?.id, service: { name: "Côr Meibion Llanfair" } })
    await w.system((ctx) => ctx.tx.update(groups).set({ directoryShows: null }).where(eq(groups.id, id)))
    expect(await near("")).toEqual([])
    await expect(w.asPublic((ctx) => feed.getAtLocation(ctx, place?.id ?? ""))).rejects.toThrow(NotFound)
  })
})
