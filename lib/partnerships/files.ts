import { eq } from "drizzle-orm"
import { nominations } from "@/db/schema"
import type { RoomFiles } from "../access/room-type"
import { found } from "../errors"
import { say } from "../words"
import { mayKeepBoards, mayReadAllBoards, mayReadBoard } from "./policy"
import { getBoard } from "./queries"

/** Papers of a board: agendas, minutes, plans. Staff put them on; its representatives read them, and others where it’s said. */
export const files: RoomFiles = {
  board: async (ctx, id) => {
    const board = await getBoard(ctx, id)
    found(mayReadBoard(ctx.actor, id) || null)
    return {
      title: board.name,
      path: `${ctx.actor.kind === "staff" ? "partnerships" : "representing"}/${id}`,
      groupId: null,
      mayChange: mayKeepBoards(ctx.actor),
      audiences: {
        [`board:${id}`]: say("Its representatives and staff"),
        members: say("All our groups"),
        public: say("Anybody"),
        staff: say("Staff only"),
      },
    }
  },
  // A picture of whoever was put up: they send it by their link, and staff look at it as they check the nomination.
  nomination: async (ctx, id) => {
    found(mayReadAllBoards(ctx.actor) || null)
    const [row] = await ctx.tx
      .select({ electionId: nominations.electionId, name: nominations.name })
      .from(nominations)
      .where(eq(nominations.id, id))
    const { electionId, name } = found(row)
    return {
      title: name,
      path: `partnerships/elections/${electionId}`,
      groupId: null,
      mayChange: false,
      audiences: { staff: say("Whoever may read about the vote") },
    }
  },
}
