import { tendMemberships } from "@/lib/memberships/renewal/commands"
import { type Command, needed, WrongUsage } from "../command"

/** trellis renewals run: what the worker does each hour for memberships, now and whatever the hour. */
export const command: Command = {
  name: "renewals run",
  usage: "--lio SLUG [--at TIME]",
  help: `Sends the renewal letters that are due, and lets stages follow memberships whose dates have passed.
No group is asked twice for the same period and step. TIME is like 2026-11-24T08:00:00Z; without it, now.
With --json: {stages, letters}`,
  options: { lio: { type: "string" }, at: { type: "string" } },
  async run(given) {
    const at = given.options.at === undefined ? new Date() : new Date(given.options.at)
    if (Number.isNaN(at.getTime())) throw new WrongUsage("--at takes a time like 2026-11-24T08:00:00Z.")
    return tendMemberships(needed(given, "lio"), at, { anyHour: true })
  },
  tell(result) {
    const { stages, letters } = result as Awaited<ReturnType<typeof tendMemberships>>
    return `${letters} renewal letters, ${stages} groups with another stage.`
  },
}
