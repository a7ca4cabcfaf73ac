import { parse } from "csv-parse/sync"
import type postgres from "postgres"
import { RuleBroken } from "../errors"
import type { Category } from "./suggest"

const HEADERS: Record<Exclude<keyof Category, "trust">, RegExp> = {
  code: /^code$/,
  name: /^(tag|name)$/,
  category: /^category$/,
  subcategory: /^subcategory$/,
  level: /^level$/,
  pattern: /^regular expression$/,
  unless: /^exclude regular expression$/,
}

function isPattern(text: string) {
  try {
    return Boolean(new RegExp(text, "i"))
  } catch {
    return false
  }
}

/** Reads UK-CAT as it is published (ukcat.csv). RuleBroken when it is something else. */
export function readCategories(csv: string): Category[] {
  const [headers = [], ...rows] = parse(csv, {
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
  }) as string[][]
  const at = (field: keyof typeof HEADERS) =>
    headers.findIndex((header) => HEADERS[field].test(header.trim().toLowerCase()))
  const missing = (["code", "name", "category", "level"] as const).filter((field) => at(field) < 0)
  if (missing.length > 0)
    throw new RuleBroken(
      "This is not the file of UK-CAT. It has the columns Code, tag, Category, Subcategory, Level, Regular expression and Exclude regular expression.",
    )
  return rows.map((row, index) => {
    const cell = (field: keyof typeof HEADERS) => row[at(field)]?.trim() || null
    const one = {
      code: cell("code") ?? "",
      name: cell("name") ?? "",
      category: cell("category") ?? cell("name") ?? "",
      subcategory: cell("subcategory"),
      level: Number(cell("level")),
      pattern: cell("pattern"),
      unless: cell("unless"),
    }
    if (!/^[A-Z]{2}\d*$/.test(one.code) || !one.name || ![1, 2, 3].includes(one.level))
      throw new RuleBroken(`Row ${index + 2} has no code like AR303, no tag, or no level from 1 to 3.`)
    for (const pattern of [one.pattern, one.unless])
      if (pattern && !isPattern(pattern))
        throw new RuleBroken(`Row ${index + 2} (${one.code}) has a regular expression that cannot be read.`)
    return one
  })
}

/** Puts the categories in the place of those that were read before. */
export async function importCategories(
  operator: postgres.Sql,
  csv: string,
): Promise<{ categories: number; rules: number }> {
  const all = readCategories(csv)
  if (new Set(all.map(({ code }) => code)).size !== all.length)
    throw new RuleBroken("A code stands twice in this file.")
  await operator.begin(async (tx) => {
    await tx`delete from categories`
    await tx`
      insert into categories (code, name, category, subcategory, level, pattern, unless, imported_at)
      select code, name, category, subcategory, level, pattern, unless, ${new Date()}
      from jsonb_to_recordset(${tx.json(all)})
        as c(code text, name text, category text, subcategory text, level int, pattern text, unless text)`
  })
  return { categories: all.length, rules: all.filter(({ pattern }) => pattern).length }
}
