import { asSystem } from "@/lib/access/doors"
import { record } from "@/lib/journal/commands"
import { writeExport } from "../archive/export"
import { type Command, needed, theFile } from "../command"
import { progress } from "../progress"

export const command: Command = {
  name: "export",
  usage: "--lio SHORT-NAME FOLDER",
  help:
    "Writes everything of one LIO into a folder, in open formats.\n" +
    "Each table comes as CSV (for a spreadsheet) and as JSON; a README says what every column means.\n" +
    "The folder is made; if it is there, it must be empty.",
  options: { lio: { type: "string" } },
  async run(given) {
    const slug = needed(given, "lio")
    const lio = await asSystem(slug, async (ctx) => ctx.lio, { via: "command" })
    const files = await writeExport(lio, theFile(given, "FOLDER"), progress)
    await asSystem(
      slug,
      (ctx) =>
        record(ctx, {
          what: "lio.exported",
          subject: ["lio", lio.id],
          summary: "Exported everything of the LIO",
        }),
      { name: "Command line", via: "command" },
    )
    return { files }
  },
  tell: (result) => {
    const { files } = result as { files: { name: string; rows: number }[] }
    return files.map(({ name, rows }) => `${name.padEnd(40)}${String(rows).padStart(9)}`).join("\n")
  },
}
