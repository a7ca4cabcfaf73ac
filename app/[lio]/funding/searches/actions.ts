"use server"

import { submit } from "@/app/_http/submit"
import {
  changeSearch,
  closeSearch,
  openSearch,
  reopenSearch,
  tellOfFunder,
} from "@/lib/funding/searches/commands"
import { changeSearchInput, openSearchInput, searchIdInput, tellInput } from "@/lib/funding/searches/input"
import { say } from "@/lib/words"

type Search = { id: string; what: string }
const one =
  (words: (what: string) => string) =>
  (search: Search, { lio }: { lio: string }) => ({
    to: `/${lio}/funding/searches/${search.id}`,
    banner: { text: words(search.what) },
  })

/** Notes what a group looks for. */
export const openSearchForm = submit(
  "openSearch",
  openSearchInput,
  openSearch,
  one((what) => say("Added: {what}. Funders that fit are shown below.", { what })),
)
/** Says it better. */
export const changeSearchForm = submit(
  "changeSearch",
  changeSearchInput,
  changeSearch,
  one((what) => say("Saved: {what}", { what })),
)
/** It is found, or not looked for any more. */
export const closeSearchForm = submit("closeSearch", searchIdInput, closeSearch, ({ id, what }, { lio }) => ({
  to: `/${lio}/funding/searches`,
  banner: {
    text: say("Closed: {what}", { what }),
    undo: { what: "funding-search" as const, id },
  },
}))
/** They look for it again. */
export const reopenSearchForm = submit(
  "reopenSearch",
  searchIdInput,
  reopenSearch,
  one((what) => say("Open again: {what}", { what })),
)
/** Tells the group of a funder. */
export const tellForm = submit(
  "tellOfFunder",
  tellInput,
  tellOfFunder,
  ({ way, funder, group, back }, { lio }) => ({
    to: `/${lio}/${back}`,
    banner: {
      text:
        way === "email"
          ? say("{group} will get an email about {funder}.", { group, funder })
          : say("Added a task: tell {group} about {funder}.", { group, funder }),
    },
  }),
)
