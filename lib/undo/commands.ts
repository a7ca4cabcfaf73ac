import "server-only"
import type { Ctx } from "../access/ctx"
import type { RoomUndo, Undone } from "../access/room-type"
import { found } from "../errors"
import { ROOMS } from "../rooms"
import type { Undo } from "./input"

/** Undoes an act, by the room that did it. NotFound when it is not there; what the room refuses is thrown. */
export async function undoAct(ctx: Ctx, { what, id }: Undo): Promise<Undone> {
  const room = found(ROOMS.find((one) => "undoes" in one && (one.undoes as readonly string[]).includes(what)))
  const { undo } = (await import(`../${room.name}/undo.ts`)) as { undo: RoomUndo }
  return found(undo[what])(ctx, id)
}
