import { Form } from "@/app/_ui/form"
import { Static } from "@/app/_ui/static"
import { pressTaskForm } from "../actions"
import { type RowProps, TaskRow } from "./task-row"

type Props = Omit<RowProps, "task"> & {
  tasks: RowProps["task"][]
  /** Tells one list from another on a page. */
  id?: string
}

/** Tasks, a line each, with what can be done with them in one press. One form holds all the buttons. */
export function TaskList({ tasks, id = "tasks-form", ...rest }: Props) {
  const rows = (
    <Static>
      <ul className="act-list">
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} {...rest} />
        ))}
      </ul>
    </Static>
  )
  if (!rest.keeps) return rows
  return (
    <Form action={pressTaskForm} lio={rest.lio} submit={null} id={id}>
      <input type="hidden" name="back" value={rest.back} />
      {rows}
    </Form>
  )
}
