import type { RoomUndo } from "../access/room-type"
import { say } from "../words"
import { undoChange } from "./commands"

/** How an act of the room is undone. */
export const undo: RoomUndo = {
  person: async (ctx, id) => {
    const person = await undoChange(ctx, id)
    return { path: `people/${person.id}`, text: say("Undone: {name} is as before", { name: person.name }) }
  },
}
