"use server"

import { submit } from "@/app/_http/submit"
import { addTasks } from "@/lib/tasks/bulk/commands"
import { addTasksInput } from "@/lib/tasks/bulk/input"
import { addTask, changeTask, dropTask, finishTask, reopenTask } from "@/lib/tasks/commands"
import { addTaskInput, backTo, changeTaskInput, taskIdInput } from "@/lib/tasks/input"
import { plural } from "@/lib/words"

type Where = { lio: string; form: FormData }
/** The page the button stood on, when it is one of this LIO's. */
const back = ({ lio, form }: Where) => backTo(form.get("back"), lio) ?? `/${lio}/tasks`

export const addTaskForm = submit("addTask", addTaskInput, addTask, (task, where) => ({
  to: back(where),
  banner: { text: `Added the task “${task.what}”` },
}))

export const addTasksForm = submit("addTasks", addTasksInput, addTasks, ({ what, number }, where) => ({
  to: back(where),
  banner: { text: `Added the task “${what}” for ${plural(number, "group")}` },
}))

export const finishTaskForm = submit("finishTask", taskIdInput, finishTask, (task, where) => ({
  to: back(where),
  banner: { text: `Done: ${task.what}`, undo: { what: "task", id: task.id } },
}))

export const reopenTaskForm = submit("reopenTask", taskIdInput, reopenTask, (task, where) => ({
  to: back(where),
  banner: { text: `Back on the list: ${task.what}`, kind: "note" },
}))

export const changeTaskForm = submit("changeTask", changeTaskInput, changeTask, (task, where) => ({
  to: back(where),
  banner: { text: `Saved the task “${task.what}”` },
}))

export const dropTaskForm = submit("dropTask", taskIdInput, dropTask, (task, where) => ({
  to: back(where),
  banner: { text: `Taken off the list: ${task.what}`, kind: "note" },
}))
