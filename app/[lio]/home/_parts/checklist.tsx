import { Disclosure } from "@/app/_ui/disclosure"
import { TaskList } from "@/app/_ui/task-list"
import type { Checklist as Done } from "@/lib/home/staff/queries"

/** The first five things of a new LIO. Folded up once work has begun, gone when all five are done. */
export function Checklist({ lio, done }: { lio: string; done: Done }) {
  const steps: [done: boolean, label: string, path: string][] = [
    [done.described, "Say who you are and how to reach you", "settings"],
    [done.groups, "Bring in your groups", "imports"],
    [done.team, "Invite your colleagues", "settings/staff"],
    [done.session, "Record your first session", "sessions/new"],
    [done.asked, "Begin a network or a consultation", "networks"],
  ]
  const ready = steps.filter(([isDone]) => isDone).length
  if (ready === steps.length) return null
  return (
    <Disclosure
      summary={`Getting started: ${ready} of ${steps.length} done`}
      open={!done.session || !done.groups}
    >
      <TaskList
        tasks={steps.map(([isDone, label, path]) => ({
          label,
          href: isDone ? undefined : `/${lio}/${path}`,
          state: isDone ? "Completed" : "Not yet started",
          tone: isDone ? "good" : "plain",
        }))}
      />
    </Disclosure>
  )
}
