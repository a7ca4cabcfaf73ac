"use server"

import { submit } from "@/app/_http/submit"
import { changeMany } from "@/lib/bulk/commands"
import { changeManyInput } from "@/lib/bulk/input"

export const changeManyForm = submit(
  "changeMany",
  changeManyInput,
  async (ctx, input) => ({ ...(await changeMany(ctx, input)), from: input.from }),
  ({ id, summary, from }, { lio }) => ({
    to: `/${lio}/groups${from ? `?${from}` : ""}`,
    banner: {
      text: `${summary}. You can undo this for 24 hours.`,
      links: [{ label: "Bulk changes", href: `/${lio}/groups/changes` }],
      undo: { what: "bulk", id },
    },
  }),
)
