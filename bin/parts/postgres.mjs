import { spawn, spawnSync } from "node:child_process"
import fs from "node:fs"
import net from "node:net"
import path from "node:path"
import { findPrograms, placeCluster, postgresUser } from "./postgres-files.mjs"
import { Problem } from "./problem.mjs"
import { alive, commandOf, until, wait } from "./process.mjs"

const program = (name) => (process.platform === "win32" ? `${name}.exe` : name)

/** Settings for a small machine. Nothing here trades safety for speed. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: 100,
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  random_page_cost: 1.1,
  max_wal_size: "1GB",
  wal_compression: "on",
  wal_buffers: "64MB",
  jit: "off",
  log_min_messages: "warning",
  log_line_prefix: "%m [%p] ",
}

/** For tests only: a crash may lose the database. */
const FAST = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  shared_buffers: "128MB",
  max_connections: 200,
  log_min_messages: "fatal",
}

async function freePort(wanted) {
  const opens = (port) =>
    new Promise((done) => {
      const server = net.createServer().once("error", () => done(0))
      server.listen(port, "127.0.0.1", () => {
        const got = server.address().port
        server.close(() => done(got))
      })
    })
  return (wanted && (await opens(wanted))) || opens(0)
}

/** What a pid file says and when it was written, or null: PostgreSQL takes it away at any moment, also between two looks. */
function noteIn(file) {
  try {
    return { lines: fs.readFileSync(file, "utf8").split("\n"), at: fs.statSync(file).mtimeMs }
  } catch (error) {
    if (error.code === "ENOENT") return null
    throw error
  }
}

/** The PostgreSQL that runs on this folder, or null; a pid file left by one that was killed is cleared away. */
export function running(cluster) {
  const file = path.join(cluster, "postmaster.pid")
  const note = noteIn(file)
  if (!note) return null
  const [pid, , , port, , , , status] = note.lines
  const halfWritten = !(Number(pid) > 0) && Date.now() - note.at < 5_000
  if (halfWritten) return { pid: 0, port: 0, ready: false }
  if (alive(Number(pid)) && (process.platform === "win32" || commandOf(pid).includes(cluster))) {
    return { pid: Number(pid), port: Number(port), ready: status?.trim() === "ready" }
  }
  fs.rmSync(file, { force: true })
  return null
}

/** Takes away what set-ups left beside the database that were killed in the middle. */
function clearHalfMade(cluster) {
  const folder = path.dirname(cluster)
  const name = `${path.basename(cluster)}.half-`
  for (const one of fs.existsSync(folder) ? fs.readdirSync(folder) : []) {
    if (one.startsWith(name) && !alive(Number(one.slice(name.length).split(".")[0])))
      fs.rmSync(path.join(folder, one), { recursive: true, force: true })
  }
  // A folder of ours that never became a database, from a version that made it in place.
  if (fs.existsSync(cluster) && !fs.existsSync(path.join(cluster, "global", "pg_control")))
    fs.rmSync(cluster, { recursive: true, force: true })
}

/** Makes the database beside its place and moves it there when it is whole: killed at any moment, the next start can begin anew. */
function makeCluster(bin, cluster, user, password) {
  clearHalfMade(cluster)
  const half = `${cluster}.half-${process.pid}`
  const passwordFile = `${half}.password`
  const owner = user ? { uid: user.uid, gid: user.gid } : {}
  fs.mkdirSync(path.dirname(cluster), { recursive: true })
  fs.writeFileSync(passwordFile, password, { mode: 0o600, flag: "wx" })
  try {
    fs.mkdirSync(half, { mode: 0o700 })
    if (user) for (const place of [passwordFile, half]) fs.chownSync(place, user.uid, user.gid)
    const made = spawnSync(
      path.join(bin, program("initdb")),
      // biome-ignore format: one flag with its value
      ["-D", half, "-U", "postgres", "--pwfile", passwordFile, "--auth", "scram-sha-256", "-E", "UTF8",
        "--locale", "C", "--locale-provider", "icu", "--icu-locale", "en-GB", "--no-instructions"],
      { ...owner, cwd: "/", encoding: "utf8", env: { PATH: process.env.PATH, TZ: "UTC" } },
    )
    if (made.status !== 0)
      throw new Problem(`The database could not be made in ${cluster}: ${made.stderr || made.error?.message}`)
    if (!fs.existsSync(path.join(cluster, "PG_VERSION"))) fs.renameSync(half, cluster)
  } finally {
    fs.rmSync(passwordFile, { force: true })
    fs.rmSync(half, { recursive: true, force: true })
  }
}

function launch(bin, cluster, user, port, settings, log) {
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])
  const output = fs.openSync(log, fs.existsSync(log) && fs.statSync(log).size > 10_000_000 ? "w" : "a", 0o600)
  const server = spawn(path.join(bin, program("postgres")), ["-D", cluster, "-p", String(port), ...flags], {
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
    cwd: "/",
    env: { PATH: process.env.PATH, TZ: "UTC" },
    detached: true,
    stdio: ["ignore", output, output],
  })
  fs.closeSync(output)
  server.on("error", () => {})
  return server
}

/**
 * Starts PostgreSQL on DATA_DIR/postgres, or joins the one that runs there already.
 * Gives { port, pid, cluster, stop() }; `stop` is a fast shutdown that waits until it is done.
 */
export async function startPostgres({ folder, password, fast = false }) {
  const user = postgresUser()
  const bin = findPrograms(user)
  const cluster = placeCluster(user, folder)
  if (!fs.existsSync(path.join(cluster, "PG_VERSION"))) makeCluster(bin, cluster, user, password)
  const log = path.join(folder, "postgres.log")
  const portFile = path.join(folder, "postgres.port")
  for (let attempt = 1; ; attempt++) {
    const server = running(cluster)
      ? null
      : launch(
          bin,
          cluster,
          user,
          await rememberedPort(portFile),
          { ...SETTINGS, ...(fast ? FAST : {}) },
          log,
        )
    const here = await until(() => {
      const found = running(cluster)
      if (found?.ready) return found
      return server && server.exitCode !== null && !found ? { failed: true } : null
    }, 60_000)
    if (here && !here.failed) {
      server?.unref()
      fs.writeFileSync(portFile, String(here.port))
      return { port: here.port, pid: here.pid, cluster, stop: () => stopPostgres(cluster) }
    }
    if (attempt === 10) {
      const last = fs.readFileSync(log, "utf8").trim().split("\n").slice(-3).join(" ")
      throw new Problem(`PostgreSQL did not start (see ${log}): ${last}`)
    }
    await wait(500)
  }
}

function rememberedPort(file) {
  return freePort(fs.existsSync(file) ? Number(fs.readFileSync(file, "utf8")) : 0)
}

/** Stops the PostgreSQL of this folder by a fast shutdown. */
export async function stopPostgres(cluster) {
  const here = running(cluster)
  if (!here) return
  process.kill(here.pid, "SIGINT")
  await until(() => !alive(here.pid) || !running(cluster), 60_000)
}
