"use server"

import { submit } from "@/app/_http/submit"
import { askAgain, setApart } from "@/lib/duplicates/commands"
import { mergeGroups } from "@/lib/duplicates/merging/commands"
import { apartInput, mergeForm } from "@/lib/duplicates/merging/input"
import { say, sayCount } from "@/lib/words"

export const setApartForm = submit("setApart", apartInput, setApart, ({ one, other }, { lio }) => ({
  to: `/${lio}/groups/duplicates`,
  banner: { text: say("{one} and {other} are two. They will not be offered again.", { one, other }) },
}))

export const askAgainForm = submit("askAgain", apartInput, askAgain, ({ one, other }, { lio }) => ({
  to: `/${lio}/groups/duplicates?show=apart`,
  banner: { text: say("{one} and {other} are offered again.", { one, other }) },
}))

export const mergeGroupsForm = submit("mergeGroups", mergeForm, mergeGroups, (merge, { lio }) => ({
  to: `/${lio}/groups/${merge.keptId}`,
  banner: {
    text:
      merge.moved === 0
        ? say(
            "The two are one: {group}. Nothing else hung on the other one. You can undo this at any time.",
            { group: merge.name },
          )
        : sayCount(
            merge.moved,
            {
              one: "The two are one: {group}. {count} thing that hung on the other one came along. You can undo this at any time.",
              other:
                "The two are one: {group}. {count} things that hung on the other one came along. You can undo this at any time.",
            },
            { group: merge.name },
          ),
    links: [{ label: say("All merges"), href: `/${lio}/groups/merges` }],
    undo: { what: "merge", id: merge.id },
  },
}))
