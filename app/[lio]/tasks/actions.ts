"use server"

import { backTo } from "@/app/_http/back-to"
import { submit } from "@/app/_http/submit"
import { addTasks } from "@/lib/tasks/bulk/commands"
import { addTasksInput } from "@/lib/tasks/bulk/input"
import { addTask, dropTask } from "@/lib/tasks/commands"
import { addTaskInput, changeTaskInput, pressInput, snoozeInput, taskIdInput } from "@/lib/tasks/input"
import { changeTask, pressTask, snoozeTask } from "@/lib/tasks/moving/commands"
import { say, sayCount } from "@/lib/words"
import { pressed } from "./_parts/pressed"

type Where = { lio: string; form: FormData }
/** The page the button stood on, when it is one of this LIO's. */
const back = ({ lio, form }: Where) => backTo(form.get("back"), lio) ?? `/${lio}/tasks`

export const addTaskForm = submit("addTask", addTaskInput, addTask, (task, where) => ({
  to: back(where),
  banner: { text: say("Added the task “{what}”", { what: task.what }) },
}))

export const addTasksForm = submit("addTasks", addTasksInput, addTasks, ({ what, number }, where) => ({
  to: back(where),
  banner: {
    text: sayCount(
      number,
      {
        one: "Added the task “{what}” for {count} group",
        other: "Added the task “{what}” for {count} groups",
      },
      { what },
    ),
  },
}))

/** Done, not done, snoozed or handed over, from a list of tasks. */
export const pressTaskForm = submit("pressTask", pressInput, pressTask, (done, where) =>
  pressed(done, back(where)),
)

export const snoozeTaskForm = submit("snoozeTask", snoozeInput, snoozeTask, (task, where) =>
  pressed({ act: "snoozed", ...task }, back(where)),
)

export const changeTaskForm = submit("changeTask", changeTaskInput, changeTask, (task, where) => ({
  to: back(where),
  banner: {
    text: say("Saved the task “{what}”", { what: task.what }),
    undo: { what: "task-move", id: task.move, back: back(where) },
  },
}))

export const dropTaskForm = submit("dropTask", taskIdInput, dropTask, (task, where) => ({
  to: back(where),
  banner: {
    text: say("Taken off the list: {what}", { what: task.what }),
    kind: "note",
    undo: { what: "task-drop", id: task.id, back: back(where) },
  },
}))
