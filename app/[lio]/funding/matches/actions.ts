"use server"

import { z } from "zod"
import { submit } from "@/app/_http/submit"
import { lookAgain } from "@/lib/funding/grants/commands"
import { confirmAllSure, confirmMatch, pressMatch } from "@/lib/funding/grants/deciding/commands"
import { confirmAllInput, confirmMatchInput, pressMatchInput } from "@/lib/funding/grants/input"
import { say, sayCount } from "@/lib/words"

/** What a button beside a suggestion does. */
export const pressMatchForm = submit(
  "pressMatch",
  pressMatchInput,
  pressMatch,
  ({ act, id, group }, { lio }) => ({
    to: `/${lio}/funding/matches`,
    banner: {
      text:
        act === "confirm"
          ? say("Confirmed: {group} got this grant.", { group })
          : say("Noted: not {group}. It won’t be suggested again.", { group }),
      undo: { what: "grant" as const, id },
    },
  }),
)
/** Says which bid of the ledger it is, and our part in it. */
export const confirmMatchForm = submit(
  "confirmMatch",
  confirmMatchInput,
  confirmMatch,
  ({ id, bidId }, { lio }) => ({
    to: `/${lio}/funding/${bidId}`,
    banner: { text: say("Confirmed. It’s in the ledger."), undo: { what: "grant" as const, id } },
  }),
)
/** All by number at once. */
export const confirmAllForm = submit(
  "confirmAllSure",
  confirmAllInput,
  confirmAllSure,
  ({ acts, confirmed }, { lio }) => ({
    to: `/${lio}/funding/matches`,
    banner: {
      text: sayCount(confirmed, {
        one: "Confirmed {count} published grant. It’s in the ledger.",
        other: "Confirmed {count} published grants. They’re in the ledger.",
      }),
      undo: { what: "acts" as const, id: acts },
    },
  }),
)
/** Looks again which groups got them. */
export const lookAgainForm = submit("lookAgain", z.object({}), lookAgain, ({ changed }, { lio }) => ({
  to: `/${lio}/funding/matches`,
  banner: {
    text:
      changed === 0
        ? say("Looked again. Nothing has changed.")
        : sayCount(changed, {
            one: "Looked again. {count} suggestion has changed.",
            other: "Looked again. {count} suggestions have changed.",
          }),
  },
}))
