import { eq } from "drizzle-orm"
import { needs } from "@/db/schema"
import type { RoomCells } from "../access/room-type"
import { ensure } from "../errors"
import { mayNameAreas } from "../lios/policy"
import { say } from "../words"
import { changeNeed } from "./commands"
import { changeNeedInput } from "./input"
import { mayKeepNeeds } from "./policy"
import { getNeed, listNeedChoices } from "./queries"

/** How the cells of the register of needs are opened and written. */
export const cells: RoomCells = {
  need: {
    lock: (ctx, id) => ctx.tx.select({ id: needs.id }).from(needs).where(eq(needs.id, id)).for("update"),
    async open(ctx, { id, column }) {
      ensure(mayKeepNeeds(ctx.actor), say("Only workers and managers keep the register of needs."))
      const [need, { areas, themes }] = await Promise.all([getNeed(ctx, id), listNeedChoices(ctx)])
      const [label, all, chosen, hint] =
        column === "area"
          ? [say("Areas"), areas, need.areas, say("Leave all of them unticked for the whole district.")]
          : [say("Themes"), themes, need.themes, undefined]
      return {
        name: `“${need.title}”`,
        label,
        kind: "several",
        hint,
        options: all.map((one) => ({ value: one.id, label: one.name })),
        value: chosen.map((one) => one.id),
        ...(column === "area" && mayNameAreas(ctx.actor) ? { adds: "area" } : {}),
      }
    },
    async write(ctx, { id, column, value }) {
      const { areaIds, themeIds } = changeNeedInput
        .pick({ areaIds: true, themeIds: true })
        .parse({ areaIds: value, themeIds: value })
      const { change } = await changeNeed(ctx, column === "area" ? { id, areaIds } : { id, themeIds })
      return change
    },
  },
}
