"use server"

import { submit } from "@/app/_http/submit"
import {
  addOpportunity,
  changeOpportunity,
  hideOpportunity,
  noteOpportunity,
  showOpportunity,
} from "@/lib/opportunities/commands"
import {
  addOpportunityInput,
  changeOpportunityInput,
  noteOpportunityInput,
  opportunityIdInput,
} from "@/lib/opportunities/input"
import { say } from "@/lib/words"

const to = (lio: string, id: string, text: string) => ({
  to: `/${lio}/opportunities/${id}`,
  banner: { text },
})

/** Adds an opportunity by hand. */
export const addOpportunityForm = submit(
  "addOpportunity",
  addOpportunityInput,
  addOpportunity,
  ({ id }, { lio }) => to(lio, id, say("Added. Your groups can see it now.")),
)
/** Says it better. */
export const changeOpportunityForm = submit(
  "changeOpportunity",
  changeOpportunityInput,
  changeOpportunity,
  ({ id }, { lio }) => to(lio, id, say("Saved the opportunity")),
)
/** Hides it from groups. */
export const hideOpportunityForm = submit(
  "hideOpportunity",
  opportunityIdInput,
  hideOpportunity,
  ({ id }, { lio }) => to(lio, id, say("Hidden. Only staff can see it now.")),
)
/** Shows it to groups again. */
export const showOpportunityForm = submit(
  "showOpportunity",
  opportunityIdInput,
  showOpportunity,
  ({ id }, { lio }) => to(lio, id, say("Your groups can see it again.")),
)
/** Says what we think of it. */
export const noteOpportunityForm = submit(
  "noteOpportunity",
  noteOpportunityInput,
  noteOpportunity,
  ({ id }, { lio }) => to(lio, id, say("Saved your note")),
)
