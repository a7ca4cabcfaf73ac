"use server"

import { submit } from "@/app/_http/submit"
import { changeView, lockView, removeView, saveView, shareView } from "@/lib/views/commands"
import { changeViewInput, saveViewInput, viewIdInput } from "@/lib/views/input"
import { say } from "@/lib/words"

type Where = { lio: string }

const toView = (view: { id: string; list: string; query: string }, text: string, { lio }: Where) => ({
  to: `/${lio}/${view.list}?${new URLSearchParams([...new URLSearchParams(view.query), ["view", view.id]])}`,
  banner: { text },
})

export const saveViewForm = submit("saveView", saveViewInput, saveView, (view, where) =>
  toView(view, say("Saved the view “{view}”", { view: view.name }), where),
)
export const changeViewForm = submit("changeView", changeViewInput, changeView, (view, where) =>
  toView(view, say("Changed the view “{view}”", { view: view.name }), where),
)
export const shareViewForm = submit("shareView", viewIdInput, shareView, (view, where) =>
  toView(
    view,
    view.shared
      ? say("The team now sees “{view}”", { view: view.name })
      : say("Only you see “{view}” now", { view: view.name }),
    where,
  ),
)
export const lockViewForm = submit("lockView", viewIdInput, lockView, (view, where) =>
  toView(
    view,
    view.locked
      ? say("Only managers can change “{view}” now", { view: view.name })
      : say("The team can change “{view}” again", { view: view.name }),
    where,
  ),
)
export const removeViewForm = submit("removeView", viewIdInput, removeView, (view, { lio }) => ({
  to: `/${lio}/${view.list}`,
  banner: { text: say("Removed the view “{view}”", { view: view.name }) },
}))
