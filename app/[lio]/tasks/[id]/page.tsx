import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { listStaff } from "@/lib/lios/queries"
import { backTo } from "@/lib/tasks/input"
import { mayKeepTasks } from "@/lib/tasks/policy"
import { getTask } from "@/lib/tasks/queries"
import { Frame } from "../../_parts/frame"
import { TaskFields } from "../_parts/task-fields"
import { changeTaskForm, dropTaskForm } from "../actions"

/** Changes a task: what, who, when; or takes it off the list. */
export default async function TaskPage(props: PageProps) {
  const [frame, { task, staff, back }] = await visit(props, async (ctx, query, params) => {
    ensure(mayKeepTasks(ctx.actor), "Only workers and managers can change tasks.")
    const [task, staff] = await Promise.all([getTask(ctx, params.id ?? ""), listStaff(ctx)])
    return { task, staff, back: backTo(query.back, ctx.lio.slug) ?? `/${ctx.lio.slug}/tasks` }
  })
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title="Change a task" at="tasks">
      <BackLink href={back} />
      <h1>Change a task</h1>
      {task.group ? (
        <p>
          For <a href={`/${lio}/groups/${task.groupId}`}>{task.group}</a>
          {task.sessionId ? (
            <>
              , from <a href={`/${lio}/sessions/${task.sessionId}`}>a session</a>
            </>
          ) : null}
        </p>
      ) : null}
      <Form
        action={changeTaskForm}
        lio={lio}
        values={{ what: task.what, assigneeId: task.assigneeId, dueOn: task.dueOn }}
        secondary={<a href={back}>Cancel</a>}
      >
        <input type="hidden" name="id" value={task.id} />
        <input type="hidden" name="back" value={back} />
        <TaskFields staff={staff} />
      </Form>
      <Form
        action={dropTaskForm}
        lio={lio}
        submit="It is not needed any more"
        kind="plain"
        id="drop"
        className="mt-8"
      >
        <input type="hidden" name="id" value={task.id} />
        <input type="hidden" name="back" value={back} />
      </Form>
    </Frame>
  )
}
