"use server"

import { z } from "zod"
import { submit } from "@/app/_http/submit"
import { loadExamples, removeExamples } from "@/lib/examples/commands"
import { acceptStarters, restoreChecklist } from "@/lib/home/starting/commands"
import { acceptStartersInput } from "@/lib/home/starting/input"
import { nameAreas } from "@/lib/lios/areas/commands"
import { nameAreasInput } from "@/lib/lios/areas/input"
import { byNumber, plural, say, sayCount } from "@/lib/words"

/** Takes the ticked words and kinds of membership onto the lists. */
export const acceptStartersForm = submit(
  "acceptStarters",
  acceptStartersInput,
  acceptStarters,
  ({ words, kinds }, { lio }) => ({
    to: `/${lio}/settings/start`,
    banner: {
      text: sayCount(
        words,
        {
          one: "Added {count} word and {kinds}. You can rename or retire any of them.",
          other: "Added {count} words and {kinds}. You can rename or retire any of them.",
        },
        {
          kinds: sayCount(kinds, {
            one: "{count} kind of membership",
            other: "{count} kinds of membership",
          }),
        },
      ),
    },
  }),
)

/** Adds areas by their names. */
export const nameAreasForm = submit("nameAreas", nameAreasInput, nameAreas, ({ added, known }, { lio }) => ({
  to: `/${lio}/settings/start`,
  banner: {
    text: `Added ${plural(added, "area")}${known > 0 ? `. ${plural(known, "was", "were")} on your list already.` : ""}`,
  },
}))

/** Fills an LIO without groups with example data. */
export const loadExamplesForm = submit("loadExamples", z.object({}), loadExamples, ({ groups }, { lio }) => ({
  to: `/${lio}/home`,
  banner: {
    text: `Loaded example data with ${plural(groups, "group")}. Look round as you like.`,
    links: [
      { label: say("See the groups"), href: `/${lio}/groups` },
      { label: say("Remove it again"), href: `/${lio}/settings/start#examples` },
    ],
  },
}))

/** Takes the example data away. */
export const removeExamplesForm = submit(
  "removeExamples",
  z.object({}),
  removeExamples,
  ({ stay }, { lio }) => ({
    to: `/${lio}/home`,
    banner: {
      text: `Removed the example data${stay > 0 ? `. ${plural(stay, "group")} on which you’ve added something ${byNumber(stay, "is", "are")} yours now.` : ""}`,
    },
  }),
)

/** Brings the checklist back to Today. */
export const restoreChecklistForm = submit(
  "restoreChecklist",
  z.object({}),
  restoreChecklist,
  (_id, { lio }) => ({
    to: `/${lio}/home`,
    banner: { text: say("The checklist is back") },
  }),
)
