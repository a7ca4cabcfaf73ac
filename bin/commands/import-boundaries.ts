import fs from "node:fs"
import postgres from "postgres"
import { RuleBroken } from "@/lib/errors"
import { importBoundaries } from "@/lib/places/import"
import { type Command, theFile } from "../command"

export const command: Command = {
  name: "import boundaries",
  usage: "FILE",
  help: "Reads the names and outlines of wards, districts or neighbourhoods from GeoJSON, for every LIO of this installation.",
  async run(given) {
    const file = theFile(given)
    if (!fs.existsSync(file)) throw new RuleBroken(`There is no file ${file}.`)
    const operator = postgres(process.env.TRELLIS_OWNER_URL ?? "", { max: 1, onnotice: () => {} })
    try {
      return await importBoundaries(operator, fs.readFileSync(file, "utf8"))
    } finally {
      await operator.end()
    }
  },
  tell: (result) => `${(result as { areas: number }).areas} areas.`,
}
