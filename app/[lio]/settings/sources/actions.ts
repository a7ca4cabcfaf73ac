"use server"

import { submit } from "@/app/_http/submit"
import { addSource, changeSource, checkSource, removeSource, setSource } from "@/lib/support-sources/commands"
import { changeSourceInput, setSourceInput, sourceFields, sourceIdInput } from "@/lib/support-sources/input"
import { say } from "@/lib/words"

const toAll = (lio: string, text: string) => ({ to: `/${lio}/settings/sources`, banner: { text } })

/** Lists another source of support. */
export const addSourceForm = submit("addSource", sourceFields, addSource, ({ id, name }, { lio }) => ({
  to: `/${lio}/settings/sources/${id}`,
  banner: { text: say("Added {name}. Publish it when it’s ready.", { name }) },
}))
/** Changes what is said of it. */
export const changeSourceForm = submit("changeSource", changeSourceInput, changeSource, ({ name }, { lio }) =>
  toAll(lio, say("Saved {name}", { name })),
)
/** Publishes it, or takes it out of the finder. */
export const setSourceForm = submit("setSource", setSourceInput, setSource, ({ name, to }, { lio }) =>
  toAll(
    lio,
    to === "published"
      ? say("{name} is in the finder now", { name })
      : say("{name} isn’t in the finder any more", { name }),
  ),
)
/** Says that all of it is still right. */
export const checkSourceForm = submit("checkSource", sourceIdInput, checkSource, ({ name }, { lio }) =>
  toAll(lio, say("{name} is marked as checked today", { name })),
)
/** Takes it off the list for good. */
export const removeSourceForm = submit("removeSource", sourceIdInput, removeSource, ({ name }, { lio }) =>
  toAll(lio, say("Removed {name}", { name })),
)
