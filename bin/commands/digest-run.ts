import { type DigestRun, runDigest } from "@/lib/digest/commands"
import { type Command, needed, WrongUsage } from "../command"

/** trellis digest run: makes the digests of one LIO's people now, whatever the weekday. */
export const command: Command = {
  name: "digest run",
  usage: "--lio SLUG [--at TIME]",
  help: `Makes the digest of each person for the week (or day, or month) that TIME is in, and puts it into the outbox.
Nobody gets a second one for the same week. TIME is like 2026-11-24T08:00:00Z; without it, now.
With --json: {people, sent, skipped: {reason: count}}`,
  options: { lio: { type: "string" }, at: { type: "string" } },
  async run(given) {
    const at = given.options.at === undefined ? new Date() : new Date(given.options.at)
    if (Number.isNaN(at.getTime())) throw new WrongUsage("--at takes a time like 2026-11-24T08:00:00Z.")
    return runDigest(needed(given, "lio"), { at, again: true })
  },
  tell(result) {
    const { people, sent, skipped } = result as DigestRun
    const others = Object.entries(skipped).map(([reason, count]) => `${count} ${reason.replaceAll("_", " ")}`)
    return `${sent} of ${people} people get a digest.${others.length > 0 ? ` Not: ${others.join(", ")}.` : ""}`
  },
}
