import { checkFrozen, type FrozenRows } from "../archive/frozen"
import { atOneMoment, digestAll, ownerSql } from "../archive/tables"
import { type Command, WrongUsage } from "../command"
import { tellTables } from "../progress"

const changed = (frozen: FrozenRows) =>
  Object.entries(frozen)
    .filter(([, { wrong }]) => wrong > 0)
    .map(([table, { wrong }]) => `${wrong} of ${table}`)

export const command: Command = {
  name: "verify",
  usage: "",
  help: "Counts the rows of every table and makes a digest of what is in them, to compare two installations. Works out again the digest of each published version, signed answer and closed result: exit code 1 if any says something else than when it was frozen.",
  async run(given) {
    if (given.rest.length > 0) throw new WrongUsage("verify takes no file.")
    const sql = ownerSql()
    try {
      const result = await atOneMoment(sql, async (tx) => ({
        tables: await digestAll(tx),
        frozen: await checkFrozen(tx),
      }))
      const wrong = changed(result.frozen)
      if (wrong.length > 0) {
        console.error(`Changed since they were frozen: ${wrong.join(", ")}.`)
        process.exitCode = 1
      }
      return result
    } finally {
      await sql.end()
    }
  },
  tell: (result) => {
    const { frozen } = result as { frozen: FrozenRows }
    const rows = Object.values(frozen).reduce((sum, one) => sum + one.rows, 0)
    return `${tellTables("Counted", result)}\n${
      changed(frozen).length === 0
        ? `All ${rows} frozen rows are as they were frozen.`
        : "Some frozen rows have changed."
    }`
  },
}
