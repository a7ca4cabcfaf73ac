import type { Sql } from "postgres"
import { areas } from "@/db/schema"
import type { Ctx } from "@/lib/access/ctx"
import { tellLio } from "@/lib/enquiries/commands"
import { tellInput } from "@/lib/enquiries/input"
import { describeLio } from "@/lib/lios/commands"
import { addSource, setSource } from "@/lib/support-sources/commands"
import type { SourceFields } from "@/lib/support-sources/input"
import { DISTRICT, WARDS } from "./story/groups"
import { OUTLINES } from "./story/outlines"

const NEIGHBOUR = { code: "E07999002", name: "Brackendale" }

/** Where the wards would be, on a moor where nobody lives. */
const MIDDLES: Record<keyof typeof WARDS, [lat: number, lon: number]> = {
  north: [53.962, -2.552],
  south: [53.948, -2.549],
  hob: [53.951, -2.566],
  skelby: [53.957, -2.531],
  nether: [53.939, -2.572],
  thorn: [53.973, -2.518],
}

/** AV is the area of no real postcode. Each of these is the outward code of a ward; AV7 lies on the border, AV8 beyond it. */
const OUTWARD = Object.keys(WARDS) as (keyof typeof WARDS)[]
const PARTS = [
  ...OUTWARD.map((ward, n) => ({ code: `AV${n + 1}`, middle: MIDDLES[ward], districts: [DISTRICT.code] })),
  { code: "AV7", middle: [53.985, -2.498], districts: [DISTRICT.code, NEIGHBOUR.code] },
  { code: "AV8", middle: [53.998, -2.47], districts: [NEIGHBOUR.code] },
]

/** The postcodes and places of the demo, beside the open data. */
export async function makePlacesOfDemo(operator: Sql) {
  await operator`
    insert into postcode_parts ${operator(
      PARTS.map(({ code, middle: [lat = 0, lon = 0], districts }) => ({
        ...{ code, lat, lon, postcodes: 40, known: 40, districts },
      })),
    )} on conflict do nothing`
  await operator`
    insert into postcodes ${operator(
      OUTWARD.map((ward, n) => ({
        postcode: `AV${n + 1}${n + 1}XA`,
        lat: MIDDLES[ward][0],
        lon: MIDDLES[ward][1],
        ward_code: WARDS[ward].code,
        district_code: DISTRICT.code,
      })),
    )} on conflict do nothing`
  const place = (
    kind: string,
    one: { code: string; name: string },
    district: string | null,
    at: number[],
  ) => ({
    ...{ code: one.code, kind, name: one.name, district_code: district, lat: at[0] ?? 0, lon: at[1] ?? 0 },
  })
  await operator`
    insert into places ${operator([
      place("district", DISTRICT, null, MIDDLES.north),
      place("district", NEIGHBOUR, null, [53.998, -2.47]),
      ...OUTWARD.map((ward) => place("ward", WARDS[ward], DISTRICT.code, MIDDLES[ward])),
    ])} on conflict do nothing`
  const outlines = OUTWARD.map((ward) => ({
    code: WARDS[ward].code,
    outline: { type: "Polygon", coordinates: [[...OUTLINES[ward], OUTLINES[ward][0]]] },
  }))
  await operator`
    update places p set outline = o.outline from jsonb_to_recordset(${operator.json(outlines as never)}) as o(code text, outline jsonb)
    where p.code = o.code`
}

const nobody = { specialism: null, areaCodes: [], can: null, cannot: null, phone: null, email: null }
const nowhere = { website: null, openingTimes: null }

