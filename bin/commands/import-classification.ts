import fs from "node:fs"
import postgres from "postgres"
import { importCategories } from "@/lib/classification/import"
import { RuleBroken } from "@/lib/errors"
import { type Command, theFile } from "../command"

export const command: Command = {
  name: "import classification",
  usage: "FILE",
  help: "Reads UK-CAT (ukcat.csv, github.com/charity-classification/ukcat), for every LIO of this installation.",
  async run(given) {
    const file = theFile(given)
    if (!fs.existsSync(file)) throw new RuleBroken(`There is no file ${file}.`)
    const operator = postgres(process.env.TRELLIS_OWNER_URL ?? "", { max: 1, onnotice: () => {} })
    try {
      return await importCategories(operator, fs.readFileSync(file, "utf8"))
    } finally {
      await operator.end()
    }
  },
  tell: (result) => {
    const { categories, rules } = result as { categories: number; rules: number }
    return `${categories} categories, ${rules} with a rule.`
  },
}
