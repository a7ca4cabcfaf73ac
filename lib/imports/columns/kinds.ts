import { INCOME_BANDS, LEGAL_FORMS, SECTORS, type STAGES } from "@/db/vocabulary"

const BANDS: [keyof typeof INCOME_BANDS, number][] = [
  ["to_5k", 5_000],
  ["to_10k", 10_000],
  ["to_25k", 25_000],
  ["to_50k", 50_000],
  ["to_200k", 200_000],
  ["to_500k", 500_000],
  ["to_1m", 1_000_000],
  ["to_5m", 5_000_000],
]
/** The band of an income in pence; nought is "no income". */
export function bandOf(pence: number): keyof typeof INCOME_BANDS {
  if (pence === 0) return "none"
  return BANDS.find(([, pounds]) => pence <= pounds * 100)?.[0] ?? "over_5m"
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[£,]/g, "")
    .replace(/(\d+(?:\.\d+)?)\s*(million|thousand|k|m)\b/g, (_all, number, times) =>
      String(Math.round(Number(number) * (times.startsWith("m") ? 1_000_000 : 1_000))),
    )
    .replace(/\s/g, "")
const BAND_WORDS = new Map<string, keyof typeof INCOME_BANDS>([
  ...(Object.entries(INCOME_BANDS) as [keyof typeof INCOME_BANDS, string][]).map(
    ([band, label]) => [plain(label), band] as const,
  ),
  ...BANDS.map(([band, most], at) => [`${BANDS[at - 1]?.[1] ?? 0}to${most}`, band] as const),
  ["under5000", "to_5k"],
  ["upto5000", "to_5k"],
  ["5000000+", "over_5m"],
  ["over5000000", "over_5m"],
])

/** A band of income in words, "£5,000 to £10,000" or "5k–10k"; null for an amount, and for bands that are none of ours. */
export const bandSaid = (cell: string): keyof typeof INCOME_BANDS | null =>
  BAND_WORDS.get(
    plain(cell)
      .replace(/[-–—]/, "to")
      .replace(/^lessthan/, "under")
      .replace(/^morethan/, "over"),
  ) ?? null

/** What a column of sectors means, or null. */
export function sectorSaid(cell: string): keyof typeof SECTORS | null {
  const word = cell.trim().toLowerCase()
  const [match] =
    Object.entries(SECTORS).find(([key, label]) => [key, label.toLowerCase()].includes(word)) ?? []
  if (match) return match as keyof typeof SECTORS
  if (
    /^(voluntary|vcs|vcse|vcfse|third)( sector| and community.*)?$|^(charity|community|community group|not[- ]for[- ]profit|non[- ]profit)$/.test(
      word,
    )
  )
    return "voluntary"
  if (/^(statutory|public)( sector| body| bodies)?$|^(council|local authority|nhs|health trust)$/.test(word))
    return "statutory"
  if (/^(private|business|commercial|corporate)( sector)?$/.test(word)) return "private"
  if (/^(education|educational|school|schools|college|university)( sector)?$/.test(word)) return "education"
  return /^(residents|tenants)['’]?( (and|&) (residents|tenants)['’]?)?( association| group)?$|^tra$/.test(
    word,
  )
    ? "residents"
    : null
}

/** What a column of active groups means: "yes", "no", or null. */
export function activeSaid(cell: string): "yes" | "no" | null {
  if (/^(true|yes|y|1|x|✓|✔|active|live|current|open)$/i.test(cell)) return "yes"
  return /^(false|no|n|0|inactive|not active|closed|dissolved|ceased|removed|dormant|wound up)$/i.test(cell)
    ? "no"
    : null
}

/** What a status column means, or null. */
export function stageSaid(cell: string): keyof typeof STAGES | null {
  const word = cell.toLowerCase()
  // "Member: yes".
  if (/^(yes|y|true|x|✓|✔)$/.test(word)) return "member"
  if (/^(no|n|false)$/.test(word)) return "not_member"
  if (/\b(non|not)\b/.test(word)) return "not_member"
  if (/affil|associate/.test(word)) return "affiliate"
  if (/clos|dissol|inactive|ceased|wound|removed|lapsed/.test(word))
    return /lapsed/.test(word) ? "not_member" : "closed"
  if (/member|full|current|active|paid/.test(word)) return "member"
  if (/form|new|start/.test(word)) return "forming"
  return /enquir|prospect/.test(word) ? "enquiry" : null
}

/** What a legal form column means, or null: then the column is of another kind and is left alone. */
export function legalFormSaid(cell: string): keyof typeof LEGAL_FORMS | null {
  const named = Object.entries(LEGAL_FORMS).find(
    ([, label]) => label.toLowerCase() === cell.trim().toLowerCase(),
  )
  if (named) return named[0] as keyof typeof LEGAL_FORMS
  const word = cell.toLowerCase().replace(/\b([a-z])\./g, "$1")
  if (/\bcio\b|incorporated organisation|scio/.test(word)) return "cio"
  if (/\bcic\b|community interest/.test(word)) return "cic"
  if (/company|limited|guarantee/.test(word)) return "company"
  if (/trust/.test(word)) return "trust"
  if (
    /unincorporated|association|small charity|constituted|^(community|voluntary) (group|organisation)$|^informal/.test(
      word,
    )
  )
    return "unincorporated"
  if (/co-?operative|benefit society|industrial/.test(word)) return "society"
  if (/sports club|casc/.test(word)) return "casc"
  return /^other$/.test(word) ? "other" : null
}
