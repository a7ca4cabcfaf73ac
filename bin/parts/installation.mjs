import fs from "node:fs"
import path from "node:path"
import { prepareEmbedded, prepareExternal } from "./database.mjs"
import { dataDir } from "./paths.mjs"
import { startPostgres, stopPostgres } from "./postgres.mjs"
import { Problem } from "./problem.mjs"
import { lives, markOf } from "./process.mjs"
import { readSecrets } from "./secrets.mjs"

const me = () => markOf(process.pid)

/** Notes that this process uses the built-in database; gives a function that says whether nobody else does any more. */
function use(folder) {
  const place = path.join(folder, "in-use")
  fs.mkdirSync(place, { recursive: true, mode: 0o700 })
  const mine = path.join(place, String(process.pid))
  fs.writeFileSync(mine, me())
  return () => {
    fs.rmSync(mine, { force: true })
    for (const name of fs.readdirSync(place)) {
      const file = path.join(place, name)
      if (lives(fs.readFileSync(file, "utf8"))) return false
      fs.rmSync(file, { force: true })
    }
    return true
  }
}

/** Makes sure that only one Trellis serves this data folder; gives a function that lets go. */
export function takeLock(folder) {
  const file = path.join(folder, "trellis.pid")
  fs.mkdirSync(folder, { recursive: true, mode: 0o711 })
  for (;;) {
    try {
      fs.writeFileSync(file, me(), { flag: "wx" })
      return () => fs.rmSync(file, { force: true })
    } catch (error) {
      if (error.code !== "EEXIST") throw error
    }
    const mark = fs.readFileSync(file, "utf8")
    if (lives(mark)) {
      const [pid] = mark.split(" ")
      throw new Problem(
        `Trellis already runs on ${folder} (process ${pid}). Stop that one, or give another DATA_DIR.`,
      )
    }
    fs.rmSync(file, { force: true })
  }
}

/** The address used in letters; for the command line, the one that the server was last started with. */
function publicAddress(folder) {
  const kept = path.join(folder, "address")
  const { APP_URL, PORT } = process.env
  if (!APP_URL && !PORT && fs.existsSync(kept)) return fs.readFileSync(kept, "utf8")
  return APP_URL || `http://localhost:${PORT || 3000}`
}

/** Remembers the public address for the command line. */
export const keepAddress = (folder, address) => fs.writeFileSync(path.join(folder, "address"), address)

/**
 * The database and the environment of every Trellis process. Starts the built-in PostgreSQL if it does not run.
 * `mend` starts it again after a crash; `close` stops it unless another process still uses it.
 */
export async function openInstallation() {
  const folder = dataDir()
  const secrets = readSecrets(folder)
  const everyday = {
    DATA_DIR: folder,
    AUTH_SECRET: secrets.AUTH_SECRET,
    LINK_SECRET: secrets.LINK_SECRET,
    SEAL_SECRET: secrets.SEAL_SECRET,
    APP_URL: publicAddress(folder),
    EMAIL_URL: process.env.EMAIL_URL || "outbox:",
  }
  const { DATABASE_URL, MIGRATION_DATABASE_URL, TRELLIS_APP_URL } = process.env
  if (DATABASE_URL) {
    const addresses = TRELLIS_APP_URL
      ? {}
      : await prepareExternal(DATABASE_URL, MIGRATION_DATABASE_URL, secrets)
    return {
      folder,
      env: { ...everyday, ...addresses },
      embedded: false,
      mend: async () => {},
      close: async () => {},
    }
  }
  const leave = use(folder)
  const start = () => startPostgres({ folder, password: secrets.POSTGRES_PASSWORD })
  const server = await start()
  const close = async () => {
    if (leave()) await stopPostgres(server.cluster)
  }
  try {
    const addresses = await prepareEmbedded(server.port, secrets)
    return {
      folder,
      env: { ...everyday, ...addresses },
      embedded: true,
      cluster: server.cluster,
      mend: start,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
