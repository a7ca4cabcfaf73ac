"use server"

import { submit } from "@/app/_http/submit"
import { addPathway, changePathway, retirePathway } from "@/lib/enquiries/pathways/commands"
import { addPathwayInput, changePathwayInput, pathwayIdInput } from "@/lib/enquiries/pathways/input"
import { say } from "@/lib/words"

const list = (lio: string) => `/${lio}/enquiries/pathways`

/** Keeps a new pathway. */
export const addPathwayForm = submit("addPathway", addPathwayInput, addPathway, ({ name }, { lio }) => ({
  to: list(lio),
  banner: { text: say("Added the pathway “{name}”", { name }) },
}))
/** Changes a pathway. */
export const changePathwayForm = submit(
  "changePathway",
  changePathwayInput,
  changePathway,
  ({ name }, { lio }) => ({ to: list(lio), banner: { text: say("Saved the pathway “{name}”", { name }) } }),
)
/** Offers a pathway no more. */
export const retirePathwayForm = submit(
  "retirePathway",
  pathwayIdInput,
  retirePathway,
  ({ name }, { lio }) => ({
    to: list(lio),
    banner: { text: say("“{name}” isn’t offered any more. Enquiries that are on it go on.", { name }) },
  }),
)
