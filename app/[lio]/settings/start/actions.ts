"use server"

import { z } from "zod"
import { submit } from "@/app/_http/submit"
import { loadExamples, removeExamples } from "@/lib/examples/commands"
import { acceptStarters, restoreChecklist } from "@/lib/home/starting/commands"
import { acceptStartersInput } from "@/lib/home/starting/input"
import { nameAreas } from "@/lib/lios/areas/commands"
import { nameAreasInput } from "@/lib/lios/areas/input"
import { say, sayCount } from "@/lib/words"

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
    text: [
      sayCount(added, { one: "Added {count} area.", other: "Added {count} areas." }),
      ...(known > 0
        ? [
            sayCount(known, {
              one: "{count} was on your list already.",
              other: "{count} were on your list already.",
            }),
          ]
        : []),
    ].join(" "),
  },
}))

/** Fills an LIO without groups with example data. */
export const loadExamplesForm = submit("loadExamples", z.object({}), loadExamples, ({ groups }, { lio }) => ({
  to: `/${lio}/home`,
  banner: {
    text: sayCount(groups, {
      one: "Loaded example data with {count} group. Look round as you like.",
      other: "Loaded example data with {count} groups. Look round as you like.",
    }),
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
      text:
        stay > 0
          ? sayCount(stay, {
              one: "Removed the example data. You’d added something to {count} example, so that one is yours now.",
              other:
                "Removed the example data. You’d added something to {count} examples, so those are yours now.",
            })
          : say("Removed the example data"),
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
