"use server"

import { submit } from "@/app/_http/submit"
import { addSource, fetchNow, removeSource } from "@/lib/opportunities/sources/commands"
import { addSourceInput, sourceIdInput } from "@/lib/opportunities/sources/input"
import { say } from "@/lib/words"

const to = (lio: string, text: string) => ({ to: `/${lio}/opportunities/sources`, banner: { text } })

/** Adds an address from which notices are fetched. */
export const addOpportunitySourceForm = submit(
  "addOpportunitySource",
  addSourceInput,
  addSource,
  ({ name }, { lio }) =>
    to(lio, say("Added {name}. We’re fetching its notices for the first time.", { name })),
)
/** Removes one. */
export const removeOpportunitySourceForm = submit(
  "removeOpportunitySource",
  sourceIdInput,
  removeSource,
  ({ name }, { lio }) => to(lio, say("Removed {name}. What came from it stays.", { name })),
)
/** Fetches from one now. */
export const fetchOpportunitySourceForm = submit(
  "fetchOpportunitySource",
  sourceIdInput,
  fetchNow,
  ({ name }, { lio }) => to(lio, say("Fetching from {name}. Look again in a minute.", { name })),
)
