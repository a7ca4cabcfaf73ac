import { SECTORS, STAGES, type TERM_LISTS } from "@/db/vocabulary"
import { say, sayCount } from "../words"
import type { Change } from "./input"

const LISTS = { theme: "theme", service: "service", tag: "tag" } as const

/** What is given or taken, in words: the tag “Food”, the stage “Forming”. */
export type Named = { change: Change; name: string }

/** A word of the LIO's lists with the kind of list it is in. */
export const termInWords = ({ list, name }: { list: keyof typeof TERM_LISTS; name: string }) =>
  list === "client_group"
    ? say("“{name}” as people they help", { name })
    : say("the {lists} “{name}”", { lists: LISTS[list], name })

/** The words of a stage or a sector. */
export const wordOf = ({ kind, to }: Change) =>
  kind === "stage" ? `“${STAGES[to as keyof typeof STAGES]}”` : `“${SECTORS[to as keyof typeof SECTORS]}”`

/** "214 groups will get the tag “Food”." */
export function willInWords({ change, name }: Named, number: number): string {
  const them = sayCount(number, { one: "{count} group", other: "{count} groups" })
  switch (change.kind) {
    case "add-term":
      return say("{them} will get {name}.", { them, name })
    case "remove-term":
      return say("{them} will lose {name}.", { them, name })
    case "add-area":
      return say("{them} will serve {name}.", { them, name })
    case "remove-area":
      return say("{them} will no longer serve {name}.", { them, name })
    case "stage":
      return say("{them} will have the stage {name}.", { them, name })
    case "sector":
      return say("{them} will have the sector {name}.", { them, name })
    case "answer":
      return say("{them} will have {name}.", { them, name })
    case "remove":
      return say("{them} will be removed from the list.", { them })
  }
}

/** "3 have it already." */
export function alreadyInWords({ change }: Named, number: number): string {
  switch (change.kind) {
    case "add-term":
    case "stage":
    case "sector":
    case "answer":
      return sayCount(number, {
        one: "{count} group has it already.",
        other: "{count} groups have it already.",
      })
    case "remove-term":
      return sayCount(number, {
        one: "{count} group does not have it.",
        other: "{count} groups do not have it.",
      })
    case "add-area":
      return sayCount(number, {
        one: "{count} group serves it already.",
        other: "{count} groups serve it already.",
      })
    case "remove-area":
      return sayCount(number, {
        one: "{count} group does not serve it.",
        other: "{count} groups do not serve it.",
      })
    case "remove":
      return ""
  }
}

/** Why a group is left as it is: it is closed, or it has a membership that counts. */
export type Held = "closed" | "member"

/** "2 groups are closed …" */
export function heldInWords(why: Held, number: number): string {
  if (why === "closed")
    return sayCount(number, {
      one: "{count} group is closed and stays so. A closed group is opened again on its own page.",
      other: "{count} groups are closed and stay so. A closed group is opened again on its own page.",
    })
  return sayCount(number, {
    one: "{count} group has a membership that counts, and stays as now. End the membership first, on the group’s page “Membership”.",
    other:
      "{count} groups have a membership that counts, and stay as now. End the membership first, on the group’s page “Membership”.",
  })
}

/** What stands in the log of one group, without who did it. */
export function eventInWords({ change, name }: Named): string {
  switch (change.kind) {
    case "add-term":
      return say("Added {name}", { name })
    case "remove-term":
      return say("Took off {name}", { name })
    case "add-area":
      return say("Added {name} to the areas served", { name })
    case "remove-area":
      return say("Took {name} off the areas served", { name })
    case "stage":
      return say("Set the stage to {name}", { name })
    case "sector":
      return say("Set the sector to {name}", { name })
    case "answer":
      return say("Set {name}", { name })
    case "remove":
      return say("Removed from the list")
  }
}

/** "Added the tag “Food”: 214 groups". */
export const doneInWords = (named: Named, number: number) =>
  `${eventInWords(named)}: ${sayCount(number, { one: "{count} group", other: "{count} groups" })}`

/** What came of an undo: how many are as before, and how many were left alone. */
export const undoneInWords = ({ back, left }: { back: number; left: number }) =>
  left === 0
    ? sayCount(back, {
        one: "Undone. {count} group is as before.",
        other: "Undone. {count} groups are as before.",
      })
    : [
        sayCount(back, {
          one: "Undone. {count} group is as before.",
          other: "Undone. {count} groups are as before.",
        }),
        sayCount(left, {
          one: "{count} group was changed since, and stays as it is.",
          other: "{count} groups were changed since, and stay as they are.",
        }),
      ].join(" ")
