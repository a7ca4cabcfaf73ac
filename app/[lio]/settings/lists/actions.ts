"use server"

import { submit } from "@/app/_http/submit"
import {
  addTerm,
  meanTerm,
  mergeTerm,
  offerTerm,
  renameTerm,
  retireTerm,
  showTerm,
} from "@/lib/word-lists/commands"
import {
  addTermInput,
  meanTermInput,
  mergeTermInput,
  renameTermInput,
  showTermInput,
  termIdInput,
} from "@/lib/word-lists/input"
import { say, sayCount } from "@/lib/words"

const toLists = (text: string, { lio }: { lio: string }) => ({
  to: `/${lio}/settings/lists`,
  banner: { text },
})

export const addTermForm = submit("addTerm", addTermInput, addTerm, ({ name }, where) =>
  toLists(say("“{name}” is on the list.", { name }), where),
)
export const renameTermForm = submit("renameTerm", renameTermInput, renameTerm, ({ name }, where) =>
  toLists(say("It is called “{name}” now, on every group that has it.", { name }), where),
)
export const meanTermForm = submit("meanTerm", meanTermInput, meanTerm, ({ id, name }, { lio }) => ({
  to: `/${lio}/settings/lists/${id}`,
  banner: { text: say("Saved what “{name}” means", { name }) },
}))
export const showTermForm = submit("showTerm", showTermInput, showTerm, ({ id, name, shown }, { lio }) => ({
  to: `/${lio}/settings/lists/${id}`,
  banner: {
    text: shown
      ? say("Groups that have “{name}” can see it now", { name })
      : say("Only staff can see “{name}” now", { name }),
  },
}))
export const mergeTermForm = submit("mergeTerm", mergeTermInput, mergeTerm, (done, where) =>
  toLists(
    sayCount(
      done.groups,
      {
        one: "Moved {count} group from “{from}” to “{done}”.",
        other: "Moved {count} groups from “{from}” to “{done}”.",
      },
      { from: done.from, done: done.name },
    ),
    where,
  ),
)
export const retireTermForm = submit("retireTerm", termIdInput, retireTerm, ({ name }, where) =>
  toLists(say("“{name}” is offered no more. Groups that have it keep it.", { name }), where),
)
export const offerTermForm = submit("offerTerm", termIdInput, offerTerm, ({ name }, where) =>
  toLists(say("“{name}” is offered again.", { name }), where),
)
