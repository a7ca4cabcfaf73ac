import fs from "node:fs"
import path from "node:path"

/** What in the data folder belongs to the running processes, and is not kept. */
const NOT_KEPT =
  /^(postgres($|\.|-)|in-use$|trellis\.pid$|address$|secrets\.json$|\.secrets-|demo-is-unfinished$)/
/** Needed after a restore: without them, links in letters already sent would be dead. */
const KEPT_SECRETS = ["AUTH_SECRET", "LINK_SECRET"]

export const dataFolder = () => process.env.DATA_DIR ?? ".data"

/** Paths of the files in the data folder that belong to the LIOs. */
export function listFiles(folder = dataFolder()): string[] {
  return fs
    .readdirSync(folder)
    .filter((name) => !NOT_KEPT.test(name))
    .flatMap((name) => {
      if (fs.statSync(path.join(folder, name)).isFile()) return [name]
      const inside = fs.readdirSync(path.join(folder, name), { recursive: true, withFileTypes: true })
      return inside
        .filter((one) => one.isFile())
        .map((one) => path.relative(folder, path.join(one.parentPath, one.name)))
    })
    .sort()
}

/** Where a kept file goes; null for a path that leads out of the data folder. */
export function placeFor(name: string, folder = dataFolder()) {
  const place = path.resolve(folder, name)
  return place.startsWith(path.resolve(folder) + path.sep) && !NOT_KEPT.test(name) ? place : null
}

export function keptSecrets(): Record<string, string> {
  return Object.fromEntries(KEPT_SECRETS.map((name) => [name, process.env[name] ?? ""]))
}

/** Puts the secrets of a backup in the place of the fresh ones; the passwords of the database stay. */
export function takeSecrets(secrets: Record<string, string>, folder = dataFolder()) {
  const file = path.join(folder, "secrets.json")
  const now = (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {}) as Record<string, string>
  const secretsToKeep = Object.fromEntries(KEPT_SECRETS.map((name) => [name, secrets[name] ?? now[name]]))
  const fresh = `${file}.fresh`
  fs.writeFileSync(fresh, `${JSON.stringify({ ...now, ...secretsToKeep }, null, 2)}\n`, { mode: 0o600 })
  fs.renameSync(fresh, file)
}

/** The name of a backup while it is written; the process is in it. */
export const halfOf = (file: string) => `${file}.${process.pid}.half`

const lives = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}

/** Takes away what backups into this file left behind when they were killed. */
export function clearHalves(file: string) {
  const folder = path.dirname(path.resolve(file))
  const name = path.basename(file)
  for (const one of fs.existsSync(folder) ? fs.readdirSync(folder) : []) {
    const pid = one.startsWith(`${name}.`) && /^(\d+)\.half$/.exec(one.slice(name.length + 1))?.[1]
    if (pid && !lives(Number(pid))) fs.rmSync(path.join(folder, one), { force: true })
  }
}

/** Tidies up when the process is told to end, then ends it; gives a function that takes this back. */
export function onEnding(tidy: () => void) {
  const end = () => {
    tidy()
    process.exit(1)
  }
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const
  for (const signal of signals) process.once(signal, end)
  return () => {
    for (const signal of signals) process.off(signal, end)
  }
}
