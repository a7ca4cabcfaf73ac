import type { groups } from "@/db/schema"

type Row = typeof groups.$inferSelect

/** Facts of a group that may come from either of two, each with the columns that go along with it. */
const FACTS = {
  name: ["nameKey"],
  alsoKnownAs: [],
  stage: ["stageSince", "stageReason", "closedOn", "closedReason"],
  sector: [],
  legalForm: [],
  about: [],
  email: [],
  phone: [],
  secondPhone: [],
  website: [],
  address: [],
  postcode: ["wardCode", "districtCode", "placeResolvedAt", "placeVersion"],
  incomeBand: [],
  income: [],
  staffFullTime: [],
  staffPartTime: [],
  trustees: [],
  volunteers: [],
  volunteerHours: [],
  beneficiaries: [],
  localBeneficiaries: [],
  sizesAsAt: [],
  faithBased: [],
  unregistered: [],
  directoryConsent: ["directorySaidOn", "directorySaidBy", "directorySaidHow", "directoryShows"],
  registeredOn: [],
  joinedOn: [],
  mainContactId: [],
} as const satisfies Partial<Record<keyof Row, readonly (keyof Row)[]>>
type Fact = keyof typeof FACTS

const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : (value ?? null))
const same = (one: unknown, other: unknown) => JSON.stringify(plain(one)) === JSON.stringify(plain(other))

/** A fact on which two groups differ. `usual` is whose word counts when nobody chooses. */
export type Difference = { fact: string; kept: unknown; gone: unknown; usual: "kept" | "gone" }

const OWN = "custom."

/** Where two groups say different things, the LIO's own questions (`custom.<id>`) among them. */
export function differencesOf(kept: Row, gone: Row): Difference[] {
  const usual = (value: unknown) => (value === null || value === undefined ? "gone" : "kept")
  const facts = (Object.keys(FACTS) as Fact[]).map((fact) => ({
    fact: fact as string,
    kept: kept[fact],
    gone: gone[fact],
  }))
  const questions = [...new Set([...Object.keys(kept.custom), ...Object.keys(gone.custom)])].map((id) => ({
    fact: `${OWN}${id}`,
    kept: kept.custom[id] ?? null,
    gone: gone.custom[id] ?? null,
  }))
  return [...facts, ...questions]
    .filter((one) => !same(one.kept, one.gone))
    .map((one) => ({ ...one, usual: usual(one.kept) }))
}

/** What changes on the group that stays: column → [before, after]. The name that goes is kept as another name. */
export function changesOf(kept: Row, gone: Row, take: Record<string, "kept" | "gone">) {
  const changes: Record<string, [unknown, unknown]> = {}
  const change = (column: string, before: unknown, after: unknown) => {
    if (!same(before, after)) changes[column] = [plain(before), plain(after)]
  }
  for (const { fact, usual } of differencesOf(kept, gone)) {
    if ((take[fact] ?? usual) === "kept") continue
    if (fact.startsWith(OWN)) {
      const id = fact.slice(OWN.length)
      change(fact, kept.custom[id], gone.custom[id])
      continue
    }
    for (const column of [fact as Fact, ...FACTS[fact as Fact]]) change(column, kept[column], gone[column])
  }
  const name = changes.name ? kept.name : gone.name
  if (!kept.alsoKnownAs && !changes.alsoKnownAs && !same(kept.nameKey, gone.nameKey))
    change("alsoKnownAs", kept.alsoKnownAs, name)
  if ((gone.lastContactOn ?? "") > (kept.lastContactOn ?? "")) {
    change("lastContactOn", kept.lastContactOn, gone.lastContactOn)
    change("lastContactBy", kept.lastContactBy, gone.lastContactBy)
  }
  if ((gone.confirmedOn ?? "") > (kept.confirmedOn ?? "")) {
    change("confirmedOn", kept.confirmedOn, gone.confirmedOn)
    change("confirmedBy", kept.confirmedBy, gone.confirmedBy)
  }
  if (kept.needsDetailsSince && !gone.needsDetailsSince)
    change("needsDetailsSince", kept.needsDetailsSince, null)
  return changes
}

const MOMENTS = new Set(["placeResolvedAt", "needsDetailsSince"])

/** Values as the table takes them, out of kept changes; the LIO's own questions as one `custom`. */
export function valuesOf(row: Row, values: Record<string, unknown>): Partial<Row> {
  const custom = { ...row.custom }
  const columns: Record<string, unknown> = {}
  for (const [column, value] of Object.entries(values)) {
    if (!column.startsWith(OWN))
      columns[column] = MOMENTS.has(column) && typeof value === "string" ? new Date(value) : value
    else if (value === null) delete custom[column.slice(OWN.length)]
    else custom[column.slice(OWN.length)] = value
  }
  return { ...columns, custom }
}

/** Of what a merge changed, what still stands (and may go back) and what somebody changed since. */
export function standing(row: Row, fields: Record<string, [unknown, unknown]>) {
  const now = (column: string) =>
    column.startsWith(OWN) ? row.custom[column.slice(OWN.length)] : row[column as keyof Row]
  const columns = Object.keys(fields)
  const still = columns.filter((column) => same(now(column), fields[column]?.[1]))
  return { still, since: columns.filter((column) => !still.includes(column)) }
}
