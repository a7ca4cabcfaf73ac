import { FUNCTIONS, keys, SESSION_KINDS } from "@/db/vocabulary"
import type { RoomCells } from "../access/room-type"
import { formatShortDate, say } from "../words"
import { changeWork, lockSession } from "./change/commands"
import { workInput } from "./input"

/** How the cells of the list of sessions are opened and written. */
export const cells: RoomCells = {
  session: {
    lock: lockSession,
    async open(ctx, { id, column }) {
      const { on, kind, minutes, function: counted } = await lockSession(ctx, id)
      const name = `${SESSION_KINDS[kind]}, ${formatShortDate(on)}`
      if (column === "minutes")
        return { name, label: say("Minutes"), kind: "typed", options: [], value: [String(minutes)] }
      const options = keys(FUNCTIONS).map((value) => ({ value, label: FUNCTIONS[value] }))
      return { name, label: say("Type of work"), kind: "one", options, value: [counted] }
    },
    write: (ctx, { id, column, value: [said = ""] }) =>
      changeWork(
        ctx,
        id,
        column === "minutes"
          ? { minutes: workInput.minutes.parse(said) }
          : { function: workInput.function.parse(said) },
      ),
  },
}
