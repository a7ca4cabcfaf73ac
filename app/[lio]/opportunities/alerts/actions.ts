"use server"

import { submit } from "@/app/_http/submit"
import { removeAlert, saveAlert } from "@/lib/opportunities/alerts/commands"
import { alertIdInput, saveAlertInput } from "@/lib/opportunities/alerts/input"
import { say } from "@/lib/words"

const to = (lio: string, text: string) => ({ to: `/${lio}/opportunities/alerts`, banner: { text } })

/** Keeps a search: what is new stands in the digest. */
export const saveAlertForm = submit("saveAlert", saveAlertInput, saveAlert, ({ name }, { lio }) =>
  to(lio, say("Saved “{name}”. What’s new and fits it will be in your digest.", { name })),
)
/** Forgets it. */
export const removeAlertForm = submit("removeAlert", alertIdInput, removeAlert, ({ name }, { lio }) =>
  to(lio, say("Removed “{name}”. You won’t hear of it any more.", { name })),
)
