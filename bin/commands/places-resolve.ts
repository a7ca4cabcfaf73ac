import { asSystem } from "@/lib/access/doors"
import { type Resolved, resolvePlaces } from "@/lib/groups/places/commands"
import { type Command, needed } from "../command"

export const command: Command = {
  name: "places resolve",
  usage: "--lio SHORT-NAME",
  help: "Looks up the ward and district of every group again in the postcode table in force. What changes is in each group’s log.",
  options: { lio: { type: "string" } },
  run: (given) => asSystem(needed(given, "lio"), resolvePlaces, { name: "Command line" }),
  tell: (result) => {
    const { version, groups, moved, unknown } = result as Resolved
    return `${groups} groups looked up in ${version}: ${moved} are in another ward than before. ${unknown} postcodes are not known.`
  },
}
