import fs from "node:fs/promises"
import { asSystem } from "@/lib/access/doors"
import { RuleBroken } from "@/lib/errors"
import { type ReadIn, readOpportunities } from "@/lib/opportunities/importing/commands"
import { sayCount } from "@/lib/words"
import { type Command, needed, theFile } from "../command"

export const command: Command = {
  name: "import opportunities",
  usage: "--lio SHORT-NAME FILE",
  help: "Reads notices of public contracts: a release package of the Open Contracting Data Standard (JSON), as Contracts Finder, Sell2Wales and others publish them.\nReleases of one process become one opportunity. A release that isn’t as the standard says is named and left out; the others are kept. Run again, it changes nothing. With --json: {releases: in the file, opportunities: processes, invalid: [{position, ocid, id, problem}]}.",
  options: { lio: { type: "string" } },
  async run(given) {
    const lio = needed(given, "lio")
    const file = theFile(given)
    const bytes = await fs.readFile(file).catch(() => {
      throw new RuleBroken(`There is no file ${file}.`)
    })
    return asSystem(lio, (ctx) => readOpportunities(ctx, bytes), { name: "Command line", via: "import" })
  },
  tell: (result) => {
    const { releases, opportunities, invalid } = result as ReadIn
    const read = `${sayCount(releases, { one: "{count} release read", other: "{count} releases read" })}: ${sayCount(opportunities, { one: "{count} opportunity", other: "{count} opportunities" })}.`
    const left = invalid.map(
      ({ position, ocid, id, problem }) =>
        `Release ${position} (${[ocid, id].filter(Boolean).join(", ") || "unnamed"}) is left out: ${problem}`,
    )
    return [read, ...left].join("\n")
  },
}
