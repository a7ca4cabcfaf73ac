"use server"

import { submit } from "@/app/_http/submit"
import { changeMany, undoChange } from "@/lib/bulk/commands"
import { changeManyInput, undoChangeInput } from "@/lib/bulk/input"
import { undoneInWords } from "@/lib/bulk/words"

export const changeManyForm = submit(
  "changeMany",
  changeManyInput,
  async (ctx, input) => ({ ...(await changeMany(ctx, input)), from: input.from }),
  ({ id, summary, from }, { lio }) => ({
    to: `/${lio}/groups${from ? `?${from}` : ""}`,
    banner: {
      text: `${summary}. You can undo this for 24 hours.`,
      links: [{ label: "Changes to many groups", href: `/${lio}/groups/changes` }],
      undo: { what: "bulk", id },
    },
  }),
)

export const undoChangeForm = submit("undoChange", undoChangeInput, undoChange, (undone, { lio }) => ({
  to: `/${lio}/groups/changes`,
  banner: { text: undoneInWords(undone) },
}))
