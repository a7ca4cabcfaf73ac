import { parse } from "csv-parse/sync"
import type { INCOME_BANDS, LEGAL_FORMS, SECTORS, STAGES } from "../../vocabulary"
import { LISTED } from "./groups-as-listed"

/** Aldervale does not exist. Its wards, with codes that no register uses. */
export const WARDS = {
  north: { code: "E05999001", name: "Alderbridge North" },
  south: { code: "E05999002", name: "Alderbridge South" },
  hob: { code: "E05999003", name: "Hob’s Mill" },
  skelby: { code: "E05999004", name: "Skelby" },
  nether: { code: "E05999005", name: "Netherfold" },
  thorn: { code: "E05999006", name: "Thornclough and Moor Side" },
} as const
export const DISTRICT = { code: "E07999001", name: "Aldervale" }

/** The CVS's own list of themes. */
export const THEMES = {
  food: "Food and hardship",
  older: "Older people",
  young: "Children and young people",
  health: "Health and wellbeing",
  arts: "Arts and heritage",
  green: "Green spaces",
  sport: "Sport and play",
  advice: "Advice and money",
  faith: "Faith and belief",
  arrivals: "New arrivals",
} as const

/** Which category of UK-CAT each theme stands for. */
export const MEANINGS: Record<keyof typeof THEMES, string> = {
  food: "SW300",
  older: "BE108",
  young: "BE115",
  health: "HE",
  arts: "AR",
  green: "FA104",
  sport: "LE106",
  advice: "CA101",
  faith: "RL",
  arrivals: "BE101",
}

export type StoryGroup = {
  lio: "aldervale" | "brackendale"
  name: string
  stage: keyof typeof STAGES
  sector: keyof typeof SECTORS
  theme: keyof typeof THEMES
  ward: keyof typeof WARDS
  legal: keyof typeof LEGAL_FORMS | null
  income: keyof typeof INCOME_BANDS | null
  volunteers: number | null
  about: string
}

/** Every group of the story, from the list beside this file. An empty cell means "not known". */
export function storyGroups(): StoryGroup[] {
  const rows = parse(LISTED, { columns: true }) as Record<string, string>[]
  return rows.map((row) => ({
    ...(row as unknown as StoryGroup),
    sector: (row.sector || "voluntary") as StoryGroup["sector"],
    legal: (row.legal || null) as StoryGroup["legal"],
    income: (row.income || null) as StoryGroup["income"],
    volunteers: row.volunteers ? Number(row.volunteers) : null,
  }))
}
