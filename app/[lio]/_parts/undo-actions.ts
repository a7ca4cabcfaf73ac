"use server"

import { backTo } from "@/app/_http/back-to"
import { submit } from "@/app/_http/submit"
import { undoAct } from "@/lib/undo/commands"
import { undoInput } from "@/lib/undo/input"

export const undoForm = submit(
  "undo",
  undoInput,
  undoAct,
  ({ path, text, kind, links = [] }, { lio, form }) => ({
    to: backTo(form.get("back"), lio) ?? `/${lio}/${path}`,
    banner: { text, kind, links: links.map(({ label, path }) => ({ label, href: `/${lio}/${path}` })) },
  }),
)
