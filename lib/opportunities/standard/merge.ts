/** A release, or what has come of several: whatever the standard lets stand in it. */
export type Content = Record<string, unknown>

/** Of each release alone, and so nothing that is merged. */
const OF_ONE = new Set(["id", "date", "tag"])
/** Lists that are replaced whole, by the standard. */
const WHOLE = new Set(["additionalIdentifiers", "additionalClassifications"])

const isObject = (value: unknown): value is Content =>
  typeof value === "object" && value !== null && !Array.isArray(value)
const idOf = (value: unknown) =>
  isObject(value) && (typeof value.id === "string" || typeof value.id === "number") ? String(value.id) : null

/** Lists whose things have ids of their own are merged thing by thing; any other list counts as it stands last. */
function mergedList(before: unknown, after: unknown[], name: string): unknown[] {
  const ids = after.map(idOf)
  const known = Array.isArray(before) ? before : []
  if (WHOLE.has(name) || ids.includes(null) || known.some((one) => idOf(one) === null))
    return after.map((one) => (isObject(one) ? merged({}, one) : one))
  const things = new Map(known.map((one) => [idOf(one), one as Content]))
  for (const one of after as Content[]) things.set(idOf(one), merged(things.get(idOf(one)) ?? {}, one))
  return [...things.values()]
}

function merged(before: Content, after: Content): Content {
  const all: Content = { ...before }
  for (const [name, value] of Object.entries(after)) {
    if (value === null) delete all[name]
    else if (Array.isArray(value)) all[name] = mergedList(before[name], value, name)
    else if (isObject(value))
      all[name] = merged(isObject(before[name]) ? (before[name] as Content) : {}, value)
    else all[name] = value
  }
  return all
}

/**
 * What the releases of one process say together: they come in order of their dates, and of each field the last word counts
 * (the merge of the Open Contracting Data Standard).
 */
export const mergeReleases = (inOrder: Content[]): Content =>
  inOrder.reduce<Content>(
    (all, release) =>
      merged(all, Object.fromEntries(Object.entries(release).filter(([name]) => !OF_ONE.has(name)))),
    {},
  )
