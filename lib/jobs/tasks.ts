import type { TaskList } from "graphile-worker"
import { listLioIds } from "../access/queries"
import { ROOMS } from "../rooms"
import type { Job, RoomJobs } from "./job"

/** Payloads come from `enqueue` and from the rounds below, which put the LIO in. */
type Payload = { lio: string }
type AnyJob = Job<Payload>

const ROOMS_WITH_JOBS = ROOMS.filter((room) => "hasJobs" in room)
const JOBS = new Map<string, AnyJob>(
  (
    await Promise.all(
      ROOMS_WITH_JOBS.map(
        async ({ name }) => ((await import(`../${name}/jobs.ts`)) as { jobs: RoomJobs }).jobs,
      ),
    )
  ).flatMap((jobs) => Object.entries(jobs) as unknown as [string, AnyJob][]),
)
const round = (name: string) => `each-lio-${name}`

/** What every kind of job does, for the worker: `waits` those that wait for mail servers, or all the others with the rounds. */
export function tasksOf({ waits }: { waits: boolean }): TaskList {
  const tasks: TaskList = {}
  for (const [name, job] of JOBS) {
    if (Boolean(job.waits) === waits)
      tasks[name] = async (payload, { job: { attempts } }) => {
        await job.does((payload as Payload).lio, payload as Payload, { attempts })
      }
    // A job for each LIO: what fails in one is told, and tried again, there alone.
    if (job.every && !waits)
      tasks[round(name)] = async (_payload, { addJob }) => {
        for (const lio of await listLioIds()) {
          await addJob(
            name,
            { lio },
            {
              jobKey: `${name}:${lio}`,
              maxAttempts: job.tries ?? 1,
              ...(job.oneByOne && { queueName: name }),
            },
          )
        }
      }
  }
  return tasks
}

/** When the rounds are made, as the worker's crontab. */
export const schedule = [...JOBS]
  .filter(([, { every }]) => every)
  .map(([name, { every, madeUp }]) => `${every} ${round(name)} ?max=1${madeUp ? `&fill=${madeUp}` : ""}\n`)
  .join("")
