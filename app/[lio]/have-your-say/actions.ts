"use server"

import { submitOutside } from "@/app/_http/submit"
import { confirmForYourself } from "@/lib/consultations/individuals/commands"
import { confirmByLinkInput, sayForYourselfForm } from "@/lib/consultations/individuals/input"
import { sayFrom } from "@/lib/consultations/individuals/public/commands"
import { byIndividualLink } from "@/lib/consultations/individuals/queries"

/** Anybody answers an open consultation for themselves. */
export const sayForm = submitOutside(sayForYourselfForm, async ({ lio, ...said }, { from }) => {
  await sayFrom(lio, said, from)
  return `/${lio}/have-your-say/sent`
})

/** Whoever did confirms it with the link in their email, or changes it. */
export const confirmByLinkForm = submitOutside(confirmByLinkInput, async ({ lio, key, said }) => {
  await byIndividualLink({ lio, key }, (ctx, own) => confirmForYourself(ctx, own, said))
  return `/${lio}/have-your-say/answer?${new URLSearchParams({ key, saved: "yes" })}`
})
