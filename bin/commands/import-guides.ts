import fs from "node:fs"
import postgres from "postgres"
import { RuleBroken } from "@/lib/errors"
import { publishLibrary } from "@/lib/guides/library/publish"
import { type Command, theFile } from "../command"

export const command: Command = {
  name: "import guides",
  usage: "FILE",
  help: "Publishes a guide for every LIO of this installation, from a Markdown file, or all of a folder; one that is there gets a new version.",
  async run(given) {
    const file = theFile(given)
    if (!fs.existsSync(file)) throw new RuleBroken(`There is no file ${file}.`)
    const operator = postgres(process.env.TRELLIS_OWNER_URL ?? "", { max: 1, onnotice: () => {} })
    try {
      return await publishLibrary(operator, file)
    } finally {
      await operator.end()
    }
  },
  tell: (result) => {
    const { guides, published } = result as { guides: number; published: string[] }
    return published.length > 0
      ? `${guides} read, published: ${published.join(", ")}.`
      : `${guides} read, none of them has changed.`
  },
}
