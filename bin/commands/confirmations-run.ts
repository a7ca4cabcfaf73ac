import { asSystem } from "@/lib/access/doors"
import { askYearly, remindYearly } from "@/lib/annual-check/commands"
import { type Command, needed, WrongUsage } from "../command"

type Ran = { asked: number; reminded: number }

/** trellis confirmations run: what the worker does each morning, now. */
export const command: Command = {
  name: "confirmations run",
  usage: "--lio SLUG [--at TIME]",
  help: `Asks the groups that nobody has confirmed for a year whether all is still right, and reminds once after three weeks.
At most one group in twenty is asked on a day, and none twice. TIME is like 2026-11-24T08:00:00Z; without it, now.
With --json: {asked, reminded}`,
  options: { lio: { type: "string" }, at: { type: "string" } },
  async run(given) {
    const now = given.options.at === undefined ? new Date() : new Date(given.options.at)
    if (Number.isNaN(now.getTime())) throw new WrongUsage("--at takes a time like 2026-11-24T08:00:00Z.")
    const lio = needed(given, "lio")
    const by = { now, via: "command" as const }
    const reminded = await asSystem(lio, remindYearly, by)
    return { asked: await asSystem(lio, askYearly, by), reminded }
  },
  tell(result) {
    const { asked, reminded } = result as Ran
    return `${asked} letters ask whether all is right, ${reminded} remind.`
  },
}
