"use server"

import { submit } from "@/app/_http/submit"
import { changeView, lockView, removeView, saveView, shareView } from "@/lib/views/commands"
import { changeViewInput, saveViewInput, viewIdInput } from "@/lib/views/input"

type Where = { lio: string }

const toView = (view: { id: string; list: string; query: string }, text: string, { lio }: Where) => ({
  to: `/${lio}/${view.list}?${new URLSearchParams([...new URLSearchParams(view.query), ["view", view.id]])}`,
  banner: { text },
})

export const saveViewForm = submit("saveView", saveViewInput, saveView, (view, where) =>
  toView(view, `Saved the view “${view.name}”`, where),
)
export const changeViewForm = submit("changeView", changeViewInput, changeView, (view, where) =>
  toView(view, `Changed the view “${view.name}”`, where),
)
export const shareViewForm = submit("shareView", viewIdInput, shareView, (view, where) =>
  toView(view, view.shared ? `The team now sees “${view.name}”` : `Only you see “${view.name}” now`, where),
)
export const lockViewForm = submit("lockView", viewIdInput, lockView, (view, where) =>
  toView(
    view,
    view.locked ? `Only managers can change “${view.name}” now` : `The team can change “${view.name}” again`,
    where,
  ),
)
export const removeViewForm = submit("removeView", viewIdInput, removeView, (view, { lio }) => ({
  to: `/${lio}/${view.list}`,
  banner: { text: `Removed the view “${view.name}”` },
}))
