const DAY = 86_400_000

type Notice = {
  number: string
  buyer: { name: string; email: string }
  title: string
  text: string
  cpv: [code: string, words: string]
  value?: number
  vcse: boolean
  /** The ward or district in which it is done. */
  where: string
  /** Days from now: when it was first published, when bids have to be in, when the contract runs. */
  published: number
  closes?: number
  runs?: [from: number, to: number]
  planned?: true
  lots?: { title: string; value: number }[]
  /** What came later: a new closing day, or an award. */
  later?: { published: number; closes?: number; awardedTo?: string; sum?: number }
}

const COUNCIL = { name: "Aldervale Borough Council", email: "contracts@aldervale-council.example" }
const HEALTH = {
  name: "Pennine Fold Integrated Care Board",
  email: "tenders@pennine-fold-icb.example",
}
const BUSES = {
  name: "Fold Valley Transport Authority",
  email: "procurement@fold-valley-transport.example",
}

/** What public bodies of Aldervale and round about want to buy. None of it exists. */
const NOTICES: Notice[] = [
  {
    number: "0001",
    buyer: COUNCIL,
    title: "Friendly visits and phone calls for older people",
    text: "The council wants somebody to visit and ring people over 65 who see nobody from one week to the next.\n\nAbout 120 people a year, in all wards. Volunteers are welcome; those who train and look after them must be paid. We would like to hear from groups that bid together.",
    cpv: ["85312000", "Social work services without accommodation"],
    value: 120_000,
    vcse: true,
    where: "Aldervale",
    published: -20,
    closes: 16,
    runs: [90, 90 + 1096],
    later: { published: -6, closes: 30 },
  },
  {
    number: "0002",
    buyer: COUNCIL,
    title: "Holiday activities and food, Hob’s Mill and Skelby",
    text: "Activities with a hot meal in the school holidays, for children who get free school meals. One lot for each area; bid for one or both.",
    cpv: ["92331210", "Children’s animation services"],
    value: 46_000,
    vcse: true,
    where: "Aldervale",
    published: -12,
    closes: 9,
    runs: [60, 60 + 364],
    lots: [
      { title: "Hob’s Mill", value: 26_000 },
      { title: "Skelby", value: 20_000 },
    ],
  },
  {
    number: "0003",
    buyer: HEALTH,
    title: "Peer support for people who leave hospital after mental illness",
    text: "We plan to ask for bids in the spring. Before that we want to hear from groups what would work, at a meeting in the Old Library.",
    cpv: ["85312320", "Counselling services"],
    vcse: true,
    where: "Aldervale",
    published: -8,
    planned: true,
  },
  {
    number: "0004",
    buyer: BUSES,
    title: "Community transport, evenings and Sundays",
    text: "A minibus that people can book, where no bus runs: evenings and Sundays, from the moor villages to Alderbridge.",
    cpv: ["60130000", "Special-purpose road passenger-transport services"],
    value: 84_000,
    vcse: true,
    where: "Aldervale",
    published: -90,
    closes: -40,
    runs: [10, 10 + 730],
    later: { published: -5, awardedTo: "Aldervale Good Neighbours", sum: 79_500 },
  },
  {
    number: "0005",
    buyer: COUNCIL,
    title: "Resurfacing of the market car park",
    text: "Planing and resurfacing of about 2,400 square metres, at night.",
    cpv: ["45233223", "Carriageway resurfacing works"],
    value: 210_000,
    vcse: false,
    where: "Aldervale",
    published: -4,
    closes: 45,
    runs: [100, 130],
  },
]

/** The same as a release package (OCDS), with its dates round a day. */
export function noticesAt(now: Date): Uint8Array {
  const moment = (days: number, hour = 9) => {
    const at = new Date(now.getTime() + days * DAY)
    at.setUTCHours(hour, 0, 0, 0)
    return at.toISOString()
  }
  const releases = NOTICES.flatMap((notice) => {
    const {
      number,
      buyer,
      title,
      text,
      cpv,
      value,
      vcse,
      where,
      published,
      closes,
      runs,
      planned,
      lots,
      later,
    } = notice
    const release = (at: number, which: number, until = closes) => ({
      ocid: `ocds-aldrvl-${number}`,
      id: `${number}-${which}`,
      date: moment(at),
      initiationType: "tender",
      language: "en",
      parties: [{ id: buyer.name, name: buyer.name, roles: ["buyer"], contactPoint: { email: buyer.email } }],
      buyer: { id: buyer.name, name: buyer.name },
      tender: {
        id: number,
        title,
        description: text,
        status: planned ? "planned" : "active",
        classification: { scheme: "CPV", id: cpv[0], description: cpv[1] },
        items: [{ id: "1", deliveryAddresses: [{ locality: where, region: "North West" }] }],
        suitability: { vcse, sme: true },
        ...(value ? { value: { amount: value, currency: "GBP" } } : {}),
        ...(until === undefined ? {} : { tenderPeriod: { endDate: moment(until, 12) } }),
        ...(runs ? { contractPeriod: { startDate: moment(runs[0]), endDate: moment(runs[1]) } } : {}),
        ...(lots
          ? {
              lots: lots.map((lot, at) => ({
                id: String(at + 1),
                title: lot.title,
                value: { amount: lot.value, currency: "GBP" },
              })),
            }
          : {}),
        documents: [
          {
            id: "1",
            documentType: "tenderNotice",
            title: "Notice",
            url: `https://notices.aldervale.example/${number}`,
          },
        ],
      },
    })
    const first = { ...release(published, 1), tag: [planned ? "planning" : "tender"] }
    if (!later) return [first]
    const { awardedTo, sum } = later
    if (!awardedTo) return [first, { ...release(later.published, 2, later.closes), tag: ["tenderAmendment"] }]
    const award = {
      id: "1",
      status: "active",
      date: moment(later.published),
      suppliers: [{ id: awardedTo, name: awardedTo }],
      value: { amount: sum, currency: "GBP" },
    }
    return [first, { ...release(later.published, 2), tag: ["award"], awards: [award] }]
  })
  const whole = {
    uri: "https://notices.aldervale.example/releases.json",
    version: "1.1",
    publisher: { name: "Fold Valley Contracts" },
    publishedDate: moment(0),
    license: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    releases,
  }
  return new TextEncoder().encode(JSON.stringify(whole))
}
