import net from "node:net"
import path from "node:path"
import { ensureBuilt, NEXT } from "./build.mjs"
import { end, finish, keep, launch } from "./children.mjs"
import { keepAddress, openInstallation, takeLock } from "./installation.mjs"
import { LEAN_WEB, typescript, withTools } from "./node24.mjs"
import { dataDir, ROOT } from "./paths.mjs"
import { running } from "./postgres.mjs"
import { Problem, tell } from "./problem.mjs"
import { until, wait } from "./process.mjs"
import { hashOfCode, makeCode } from "./set-up-code.mjs"

const WEB = path.join(ROOT, "bin", "web.mjs")
const DEMO = `Sign in as manager@demo.example, worker@demo.example, viewer@demo.example (staff),
lead@demo.example, member@demo.example, rep@demo.example (of groups), or manager@other.example (a second LIO).`
/** A command as it is typed beside this Trellis: it finds its data by the same DATA_DIR. */
const command = (words) =>
  `${process.env.DATA_DIR ? `DATA_DIR=${process.env.DATA_DIR} ` : ""}npx trellis ${words}`
const empty = (
  address,
  code,
) => `There is nobody here yet. To set up your organisation, open ${address}/set-up
and enter the set-up code ${code} (a new one is made at each start, until somebody has set up).
Or use the command line: ${command(`lio create --slug SHORT-NAME --name "NAME" --kind cvs --manager EMAIL`)}`

const NO_MAIL = `trellis: EMAIL_URL is not set, so no email leaves this computer: it stays in the folder "outbox" of DATA_DIR.
To sign somebody in, make a link yourself: ${command("sign-in-link --email EMAIL")}`

/** Everything started so far, so that it can be stopped at any moment, last thing first. */
const started = { stopping: false, step: null, opening: null, kept: [], undo: [] }

async function stop(code) {
  if (started.stopping) return
  started.stopping = true
  if (started.step) await end(started.step, 5)
  // The database may be on its way up: it is stopped once it is there, not left behind.
  await started.opening?.catch(() => {})
  await Promise.all(started.kept.map(({ process, seconds }) => process.stop(seconds)))
  for (const undo of started.undo.reverse()) await undo()
  process.exit(code)
}

/** Stands in for whatever was under way when Trellis was told to stop. */
class Stopped extends Error {}

/** Runs one step to its end; what it prints on standard output comes back. */
async function step(args, env, problem) {
  const child = launch(args, env, ["ignore", "pipe", "inherit"])
  started.step = child
  let said = ""
  child.stdout.on("data", (chunk) => (said += chunk))
  const code = await finish(child)
  started.step = null
  if (started.stopping) throw new Stopped()
  if (code !== 0) throw new Problem(`${problem}\n${said.trim()}`.trim())
  return said
}

function checkPort(port) {
  return new Promise((done, refuse) => {
    const server = net.createServer()
    server.once("error", () => refuse(new Problem(`Port ${port} is taken. Give another one with PORT=…`)))
    server.listen(port, () => server.close(done))
  })
}

/** What the web process may know: nothing that opens the database as its owner. */
function forWeb(env, dev) {
  const { TRELLIS_OWNER_URL, DATABASE_URL, MIGRATION_DATABASE_URL, ...rest } = env
  return { ...rest, NODE_ENV: dev ? "development" : "production" }
}

async function answers(port, withWorker) {
  try {
    const reply = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(10_000) })
    const { database, migrations, worker } = await reply.json()
    return database === "ok" && migrations === "current" && (!withWorker || worker === "ok")
  } catch {
    return false
  }
}

/** Starts the built-in PostgreSQL again when it has died; on the same port, so that nobody has to be told. */
async function watchDatabase(installation) {
  while (installation.embedded && !started.stopping) {
    await wait(1_000)
    if (started.stopping || running(installation.cluster)) continue
    console.error("trellis: PostgreSQL has stopped; starting it again.")
    await installation.mend().catch(tell)
  }
}

function startWeb(port, env, dev) {
  return keep("web", () => {
    const program = dev ? [NEXT, "dev", "--port", String(port)] : [...LEAN_WEB, WEB]
    return launch(program, forWeb(env, dev))
  })
}

function startWorker(env, dev) {
  return keep("worker", () =>
    launch([...(dev ? ["--watch", "--watch-preserve-output"] : []), ...typescript("bin/worker.ts")], env),
  )
}

async function begin(dev) {
  process.env.PORT ||= "3000"
  const port = Number(process.env.PORT)
  const withWorker = process.env.WORKER !== "0"
  await checkPort(port)
  started.undo.push(takeLock(dataDir()))
  started.opening = openInstallation().then((installation) => {
    started.undo.push(installation.close)
    return installation
  })
  const installation = await started.opening
  if (started.stopping) throw new Stopped()
  const env = { ...withTools(), ...installation.env }
  keepAddress(installation.folder, env.APP_URL)
  const prepared = await step(
    typescript("bin/prepare.ts"),
    env,
    "The database could not be brought up to date. Nothing was started.",
  )
  if (!dev)
    await ensureBuilt((args, building) => step(args, { ...withTools(), NODE_ENV: "production" }, building))
  const { demo, demos, lios } = JSON.parse(prepared)
  const code = lios === 0 ? makeCode() : null
  const webEnv = code ? { ...env, SET_UP_CODE_HASH: hashOfCode(code) } : env
  started.kept.push({ process: startWeb(port, webEnv, dev), seconds: 10 })
  if (withWorker) started.kept.push({ process: startWorker(env, dev), seconds: 60 })
  watchDatabase(installation)
  const up = await until(() => started.stopping || answers(port, withWorker), 120_000, 150)
  if (started.stopping) throw new Stopped()
  if (!up) throw new Problem("The web did not answer within two minutes.")
  const ready = [`Trellis is ready at http://localhost:${port}`]
  if (demo) ready.push(DEMO)
  if (code) ready.push(empty(env.APP_URL, code))
  // In one piece: whoever waits for the first line has the set-up code, too.
  console.log(ready.join("\n"))
  if (env.EMAIL_URL.startsWith("outbox:") && !(demo && lios === demos && process.env.DEMO !== "0"))
    console.warn(NO_MAIL)
}

/** Runs Trellis until it is told to stop. `dev`: with reload. */
export async function serve({ dev }) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(0))
  process.on("disconnect", () => stop(0))
  try {
    await begin(dev)
  } catch (error) {
    if (error instanceof Stopped || started.stopping) return
    tell(error)
    await stop(1)
  }
}