/** Who else helps groups in Aldervale. */
const SOURCES: SourceFields[] = [
  {
    ...nobody,
    ...nowhere,
    name: "Aldervale Borough Council, community team",
    kind: "local_authority",
    can: "Small grants, rooms in libraries, permission for events in parks and on streets.",
    cannot: "It can’t give legal advice or write your constitution.",
    phone: "01632 960 010",
    email: "community@aldervale.example",
    openingTimes: "Monday to Friday, 9am to 5pm",
  },
  {
    ...nobody,
    ...nowhere,
    name: "Aldervale Volunteer Centre",
    kind: "volunteer_centre",
    can: "Finds volunteers for you, and helps you to look after them.",
    cannot: "It can’t check people’s criminal records for you.",
    phone: "01632 960 011",
    email: "hello@aldervale-volunteers.example",
    openingTimes: "Tuesday and Thursday, 10am to 3pm",
  },
  {
    ...nobody,
    ...nowhere,
    name: "Aldervale Youth Association",
    kind: "youth",
    specialism: "young",
    can: "Training for youth leaders, equipment to borrow, a yearly festival.",
    phone: "01632 960 012",
    email: "office@aldervale-youth.example",
  },
  {
    ...nobody,
    ...nowhere,
    name: "Alder Rainbow",
    kind: "specialist",
    specialism: "lgbt",
    can: "Helps LGBT+ groups to start and other groups to welcome everybody.",
    cannot: "It has one member of staff, on three days a week.",
    email: "hello@alder-rainbow.example",
  },
  {
    ...nobody,
    ...nowhere,
    name: "Aldervale Disability Forum",
    kind: "specialist",
    specialism: "disabled",
    can: "Run by disabled people. Looks at your building and your papers and says what to change.",
    phone: "01632 960 014",
  },
  {
    ...nobody,
    ...nowhere,
    name: "Faiths Together in Aldervale",
    kind: "faith",
    specialism: "faith",
    can: "Brings together churches, mosques and temples that run something for their neighbours.",
    email: "secretary@faiths-aldervale.example",
  },
  {
    ...nobody,
    ...nowhere,
    name: "Moorside Rural Action",
    kind: "rural",
    specialism: "rural",
    areaCodes: [WARDS.nether.code, WARDS.thorn.code],
    can: "Village halls, community shops and transport in the countryside.",
    phone: "01632 960 015",
  },
]

/** Lists who else helps groups. */
export async function makeSources(ctx: Ctx) {
  for (const source of SOURCES) {
    const { id } = await addSource(ctx, source)
    await setSource(ctx, { id, to: "published" })
  }
}

/** What people have told Aldervale CVS from its public page; nobody has answered them yet. */
const TOLD = [
  {
    name: "Jo Ramsbottom",
    phone: "01632 960 031",
    about: "We’re four neighbours who want to run a repair café in Netherfold once a month.",
    wanted: "Where do we start, and do we need insurance?",
    place: "AV5 5XA",
  },
  {
    name: "Amina Yusuf",
    email: "amina@newcomers.example",
    about: "A women’s sewing group that meets in the library. There are twelve of us.",
    wanted: "A bank account for the group",
    place: "Skelby",
  },
]

/** The enquiries of the last days. */
export async function makeEnquiries(ctx: Ctx) {
  for (const told of TOLD) await tellLio(ctx, tellInput.parse(told))
}

/** Where the neighbour works and how to reach it. */
export async function makeNeighbour(ctx: Ctx) {
  await ctx.tx.insert(areas).values({ lioId: ctx.lio.id, kind: "district", ...NEIGHBOUR })
  await describeLio(ctx, {
    name: "Brackendale Voluntary Action",
    kind: "vag",
    legalForm: null,
    charityNumber: null,
    companyNumber: null,
    about: "We help voluntary groups in Brackendale.",
    email: "hello@brackendale-va.example",
    phone: "01632 960 002",
    contactName: null,
    website: null,
    address: "12 Weir Street, Brackendale",
    openingTimes: "Weekdays, 10am to 4pm",
    digestWeekday: 2,
  })
  const { id } = await addSource(ctx, {
    ...nobody,
    ...nowhere,
    name: "Brackendale Council",
    kind: "local_authority",
    can: "Small grants and rooms.",
    phone: "01632 960 020",
  })
  await setSource(ctx, { id, to: "published" })
}
