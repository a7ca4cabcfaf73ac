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
      const [label, all, chosen, none] =
        column === "area"
          ? [say("Area"), areas, need.areaId, say("Whole district")]
          : [say("Theme"), themes, need.themeId, say("No theme")]
      return {
        name: `“${need.title}”`,
        label,
        kind: "one",
        options: [...all.map((one) => ({ value: one.id, label: one.name })), { value: "", label: none }],
        value: [chosen ?? ""],
        ...(column === "area" && mayNameAreas(ctx.actor) ? { adds: "area" } : {}),
      }
    },
    async write(ctx, { id, column, value: [chosen = ""] }) {
      const { areaId, themeId } = changeNeedInput
        .pick({ areaId: true, themeId: true })
        .parse({ areaId: chosen, themeId: chosen })
      const { change } = await changeNeed(ctx, column === "area" ? { id, areaId } : { id, themeId })
      return change
    },
  },
}
