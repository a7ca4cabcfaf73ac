// The worker: does the jobs of the queue until it is told to stop, and says every ten seconds that it is alive.
import "./parts/language.mjs"
import { hostname } from "node:os"
import { Logger, run } from "graphile-worker"
import postgres from "postgres"
import { closeDatabases } from "@/db/client"
import { schedule, tasksOf } from "@/lib/jobs/tasks"
import { log, logEverything } from "@/lib/log"

logEverything()
const connectionString = process.env.TRELLIS_OWNER_URL ?? ""
const name = `${hostname()}-${process.pid}`
const sql = postgres(connectionString, { max: 1, onnotice: () => {} })

async function beat() {
  await sql`
    insert into worker_heartbeats (name, at) values (${name}, now()) on conflict (name) do update set at = excluded.at`
  await sql`delete from worker_heartbeats where at < now() - interval '1 day'`
}

/** Jobs that a killed worker had in hand are free again at once, not hours later, when no other worker is left. */
async function freeJobs() {
  for (const { name: other } of await sql<{ name: string }[]>`select name from worker_heartbeats`) {
    const pid = Number(other.slice(hostname().length + 1))
    if (other.startsWith(`${hostname()}-`) && !lives(pid))
      await sql`delete from worker_heartbeats where name = ${other}`
  }
  await sql`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker.jobs
    where locked_by is not null
      and not exists (select from worker_heartbeats where at > now() - interval '45 seconds') having count(*) > 0`
}

function lives(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

await freeJobs()
/** Hands for some of the jobs: so many at a time. */
const hands = (concurrency: number, which: { waits: boolean }, crontab?: string) =>
  run({
    connectionString,
    concurrency,
    maxPoolSize: concurrency + 2,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === "error") log.error(message)
      else if (level === "warning") log.warn(message)
    }),
    taskList: tasksOf(which),
    crontab: crontab ?? "",
  })
const runners = await Promise.all([hands(4, { waits: false }, schedule), hands(3, { waits: true })])
await beat()
const beating = setInterval(
  () => beat().catch((err) => log.error({ err }, "The worker cannot say that it is alive")),
  10_000,
)

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  clearInterval(beating)
  await Promise.all(runners.map((runner) => runner.stop()))
  await sql`delete from worker_heartbeats where name = ${name}`
  await sql.end({ timeout: 5 })
  await closeDatabases()
  process.exit(0)
}
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop)
await Promise.race(runners.map((runner) => runner.promise))
if (!stopping) process.exit(1)
