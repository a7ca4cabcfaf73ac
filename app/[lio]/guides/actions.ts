"use server"

import { submitOutside } from "@/app/_http/submit"
import { remarkInput } from "@/lib/guides/input"
import { remarkFrom } from "@/lib/guides/remarks/commands"

/** Anybody says whether a guide was useful. */
export const remarkForm = submitOutside(remarkInput, async (remark, { from }) => {
  await remarkFrom(remark, from)
  return `/${remark.lio}/guides/${remark.slug}?said=1#was-it-useful`
})
