"use server"

import { submit } from "@/app/_http/submit"
import { changeMany } from "@/lib/bulk/commands"
import { changeManyInput } from "@/lib/bulk/input"
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
