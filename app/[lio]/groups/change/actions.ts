"use server"

import { backTo } from "@/app/_http/back-to"
import { submit } from "@/app/_http/submit"
import { changeMany } from "@/lib/bulk/commands"
import { changeManyInput } from "@/lib/bulk/input"
import { nameArea } from "@/lib/lios/areas/commands"
import { nameAreaInput } from "@/lib/lios/areas/input"
import { say } from "@/lib/words"

export const changeManyForm = submit(
  "changeMany",
  changeManyInput,
  async (ctx, input) => ({ ...(await changeMany(ctx, input)), from: input.from }),
  ({ id, summary, from }, { lio }) => ({
    to: `/${lio}/groups${from ? `?${from}` : ""}`,
    banner: {
      text: say("{summary}. You can undo this for 24 hours.", { summary }),
      links: [{ label: say("Bulk changes"), href: `/${lio}/groups/changes` }],
      undo: { what: "bulk", id },
    },
  }),
)

/** Adds an area that the list lacks, and comes back with it chosen. */
export const addAreaHereForm = submit("nameArea", nameAreaInput, nameArea, ({ id, name }, { lio, form }) => ({
  to: `${backTo(form.get("back"), lio) ?? `/${lio}/groups/change?kind=add-area`}&to=${id}`,
  banner: { text: say("Added {name} to the areas you serve", { name }) },
}))
