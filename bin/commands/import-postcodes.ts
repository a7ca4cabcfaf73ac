import fs from "node:fs"
import postgres from "postgres"
import { RuleBroken } from "@/lib/errors"
import { importPostcodes } from "@/lib/places/import"
import { type Command, theFile } from "../command"

export const command: Command = {
  name: "import postcodes",
  usage: "FILE [--version NAME]",
  help: "Reads where postcodes are, for every LIO of this installation: columns postcode, lat, lon, ward code, district code,\nor the headers of ONS’s NSPL and ONSPD. .gz too. Postcodes that have ended are kept with their last place.\n--version: what to call this version of the table; left out, the name of the file.",
  options: { version: { type: "string" } },
  async run(given) {
    const file = theFile(given)
    if (!fs.existsSync(file)) throw new RuleBroken(`There is no file ${file}.`)
    const operator = postgres(process.env.TRELLIS_OWNER_URL ?? "", { max: 1, onnotice: () => {} })
    try {
      return await importPostcodes(operator, file, { version: given.options.version })
    } finally {
      await operator.end()
    }
  },
  tell: (result) => {
    const { rows, written, skipped, version } = result as Awaited<ReturnType<typeof importPostcodes>>
    return `${rows} rows: ${written} postcodes written, ${skipped} skipped because they are none. The table is now ${version}. “trellis places resolve” looks up the groups again.`
  },
}
