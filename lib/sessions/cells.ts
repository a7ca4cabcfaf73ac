import { FUNCTIONS, keys } from "@/db/vocabulary"
import type { RoomCells } from "../access/room-type"
import { formatShortDate, say } from "../words"
import { changeWork, lockSession, readSession } from "./change/commands"
import { workInput } from "./input"
import { typeName } from "./types/queries"
import { kindInWords } from "./words"

/** How the cells of the list of sessions are opened and written. */
export const cells: RoomCells = {
  session: {
    lock: lockSession,
    async open(ctx, { id, column }) {
      const { on, kind, typeId, minutes, function: counted } = await readSession(ctx, id)
      const name = `${kindInWords({ kind, type: await typeName(ctx, typeId) })}, ${formatShortDate(on)}`
      if (column === "minutes")
        return { name, label: say("Minutes"), kind: "typed", options: [], value: [String(minutes)] }
      const options = keys(FUNCTIONS).map((value) => ({ value, label: FUNCTIONS[value] }))
      return { name, label: say("Function"), kind: "one", options, value: [counted] }
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
