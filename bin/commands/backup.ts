import { writeBackup } from "../archive/write"
import { type Command, theFile } from "../command"
import { progress, tellTables } from "../progress"

export const command: Command = {
  name: "backup",
  usage: "FILE",
  help:
    "Keeps everything of this moment in one file, also while Trellis runs.\n" +
    "In it are every table, the waiting jobs, the files, and the two secrets that links in letters need.\n" +
    "Whoever has the file has everything: keep it safe.",
  run: (given) => writeBackup(theFile(given), progress),
  tell: (result) => tellTables("Kept", result),
}
