import fs from "node:fs"
import postgres from "postgres"
import { STARTER } from "@/lib/classification/starter"
import { type Category, reading } from "@/lib/classification/suggest"
import { RuleBroken } from "@/lib/errors"
import { readSheet } from "@/lib/spreadsheet/read"
import { type Command, theFile } from "../command"

type Row = { row: number; suggestions: { code: string; tag: string; score: number }[] }

const placeOf = (headers: string[], form: RegExp) =>
  headers.findIndex((header) => form.test(header.trim().toLowerCase()))

export const command: Command = {
  name: "classify",
  usage: "FILE",
  help: "Suggests categories of UK-CAT for each row of a list with the columns name and activities. Nothing is written.",
  async run(given) {
    const file = theFile(given)
    if (!fs.existsSync(file)) throw new RuleBroken(`There is no file ${file}.`)
    const operator = postgres(process.env.TRELLIS_OWNER_URL ?? "", { max: 1, onnotice: () => {} })
    const categories = await operator<Category[]>`select * from categories`.finally(() => operator.end())
    const { rows } = await readSheet(fs.readFileSync(file))
    const [headers = [], ...list] = rows
    const name = placeOf(headers, /^(name|organisation|charity name|group)$/)
    const activities = placeOf(headers, /^(activities|about|description|what they do|charity activities)$/)
    if (name < 0 && activities < 0)
      throw new RuleBroken("This list has neither a column “name” nor a column “activities”.")
    const { suggest } = reading(categories.length > 0 ? categories : STARTER)
    return list.map((cells, at): Row => {
      const text = [cells[name], cells[activities]].filter(Boolean).join(" ")
      return { row: at + 2, suggestions: suggest(text).map(({ code, tag, score }) => ({ code, tag, score })) }
    })
  },
  tell: (result) =>
    (result as Row[])
      .map(
        ({ row, suggestions }) =>
          `${row}: ${suggestions.map(({ code, tag }) => `${tag} (${code})`).join(", ") || "nothing"}`,
      )
      .join("\n"),
}
