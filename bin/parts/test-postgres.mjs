// Starts the PostgreSQL of the tests in the folder given and prints its address; it goes on running.
import fs from "node:fs"
import { addressOf } from "./database.mjs"
import { startPostgres } from "./postgres.mjs"
import { giveUp, Problem } from "./problem.mjs"
import { readSecrets } from "./secrets.mjs"

const [folder] = process.argv.slice(2)
try {
  if (!folder) throw new Problem("Say in which folder.")
  fs.mkdirSync(folder, { recursive: true, mode: 0o711 })
  const owner = fs.lstatSync(folder)
  if (owner.isSymbolicLink() || (process.getuid && owner.uid !== process.getuid())) {
    throw new Problem(`${folder} belongs to somebody else.`)
  }
  const { POSTGRES_PASSWORD: password } = readSecrets(folder)
  const { port } = await startPostgres({ folder, password, fast: true })
  console.log(addressOf(port, "postgres", password, "postgres"))
  process.exit(0)
} catch (error) {
  giveUp(error)
}
