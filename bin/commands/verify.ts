import { atOneMoment, digestAll, ownerSql } from "../archive/tables"
import { type Command, WrongUsage } from "../command"
import { tellTables } from "../progress"

export const command: Command = {
  name: "verify",
  usage: "",
  help: "Counts the rows of every table and makes a digest of what is in them, to compare two installations.",
  async run(given) {
    if (given.rest.length > 0) throw new WrongUsage("verify takes no file.")
    const sql = ownerSql()
    try {
      return { tables: await atOneMoment(sql, digestAll) }
    } finally {
      await sql.end()
    }
  },
  tell: (result) => tellTables("Counted", result),
}
