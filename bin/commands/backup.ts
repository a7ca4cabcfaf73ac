import { writeBackup } from "../archive/write"
import { type Command, theFile } from "../command"
import { progress, tellTables } from "../progress"

export const command: Command = {
  name: "backup",
  usage: "FILE",
  help:
    "Writes everything of this moment into one file, while Trellis runs: every table, the waiting jobs, the files and\n" +
    "the two secrets that links in letters need. Whoever has the file has everything: keep it safe.",
  run: (given) => writeBackup(theFile(given), progress),
  tell: (result) => tellTables("Kept", result),
}
