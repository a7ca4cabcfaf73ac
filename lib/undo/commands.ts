import "server-only"
import type { Ctx } from "../access/ctx"
import type { RoomUndo, Undone } from "../access/room-type"
import { found, RuleBroken } from "../errors"
import { record } from "../journal/commands"
import { getChange } from "../journal/queries"
import { ROOMS } from "../rooms"
import { say, sayCount } from "../words"
import { severalInput, type Undo } from "./input"

/** Undoes an act, by the room that did it. NotFound when it is not there; what the room refuses is thrown. */
export async function undoAct(ctx: Ctx, { what, id }: Undo): Promise<Undone> {
  if (what === "acts") return undoSeveral(ctx, id)
  const room = found(ROOMS.find((one) => "undoes" in one && (one.undoes as readonly string[]).includes(what)))
  const { undo } = (await import(`../${room.name}/undo.ts`)) as { undo: RoomUndo }
  return found(undo[what])(ctx, id)
}

/** Undoes acts that were done together, for whoever may undo each; one that something happened to since stays as it is. */
async function undoSeveral(ctx: Ctx, id: string): Promise<Undone> {
  const { to } = await getChange(ctx, id, ["acts.done"])
  const { what, ids } = severalInput.parse(to)
  let path = ""
  const stay: string[] = []
  for (const one of ids) {
    try {
      const undone = await undoAct(ctx, { what, id: one })
      path = undone.path.split("/")[0] ?? ""
    } catch (refusal) {
      if (!(refusal instanceof RuleBroken)) throw refusal
      stay.push(refusal.message)
    }
  }
  if (stay.length === ids.length) throw new RuleBroken(stay[0] ?? say("These have been undone already."))
  await record(ctx, {
    what: "acts.undone",
    subject: ["acts", ctx.lio.id],
    summary: sayCount(ids.length - stay.length, {
      one: "Undid {count} thing",
      other: "Undid {count} things at once",
    }),
    to: { what, ids },
  })
  const text =
    stay.length === 0
      ? sayCount(ids.length, {
          one: "Undone: it is as it was before",
          other: "Undone: all {count} are as they were before",
        })
      : say(
          "Undone for {done} of {all}. The others have been changed again since, so they stay as they are.",
          { done: ids.length - stay.length, all: ids.length },
        )
  return { path, text, kind: stay.length === 0 ? "done" : "note" }
}
