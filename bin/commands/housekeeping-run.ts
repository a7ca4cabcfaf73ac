import { listRetention, tidy } from "@/lib/housekeeping/commands"
import { type Command, needed } from "../command"

/** trellis housekeeping run: what the worker does each night, now. */
export const command: Command = {
  name: "housekeeping run",
  usage: "--lio SLUG",
  help: `Deletes what is kept for a time only, once it is older than this:
${(await listRetention()).map(({ what, days }) => `  ${String(days).padStart(4)} days  ${what}`).join("\n")}
The worker does the same each night. With --json: {gone: {what: count}}`,
  options: { lio: { type: "string" } },
  async run(given) {
    return { gone: await tidy(needed(given, "lio"), new Date()) }
  },
  tell(result) {
    const { gone } = result as { gone: Record<string, number> }
    return Object.entries(gone)
      .map(([what, count]) => `${String(count).padStart(8)}  ${what}`)
      .join("\n")
  },
}
