"use server"

import { submit } from "@/app/_http/submit"
import { undoAct } from "@/lib/undo/commands"
import { undoInput } from "@/lib/undo/input"

export const undoForm = submit("undo", undoInput, undoAct, ({ path, text, kind, links = [] }, { lio }) => ({
  to: `/${lio}/${path}`,
  banner: { text, kind, links: links.map(({ label, path }) => ({ label, href: `/${lio}/${path}` })) },
}))
