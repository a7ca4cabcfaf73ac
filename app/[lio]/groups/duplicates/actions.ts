"use server"

import { submit } from "@/app/_http/submit"
import { askAgain, setApart } from "@/lib/duplicates/commands"
import { mergeGroups } from "@/lib/duplicates/merging/commands"
import { apartInput, mergeForm } from "@/lib/duplicates/merging/input"
import { plural } from "@/lib/words"

export const setApartForm = submit("setApart", apartInput, setApart, ({ one, other }, { lio }) => ({
  to: `/${lio}/groups/duplicates`,
  banner: { text: `${one} and ${other} are two. They will not be offered again.` },
}))

export const askAgainForm = submit("askAgain", apartInput, askAgain, ({ one, other }, { lio }) => ({
  to: `/${lio}/groups/duplicates?show=apart`,
  banner: { text: `${one} and ${other} are offered again.` },
}))

export const mergeGroupsForm = submit("mergeGroups", mergeForm, mergeGroups, (merge, { lio }) => ({
  to: `/${lio}/groups/${merge.keptId}`,
  banner: {
    text: `The two are one: ${merge.name}. ${merge.moved === 0 ? "Nothing else hung on the other one." : `${plural(merge.moved, "thing")} that hung on the other one came along.`} You can undo this at any time.`,
    links: [{ label: "All merges", href: `/${lio}/groups/merges` }],
    undo: { what: "merge", id: merge.id },
  },
}))
