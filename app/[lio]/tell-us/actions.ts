"use server"

import { submitOutside } from "@/app/_http/submit"
import { tellForm as tellInput } from "@/lib/enquiries/input"
import { tellFrom } from "@/lib/enquiries/telling/commands"

/** Anybody tells the LIO about their group or idea. */
export const tellForm = submitOutside(tellInput, async ({ lio, ...said }, { from }) => {
  await tellFrom(lio, said, from)
  return `/${lio}/tell-us/sent`
})
