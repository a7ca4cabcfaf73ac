import { readFileSync } from "node:fs"
import path from "node:path"

/** A form of a page: where it is posted to, its action, and what its fields hold. */
export type PageForm = { page: string; action: string | null; fields: [name: string, value: string][] }

const attribute = (tag: string, name: string) =>
  new RegExp(`\\b${name}="([^"]*)"`)
    .exec(tag)?.[1]
    ?.replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&")

/** What somebody might type into a field of this name. */
const PLAUSIBLE: [RegExp, string][] = [
  [/email/i, "somebody@new.example"],
  [/\.day$/, "12"],
  [/\.month$/, "11"],
  [/\.year$/, "2027"],
  [/minutes|count|number|pence|fee|months|days|volunteers|staff/i, "12"],
  [/postcode/i, "OL1 1AA"],
  [/phone/i, "01632 960123"],
  [/website|url/i, "https://example.org"],
]
const plausible = (name: string) => PLAUSIBLE.find(([like]) => like.test(name))?.[1] ?? "A few words"

/** The fields of a form with something in each; of radios and ticks that share a name every value. */
function fieldsOf(inside: string): [string, string][] {
  const tags = /<(?:input|button)\b[^>]*>|<(select|textarea)\b[^>]*>([\s\S]*?)<\/\1>/g
  return [...inside.matchAll(tags)].flatMap(([tag, kind, content = ""]): [string, string][] => {
    const name = attribute(tag, "name")
    if (!name) return []
    if (kind === "select") {
      const options = [...content.matchAll(/<option\b[^>]*>/g)].map(([one]) => attribute(one, "value") ?? "")
      return options.slice(0, 6).map((value) => [name, value])
    }
    const value = kind ? content : (attribute(tag, "value") ?? "")
    const type = attribute(tag, "type") ?? "text"
    const typed = value === "" && !["hidden", "radio", "checkbox"].includes(type)
    return [[name, typed ? plausible(name) : value]]
  })
}

/** The forms that post on a page, as they stand in its HTML. */
export function formsOf(page: string, html: string): PageForm[] {
  return [...html.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)].flatMap(([whole, inside = ""]) => {
    const tag = /<form\b[^>]*>/.exec(whole)?.[0] ?? ""
    const fields = fieldsOf(inside)
    const action = fields.map(
      ([name, value]) => /\$ACTION_ID_(\w+)/.exec(name)?.[1] ?? /"id":"(\w+)"/.exec(value)?.[1],
    )
    const id = action.find(Boolean) ?? null
    if (!id && !/method="post"/i.test(tag)) return []
    return [{ page, action: id, fields: fields.filter(([name]) => !name.startsWith("$")) }]
  })
}

/** The ids of all server actions of the build: those of forms that no page of the story shows are posted to, too. */
export function actionIds(root: string): string[] {
  const file = path.join(root, ".next/server/server-reference-manifest.json")
  return Object.keys((JSON.parse(readFileSync(file, "utf8")) as { node: Record<string, unknown> }).node)
}
