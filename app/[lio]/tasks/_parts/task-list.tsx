import { Form } from "@/app/_ui/form"
import { Tag } from "@/app/_ui/tag"
import type { Task } from "@/lib/tasks/queries"
import { dayOf, formatDate, formatMoment, relativeDay } from "@/lib/words"
import { finishTaskForm, reopenTaskForm } from "../actions"

type Props = {
  lio: string
  tasks: Task[]
  now: Date
  /** The page to come back to after pressing a button. */
  back: string
  /** May tick off and change: workers and managers. */
  keeps: boolean
}

/** Tasks, each with the one button that ticks it off. */
export function TaskList({ lio, tasks, now, back, keeps }: Props) {
  return (
    <ul className="max-w-3xl list-none p-0">
      {tasks.map((task) => (
        <li
          key={task.id}
          className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-3"
        >
          <div className="min-w-0 grow basis-64">
            <p className="m-0 font-semibold">
              {keeps ? (
                <a href={`/${lio}/tasks/${task.id}?${new URLSearchParams({ back })}`}>{task.what}</a>
              ) : (
                task.what
              )}
            </p>
            <p className="m-0 text-soft">
              <Due task={task} now={now} />
              {task.group ? (
                <>
                  {" · "}
                  <a href={`/${lio}/groups/${task.groupId}`}>{task.group}</a>
                </>
              ) : null}
              {` · ${task.assignee ?? "Nobody yet"}`}
            </p>
          </div>
          {keeps ? (
            <Form
              action={task.doneAt ? reopenTaskForm : finishTaskForm}
              lio={lio}
              submit={null}
              id={`task-${task.id}`}
            >
              <input type="hidden" name="id" value={task.id} />
              <input type="hidden" name="back" value={back} />
              <button type="submit" className="button button-secondary">
                {task.doneAt ? "Not done yet" : "Done"}
                <span className="sr-only">: {task.what}</span>
              </button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Due({ task, now }: { task: Task; now: Date }) {
  if (task.doneAt) return <>Done {formatMoment(task.doneAt)}</>
  if (!task.dueOn) return <>No date</>
  const late = task.dueOn < dayOf(now)
  return (
    <>
      {late ? <Tag tone="problem">Overdue</Tag> : null} By {formatDate(task.dueOn)} (
      {relativeDay(task.dueOn, now)})
    </>
  )
}
