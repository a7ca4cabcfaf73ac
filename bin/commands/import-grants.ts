import fs from "node:fs/promises"
import { asSystem } from "@/lib/access/doors"
import { RuleBroken } from "@/lib/errors"
import { type ReadIn, readPublished } from "@/lib/funding/grants/commands"
import { sayCount } from "@/lib/words"
import { type Command, needed, theFile } from "../command"

export const command: Command = {
  name: "import grants",
  usage: "--lio SHORT-NAME FILE",
  help: "Reads published grants (360Giving, JSON or a table) and suggests which of the LIO’s groups got them.\nAll of the file or nothing. Nothing is confirmed: suggestions wait under Funding, Published grants, for staff to say yes or no, and what they refused is not suggested again. Run again, it changes nothing. With --json: {grants: rows read, matched: found by a charity, company or other number, suggested: found by name}.",
  options: { lio: { type: "string" } },
  async run(given) {
    const lio = needed(given, "lio")
    const file = theFile(given)
    const bytes = await fs.readFile(file).catch(() => {
      throw new RuleBroken(`There is no file ${file}.`)
    })
    return asSystem(lio, (ctx) => readPublished(ctx, bytes), { name: "Command line", via: "import" })
  },
  tell: (result) => {
    const { grants, matched, suggested } = result as ReadIn
    return `${sayCount(grants, { one: "{count} grant read", other: "{count} grants read" })}: ${matched} found by number, ${suggested} suggested by name. They wait under Funding, Published grants.`
  },
}
