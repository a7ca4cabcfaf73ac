import "server-only"
import { z } from "zod"
import type { Check, Checks } from "@/app/_ui/light-checks"

type Inner = { in?: z.ZodType; innerType?: z.ZodType; type: string }
const defOf = (schema: z.ZodType) => schema._zod.def as unknown as Inner

/** What is parsed first: without "may be left out", without what is made of it afterwards. */
function innermost(schema: z.ZodType): z.ZodType {
  const { in: first, innerType, type } = defOf(schema)
  const whole = type === "pipe" && first && defOf(first).type === "transform"
  const next = whole ? (schema as z.ZodPipe).out : (first ?? innerType)
  return next ? innermost(next as z.ZodType) : schema
}

/** What a schema, or what it was made of, says it looks like. */
function metaOf(schema: z.ZodType): Record<string, unknown> | undefined {
  const { in: first, innerType } = defOf(schema)
  const next = first ?? innerType
  return z.globalRegistry.get(schema) ?? (next && metaOf(next))
}

/** The words with which a schema refuses something; nothing when it takes it. */
const refusal = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message

function checkOf(schema: z.ZodType): Check {
  const check: Check = {}
  const missing = refusal(schema, undefined) && refusal(schema, "")
  if (missing) check.enter = missing
  const typed = innermost(schema)
  const length = typed instanceof z.ZodString ? typed.maxLength : null
  const tooLong = length === null ? undefined : refusal(schema, "x".repeat(length + 1))
  if (length !== null && tooLong) check.most = { length, words: tooLong }
  const meta = metaOf(schema)
  const wrong = refusal(schema, "x")
  if (wrong && meta?.looksLike === "number") check.number = { most: Number(meta.most), words: wrong }
  if (wrong && meta?.looksLike === "date") check.date = wrong
  return check
}

type Fields = Record<string, z.ZodType>

function fieldsOf(input: z.ZodType): Fields {
  const whole = innermost(input)
  if (whole instanceof z.ZodObject) return whole.shape as Fields
  if (!(whole instanceof z.ZodIntersection)) return {}
  return { ...fieldsOf(whole.def.left as z.ZodType), ...fieldsOf(whole.def.right as z.ZodType) }
}

/** What a browser can look at before it sends a form, taken from the form's own input, in the input's own words. */
export function lightChecks(input: z.ZodType): Checks {
  const checks: Checks = {}
  for (const [name, schema] of Object.entries(fieldsOf(input))) {
    const list = innermost(schema)
    const row = list instanceof z.ZodArray ? innermost(list.element as z.ZodType) : undefined
    if (row instanceof z.ZodObject)
      // An empty row counts for nothing, so nothing must be in it.
      for (const [part, one] of Object.entries(row.shape as Fields))
        checks[`${name}.*.${part}`] = { ...checkOf(one), enter: undefined }
    else checks[name] = checkOf(schema)
  }
  return Object.fromEntries(Object.entries(checks).filter(([, check]) => Object.values(check).some(Boolean)))
}
