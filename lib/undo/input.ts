import { z } from "zod"
import { ROOMS, type UndoKind } from "../rooms"

const KINDS = ROOMS.flatMap((room) => ("undoes" in room ? room.undoes : [])) as [UndoKind, ...UndoKind[]]

/** What the button in a banner undoes: the kind of act, and which. */
export const undoInput = z.object({ what: z.enum(KINDS), id: z.uuid() })
export type Undo = z.output<typeof undoInput>

/** Acts that were done together, as the log keeps them. */
export const severalInput = z.object({ what: z.enum(KINDS), ids: z.array(z.uuid()) })
