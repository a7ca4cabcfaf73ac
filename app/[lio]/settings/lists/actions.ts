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
import { plural } from "@/lib/words"

const toLists = (text: string, { lio }: { lio: string }) => ({
  to: `/${lio}/settings/lists`,
  banner: { text },
})

export const addTermForm = submit("addTerm", addTermInput, addTerm, ({ name }, where) =>
  toLists(`“${name}” is on the list.`, where),
)
export const renameTermForm = submit("renameTerm", renameTermInput, renameTerm, ({ name }, where) =>
  toLists(`It is called “${name}” now, on every group that has it.`, where),
)
export const meanTermForm = submit("meanTerm", meanTermInput, meanTerm, ({ id, name }, { lio }) => ({
  to: `/${lio}/settings/lists/${id}`,
  banner: { text: `Saved what “${name}” means` },
}))
export const showTermForm = submit("showTerm", showTermInput, showTerm, ({ id, name, shown }, { lio }) => ({
  to: `/${lio}/settings/lists/${id}`,
  banner: { text: shown ? `Groups that have “${name}” can see it now` : `Only staff can see “${name}” now` },
}))
export const mergeTermForm = submit("mergeTerm", mergeTermInput, mergeTerm, (done, where) =>
  toLists(`Moved ${plural(done.groups, "group")} from “${done.from}” to “${done.name}”.`, where),
)
export const retireTermForm = submit("retireTerm", termIdInput, retireTerm, ({ name }, where) =>
  toLists(`“${name}” is offered no more. Groups that have it keep it.`, where),
)
export const offerTermForm = submit("offerTerm", termIdInput, offerTerm, ({ name }, where) =>
  toLists(`“${name}” is offered again.`, where),
)
