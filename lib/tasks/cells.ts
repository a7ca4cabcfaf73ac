import { eq } from "drizzle-orm"
import { tasks } from "@/db/schema"
import type { RoomCells } from "../access/room-type"
import { ensure, found } from "../errors"
import { colleagueOptions } from "../lists/choices/queries"
import { say } from "../words"
import { REFUSED } from "./commands"
import { changeTaskInput } from "./input"
import { changeTask } from "./moving/commands"
import { mayKeepTasks } from "./policy"

const NOBODY = { value: "", label: say("Nobody yet") }

/** How the parts of a task that stand in the list are opened and written. */
export const cells: RoomCells = {
  task: {
    async lock(ctx, id) {
      ensure(mayKeepTasks(ctx.actor), REFUSED)
      return ctx.tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.id, id)).for("update")
    },
    async open(ctx, { id, column }) {
      ensure(mayKeepTasks(ctx.actor), REFUSED)
      const [row] = await ctx.tx.select().from(tasks).where(eq(tasks.id, id))
      const task = found(row)
      const name = `“${task.what}”`
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
      const [row] = await ctx.tx.select().from(tasks).where(eq(tasks.id, id))
      const { what, assigneeId, dueOn, repeats } = found(row)
      const now = { id, what, assigneeId, dueOn, repeats }
      const to = changeTaskInput.parse(
        column === "due" ? { ...now, dueOn: said } : { ...now, assigneeId: said },
      )
      const { move } = await changeTask(ctx, to)
      return move
    },
  },
}
