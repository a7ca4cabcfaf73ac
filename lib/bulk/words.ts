import { SECTORS, STAGES, type TERM_LISTS } from "@/db/vocabulary"
import { byNumber, plural } from "../words"
import type { Change } from "./input"

const LISTS = { theme: "theme", service: "service", tag: "tag" } as const

/** What is given or taken, in words: the tag “Food”, the stage “Forming”. */
export type Named = { change: Change; name: string }

/** A word of the LIO's lists with the kind of list it is in. */
export const termInWords = ({ list, name }: { list: keyof typeof TERM_LISTS; name: string }) =>
  list === "client_group" ? `“${name}” as people they help` : `the ${LISTS[list]} “${name}”`

/** The words of a stage or a sector. */
export const wordOf = ({ kind, to }: Change) =>
  kind === "stage" ? `“${STAGES[to as keyof typeof STAGES]}”` : `“${SECTORS[to as keyof typeof SECTORS]}”`

/** "214 groups will get the tag “Food”." */
export function willInWords({ change, name }: Named, number: number): string {
  const them = plural(number, "group")
  switch (change.kind) {
    case "add-term":
      return `${them} will get ${name}.`
    case "remove-term":
      return `${them} will lose ${name}.`
    case "add-area":
      return `${them} will serve ${name}.`
    case "remove-area":
      return `${them} will no longer serve ${name}.`
    case "stage":
      return `${them} will have the stage ${name}.`
    case "sector":
      return `${them} will have the sector ${name}.`
    case "answer":
      return `${them} will have ${name}.`
    case "remove":
      return `${them} will be removed from the list.`
  }
}

/** "3 have it already." */
export function alreadyInWords({ change }: Named, number: number): string {
  const one = number === 1
  switch (change.kind) {
    case "add-term":
    case "stage":
    case "sector":
    case "answer":
      return `${plural(number, "group")} ${one ? "has" : "have"} it already.`
    case "remove-term":
      return `${plural(number, "group")} ${one ? "does" : "do"} not have it.`
    case "add-area":
      return `${plural(number, "group")} ${one ? "serves" : "serve"} it already.`
    case "remove-area":
      return `${plural(number, "group")} ${one ? "does" : "do"} not serve it.`
    case "remove":
      return ""
  }
}

/** Why a group is left as it is: it is closed, or it has a membership that counts. */
export type Held = "closed" | "member"

/** "2 groups are closed …" */
export function heldInWords(why: Held, number: number): string {
  if (why === "closed")
    return `${plural(number, "group")} ${byNumber(number, "is", "are")} closed and ${byNumber(number, "stays", "stay")} so. A closed group is opened again on its own page.`
  return `${plural(number, "group")} ${byNumber(number, "has", "have")} a membership that counts, and ${byNumber(number, "stays", "stay")} as now. End the membership first, on the group’s page “Membership”.`
}

/** What stands in the log of one group, without who did it. */
export function eventInWords({ change, name }: Named): string {
  switch (change.kind) {
    case "add-term":
      return `Added ${name}`
    case "remove-term":
      return `Took off ${name}`
    case "add-area":
      return `Added ${name} to the areas served`
    case "remove-area":
      return `Took ${name} off the areas served`
    case "stage":
      return `Set the stage to ${name}`
    case "sector":
      return `Set the sector to ${name}`
    case "answer":
      return `Set ${name}`
    case "remove":
      return "Removed from the list"
  }
}

/** "Added the tag “Food”: 214 groups". */
export const doneInWords = (named: Named, number: number) =>
  `${eventInWords(named)}: ${plural(number, "group")}`

/** What came of an undo: how many are as before, and how many were left alone. */
export const undoneInWords = ({ back, left }: { back: number; left: number }) =>
  left === 0
    ? `Undone. ${plural(back, "group")} ${byNumber(back, "is", "are")} as before.`
    : `Undone. ${plural(back, "group")} ${byNumber(back, "is", "are")} as before. ${plural(left, "group")} ${byNumber(left, "was", "were")} changed since, and ${byNumber(left, "stays", "stay")} as now.`
