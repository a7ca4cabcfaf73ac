import type { z } from "zod"

type Def = {
  type: string
  format?: string
  entries?: Record<string, string>
  values?: unknown[]
  options?: z.ZodType[]
  element?: z.ZodType
  innerType?: z.ZodType
  in?: z.ZodType
  left?: z.ZodType
  right?: z.ZodType
  shape?: Record<string, z.ZodType>
}
/** An id for a field of this name. */
export type Ids = (field: string) => string | undefined

/** What may be said in a field whose first sample is not taken. */
const TRIES = [
  "",
  "yes",
  "1",
  "10",
  "2026-12-04",
  "A few words",
  "someone@somewhere.example",
  "stage",
  "england",
  undefined,
]

/** Something that a field of this kind takes, more often than not. */
function sampleOf(schema: z.ZodType, field: string, ids: Ids): unknown {
  const def = schema._zod.def as unknown as Def
  const within = def.innerType ?? def.in
  if (within) return sampleOf(within, field, ids)
  if (def.left && def.right)
    return Object.assign({}, sampleOf(def.left, field, ids), sampleOf(def.right, field, ids))
  if (def.type === "object")
    return Object.fromEntries(
      Object.entries(def.shape ?? {}).map(([name, inner]) => [name, sampleOf(inner, name, ids)]),
    )
  if (def.type === "string") return def.format === "uuid" ? ids(field) : "A few words"
  if (def.type === "enum") return Object.values(def.entries ?? {})[0]
  if (def.type === "literal") return def.values?.[0]
  if (def.type === "union") return sampleOf(def.options?.at(-1) as z.ZodType, field, ids)
  if (def.type === "array") return [sampleOf(def.element as z.ZodType, field, ids)]
  if (def.type === "number") return 1
  if (def.type === "boolean") return true
  return def.type === "record" ? {} : undefined
}

/**
 * Something that a form takes, as the command behind it gets it: each field is tried with words of several kinds until the
 * form is content. `ids` gives an id for a field; throws when nothing helps.
 */
export function sample(schema: z.ZodType, ids: Ids, given: object = {}): unknown {
  const first = sampleOf(schema, "", ids)
  const said = typeof first === "object" ? { ...first, ...given } : first
  const tried = new Map<string, number>()
  for (;;) {
    const parsed = schema.safeParse(said)
    if (parsed.success) return parsed.data
    const field = String(parsed.error.issues[0]?.path[0] ?? "")
    const next = tried.get(field) ?? 0
    if (next >= TRIES.length || typeof said !== "object" || said === null)
      throw new Error(`Nothing fits: ${JSON.stringify(parsed.error.issues[0])}`)
    tried.set(field, next + 1)
    Object.assign(said, { [field]: TRIES[next] })
  }
}
