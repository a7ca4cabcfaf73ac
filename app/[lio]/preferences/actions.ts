"use server"

import { submit, submitOutside } from "@/app/_http/submit"
import { choosePreferences, choosePreferencesFor, stopOrNot } from "@/lib/email/preferences/commands"
import { preferencesByLink, preferencesInput, stopInput } from "@/lib/email/preferences/input"
import { byLink, byLinkInEach } from "@/lib/email/preferences/queries"
import { say } from "@/lib/words"

/** Somebody signed in chooses which emails they get. */
export const choosePreferencesForm = submit(
  "choosePreferences",
  preferencesInput,
  choosePreferences,
  (_done, { lio }) => ({
    to: `/${lio}/preferences`,
    banner: { text: say("Saved. This is how much email you get from now on.") },
  }),
)

/** The same without signing in, by a link from a letter. */
export const choosePreferencesByLinkForm = submitOutside(
  preferencesByLink,
  async ({ lio, token, ...wanted }) => {
    await byLink({ lio, token, purpose: "preferences" }, (ctx, { personId }) =>
      choosePreferencesFor(ctx, personId, wanted),
    )
    return `/${lio}/preferences?${new URLSearchParams({ token, saved: "yes" })}`
  },
)

/** A button of the page behind "Stop these emails". */
export const stopForm = submitOutside(stopInput, async ({ lio, token, what }) => {
  await byLinkInEach({ lio, token, purpose: "unsubscribe" }, (ctx, { personId, about }) =>
    stopOrNot(ctx, personId, about ?? "digest", what),
  )
  return `/${lio}/unsubscribe?${new URLSearchParams({ token, now: what })}`
})
