import { eq } from "drizzle-orm"
import { tasks } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import type { RoomCells } from "../access/room-type"
import { ensure, found } from "../errors"
import { colleagueOptions } from "../lists/choices/queries"
import { say } from "../words"
import { REFUSED } from "./commands"
import { changeTaskInput } from "./input"
import { changeTask } from "./moving/commands"
import { mayKeepTasks } from "./policy"
import { partsOf } from "./words"

const NOBODY = { value: "", label: say("Nobody yet") }

/** The task, for who may change it; `lock`: kept from others until this is done. */
async function readTask(ctx: Ctx, id: string, { lock = false } = {}) {
  ensure(mayKeepTasks(ctx.actor), REFUSED)
  const read = ctx.tx.select().from(tasks).where(eq(tasks.id, id))
  const [row] = await (lock ? read.for("update") : read)
  return found(row)
}
const lockTask = (ctx: Ctx, id: string) => readTask(ctx, id, { lock: true })

/** How the parts of a task that stand in the list are opened and written. */
export const cells: RoomCells = {
  task: {
    lock: lockTask,
    async open(ctx, { id, column }) {
      const task = await readTask(ctx, id)
      const name = `“${partsOf(task.what).words}”`
      if (column === "due")
        return { name, label: say("Due"), kind: "day", options: [], value: [task.dueOn ?? ""] }
      return {
        name,
        label: say("Assigned to"),
        kind: "one",
        options: [...(await colleagueOptions(ctx)), NOBODY],
        value: [task.assigneeId ?? ""],
      }
    },
    async write(ctx, { id, column, value: [said = ""] }) {
      const { what, assigneeId, dueOn, repeats } = await lockTask(ctx, id)
      const now = { id, what, assigneeId, dueOn, repeats }
      const to = changeTaskInput.parse(
        column === "due" ? { ...now, dueOn: said } : { ...now, assigneeId: said },
      )
      const { move } = await changeTask(ctx, to)
      return move
    },
  },
}
