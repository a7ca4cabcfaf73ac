import { readBackup } from "../archive/read"
import { type Command, theFile } from "../command"
import { progress, tellTables } from "../progress"

export const command: Command = {
  name: "restore",
  usage: "FILE",
  help:
    "Puts a backup into an empty installation.\n" +
    "All of it comes in or nothing; every key is checked and every digest compared.\n" +
    "If Trellis runs meanwhile, start it again afterwards: it takes over the secrets of the backup.",
  run: (given) => readBackup(theFile(given), progress),
  tell: (result) => tellTables("Restored", result),
}
