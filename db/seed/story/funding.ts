import type { THEMES } from "./groups"

type Theme = keyof typeof THEMES

/** Funders of Aldervale and round about, none of which exists. `closes`: in so many days. */
export const FUNDERS: {
  name: string
  funds: string
  leastSum: number | null
  mostSum: number | null
  whoCanAsk: string
  area: string
  website: string | null
  closes: number | null
  anyTime: boolean
  orgId: string | null
  themes: Theme[]
}[] = [
  {
    name: "Aldervale Community Fund",
    funds: "Food, company and warm places: running costs and small equipment.",
    leastSum: 300,
    mostSum: 5000,
    whoCanAsk: "Groups with a constitution and a bank account, registered or not.",
    area: "Aldervale",
    website: "https://fund.aldervale.example",
    closes: 24,
    anyTime: false,
    orgId: "GB-CHC-9900101",
    themes: ["food", "older", "arrivals"],
  },
  {
    name: "Moorside Foundation",
    funds: "Health and wellbeing, above all of people who are often left out.",
    leastSum: null,
    mostSum: 15_000,
    whoCanAsk: "Charities and CICs with an income under £250,000.",
    area: "The whole county",
    website: "https://moorside-foundation.example",
    closes: null,
    anyTime: true,
    orgId: null,
    themes: ["health", "older", "advice"],
  },
  {
    name: "Alder Valley Wind Farm Fund",
    funds: "Buildings, paths and vehicles that last.",
    leastSum: 5000,
    mostSum: 40_000,
    whoCanAsk: "Any voluntary group within five miles of the wind farm.",
    area: "Netherfold, Thornclough and Hob’s Mill",
    website: null,
    closes: 61,
    anyTime: false,
    orgId: null,
    themes: [],
  },
  {
    name: "County Arts Trust",
    funds: "Performances and exhibitions that new people come to.",
    leastSum: 500,
    mostSum: 8000,
    whoCanAsk: "Arts groups with at least two years of accounts.",
    area: "The whole county",
    website: null,
    closes: -11,
    anyTime: false,
    orgId: null,
    themes: ["arts", "young"],
  },
]

type Decided = { ago: number; said: Record<string, string | number> }

/** Bids at every step. Numbers are days: `opened`, `preparing` and `sent` ago, `deadline` and `due` to come. */
export const BIDS: {
  title: string
  groups: string[]
  funder: string
  asked: number
  opened: number
  preparing?: number
  deadline?: number
  sent?: number
  due?: number
  decided?: Decided
}[] = [
  {
    title: "A cook for two days a week",
    groups: ["Alderbridge Community Pantry"],
    funder: "Aldervale Community Fund",
    asked: 4800,
    opened: 118,
    preparing: 110,
    deadline: -92,
    sent: 95,
    due: -52,
    decided: {
      ago: 50,
      said: { outcome: "won", awarded: 4800, paid: 2400, share: "helped", proof: "letter" },
    },
  },
  {
    title: "Benches, hedges and a path to the weir",
    groups: ["Friends of Mill Park", "Moor Side Tree Wardens"],
    funder: "Alder Valley Wind Farm Fund",
    asked: 12_000,
    opened: 140,
    sent: 121,
    decided: { ago: 76, said: { outcome: "won", awarded: 9500, share: "led", proof: "reported" } },
  },
  {
    title: "English lessons on two evenings",
    groups: ["Welcome Aldervale"],
    funder: "Aldervale Community Fund",
    asked: 2000,
    opened: 100,
    sent: 94,
    decided: {
      ago: 49,
      said: { outcome: "won", awarded: 2000, paid: 2000, share: "signposted", proof: "reported" },
    },
  },
  {
    title: "Singing for memory",
    groups: ["Memory Café Alderbridge"],
    funder: "Moorside Foundation",
    asked: 7500,
    opened: 60,
    sent: 43,
    due: -3,
  },
  {
    title: "A studio that wheelchairs can use",
    groups: ["Open Door Arts"],
    funder: "Alder Valley Wind Farm Fund",
    asked: 22_000,
    opened: 45,
    preparing: 40,
    sent: 12,
    due: 30,
  },
  {
    title: "A second minibus",
    groups: ["Community Wheels"],
    funder: "Alder Valley Wind Farm Fund",
    asked: 38_000,
    opened: 20,
    preparing: 6,
    deadline: 12,
  },
  {
    title: "A greenhouse",
    groups: ["Skelby Gardeners"],
    funder: "Aldervale Community Fund",
    asked: 900,
    opened: 8,
    deadline: 24,
  },
  {
    title: "New lights for the Institute",
    groups: ["Mill Street Players"],
    funder: "County Arts Trust",
    asked: 3200,
    opened: 130,
    sent: 112,
    decided: { ago: 66, said: { outcome: "refused" } },
  },
]

/** What groups look for. `by`: in so many days. */
export const SEARCHES: { group: string; what: string; sum: number; by: number; themes: Theme[] }[] = [
  {
    group: "Carers Together Aldervale",
    what: "Breaks for fifteen carers",
    sum: 6000,
    by: 150,
    themes: ["health"],
  },
  { group: "Hob’s Mill Food Bank", what: "A chest freezer", sum: 800, by: 60, themes: ["food"] },
  {
    group: "Aldervale Youth Voice",
    what: "A youth worker for two years",
    sum: 60_000,
    by: 240,
    themes: ["young"],
  },
]

/** What funders have published. `awarded`: so many days ago; `amount` in pence. */
export const PUBLISHED = [
  {
    identifier: "360G-example-2401",
    title: "A cook for Alderbridge Community Pantry",
    recipientName: "Alderbridge Community Pantry",
    recipientNumbers: [],
    recipientPostcode: null,
    funderName: "Aldervale Community Fund",
    funderOrgId: "GB-CHC-9900101",
    programme: "Autumn round",
    currency: "GBP",
    amount: 480_000,
    awarded: 50,
  },
  {
    identifier: "360G-example-2377",
    title: "Parcels in the school holidays",
    recipientName: "Hob’s Mill Foodbank",
    recipientNumbers: [],
    recipientPostcode: null,
    funderName: "Pennine Lottery Trust",
    funderOrgId: null,
    programme: null,
    currency: "GBP",
    amount: 300_000,
    awarded: 190,
  },
]
