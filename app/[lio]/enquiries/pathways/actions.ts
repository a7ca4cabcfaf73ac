"use server"

import { submit } from "@/app/_http/submit"
import {
  addPathway,
  changePathway,
  retirePathway,
  sharePathway,
  takePathway,
} from "@/lib/enquiries/pathways/commands"
import {
  addPathwayInput,
  changePathwayInput,
  pathwayIdInput,
  sharePathwayInput,
} from "@/lib/enquiries/pathways/input"
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
/** Shares a pathway with the other LIOs, or no longer. */
export const sharePathwayForm = submit(
  "sharePathway",
  sharePathwayInput,
  sharePathway,
  ({ name, shared }, { lio }) => ({
    to: list(lio),
    banner: {
      text: shared
        ? say("The other organisations here can take “{name}” now", { name })
        : say("“{name}” isn’t shared any more. Whoever has taken it keeps it.", { name }),
    },
  }),
)
/** Takes over a shared pathway. */
export const takePathwayForm = submit(
  "takePathway",
  pathwayIdInput,
  takePathway,
  ({ id, name }, { lio }) => ({
    to: `${list(lio)}/${id}`,
    banner: { text: say("“{name}” is one of your pathways now. Change it as you like.", { name }) },
  }),
)
