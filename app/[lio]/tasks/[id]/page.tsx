import { backTo } from "@/app/_http/back-to"
import { type PageProps, visit } from "@/app/_http/visit"
import { DateFields } from "@/app/_ui/date-field"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { listColleagues } from "@/lib/lios/queries"
import { mayKeepTasks } from "@/lib/tasks/policy"
import { getTask, type Task } from "@/lib/tasks/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../_parts/frame"
import { TaskFields } from "../_parts/task-fields"
import { TaskList } from "../_parts/task-list"
import { changeTaskForm, dropTaskForm, snoozeTaskForm } from "../actions"

/** One task: done, snoozed, handed over, changed, or taken off the list. */
export default async function TaskPage(props: PageProps) {
  const [frame, { task, colleagues, back, now }] = await visit(props, async (ctx, query, params) => {
    ensure(mayKeepTasks(ctx.actor), say("Only workers and managers can change tasks."))
    const [task, colleagues] = await Promise.all([getTask(ctx, params.id ?? ""), listColleagues(ctx)])
    const back = backTo(query.back, ctx.lio.slug) ?? `/${ctx.lio.slug}/tasks`
    return { task, colleagues, back, now: ctx.now }
  })
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("Task")} at="tasks">
      <BackLink href={back} />
      <h1>{say("Task")}</h1>
      <TaskList lio={lio} tasks={[task]} now={now} back={back} keeps colleagues={colleagues} />
      <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <section aria-labelledby="change">
          <h2 id="change" className="mt-0">
            {say("Change it")}
          </h2>
          {task.sessionId ? (
            <p>
              {sayRich("It came from <link>a session</link>.", {
                link: (text) => <a href={`/${lio}/sessions/${task.sessionId}`}>{text}</a>,
              })}
            </p>
          ) : null}
          <Form
            action={changeTaskForm}
            lio={lio}
            values={{
              what: task.what,
              assigneeId: task.assigneeId,
              dueOn: task.dueOn,
              repeats: task.repeats,
            }}
            secondary={<a href={back}>{say("Cancel")}</a>}
          >
            <input type="hidden" name="id" value={task.id} />
            <input type="hidden" name="back" value={back} />
            <TaskFields colleagues={colleagues} />
          </Form>
        </section>
        <OtherWays lio={lio} task={task} back={back} />
      </div>
    </Frame>
  )
}

/** Snoozed until another day, or not needed any more. */
function OtherWays({ lio, task, back }: { lio: string; task: Task; back: string }) {
  return (
    <div>
      {task.doneAt ? null : (
        <section aria-labelledby="snooze-heading">
          <h2 id="snooze-heading" className="mt-0">
            {say("Snooze it")}
          </h2>
          <Form action={snoozeTaskForm} lio={lio} submit={say("Snooze")} kind="secondary" id="snooze">
            <input type="hidden" name="id" value={task.id} />
            <input type="hidden" name="back" value={back} />
            <DateFields name="until" legend={say("Until which day?")} />
          </Form>
        </section>
      )}
      <section aria-labelledby="drop-heading">
        <h2 id="drop-heading">{say("Not needed any more?")}</h2>
        <Form action={dropTaskForm} lio={lio} submit={say("Take it off the list")} kind="secondary" id="drop">
          <input type="hidden" name="id" value={task.id} />
          <input type="hidden" name="back" value={back} />
        </Form>
      </section>
    </div>
  )
}
