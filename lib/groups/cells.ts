import type { RoomCells } from "../access/room-type"
import { writeCell } from "./list/cells/commands"
import { openCell } from "./list/cells/queries"
import { lockGroup } from "./queries"

/** How the cells of the list of groups are opened and written. */
export const cells: RoomCells = { group: { lock: lockGroup, open: openCell, write: writeCell } }
