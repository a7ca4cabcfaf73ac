"use server"

import { submit } from "@/app/_http/submit"
import { askPeople } from "@/lib/consultations/individuals/commands"
import { askPeopleInput } from "@/lib/consultations/individuals/input"
import { askAlso, dontAsk } from "@/lib/consultations/invitations/single/commands"
import { askAlsoInput, dontAskInput } from "@/lib/consultations/invitations/single/input"
import { say, sayCount } from "@/lib/words"
import { addressOf } from "../../_parts/paths"

/** Lets people answer for themselves as well, or no longer. */
export const askPeopleForm = submit(
  "askPeople",
  askPeopleInput,
  askPeople,
  ({ id, individuals }, { lio }) => ({
    to: addressOf(lio, id, "audience"),
    banner: {
      text: individuals
        ? say("Saved. People can answer for themselves while it’s open.")
        : say("Saved. Only groups can answer."),
    },
  }),
)

const groupsAsked = (asked: number) => sayCount(asked, { one: "{count} group", other: "{count} groups" })

/** Asks groups one by one, besides the audience. */
export const askAlsoForm = submit("askAlso", askAlsoInput, askAlso, ({ id, asked, letters }, { lio }) => ({
  to: addressOf(lio, id, "audience"),
  banner: {
    text:
      letters === null
        ? say("Saved. Nobody has been asked yet.")
        : say("Asked {groups}. {emails}", {
            groups: groupsAsked(asked),
            emails: sayCount(letters, {
              one: "{count} email is on the way.",
              other: "{count} emails are on the way.",
            }),
          }),
  },
}))

/** Leaves one of them out again. */
export const dontAskForm = submit("dontAsk", dontAskInput, dontAsk, ({ id }, { lio }) => ({
  to: addressOf(lio, id, "audience"),
  banner: { text: say("Saved. Nobody has been asked yet.") },
}))
