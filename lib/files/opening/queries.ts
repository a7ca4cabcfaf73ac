import "server-only"
import type { Ctx } from "../../access/ctx"
import type { OpenedForFiles, RoomFiles } from "../../access/room-type"
import { found } from "../../errors"
import { ROOMS } from "../../rooms"

/** The thing that files are on, as its room opens it for the asker. NotFound for what no room opens, or may not be seen. */
export async function openForFiles(ctx: Ctx, kind: string, id: string): Promise<OpenedForFiles> {
  const room = found(
    ROOMS.find((one) => "opensFiles" in one && (one.opensFiles as readonly string[]).includes(kind)),
  )
  const { files } = (await import(`../../${room.name}/files.ts`)) as { files: RoomFiles }
  return found(files[kind])(ctx, id)
}
