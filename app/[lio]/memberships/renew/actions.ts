"use server"

import { z } from "zod"
import { submitOutside } from "@/app/_http/submit"
import { renewByLink } from "@/lib/memberships/renewal/commands"
import { byRenewalLink } from "@/lib/memberships/renewal/queries"

const renewInput = z.object({
  lio: z.string().regex(/^[a-z][a-z0-9-]*$/),
  key: z.string().max(2000),
})

/** The one button behind a renewal letter. The same page then says what came of it. */
export const renewByLinkForm = submitOutside(renewInput, async ({ lio, key }) => {
  await byRenewalLink({ lio, key }, renewByLink)
  return `/${lio}/memberships/renew?${new URLSearchParams({ key })}`
})
