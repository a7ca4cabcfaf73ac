"use server"

import { submit } from "@/app/_http/submit"
import { changeCase, closeCase, openCase, reopenCase } from "@/lib/cases/commands"
import { caseIdInput, changeCaseInput, closeCaseInput, letInInput, openCaseInput } from "@/lib/cases/input"
import { addCaseNote, changeCaseNote, removeCaseNote } from "@/lib/cases/notes/commands"
import { addCaseNoteInput, caseNoteIdInput, changeCaseNoteInput } from "@/lib/cases/notes/input"
import { letIntoCase } from "@/lib/cases/people/commands"
import { say } from "@/lib/words"

const page = (lio: string, id: string) => `/${lio}/cases/${id}`

/** Opens a case. */
export const openCaseForm = submit("openCase", openCaseInput, openCase, ({ id, mine }, { lio }) => ({
  to: mine ? page(lio, id) : `/${lio}/cases`,
  banner: { text: say("The case is open.") },
}))
/** Changes what a case says, and who works on it. */
export const changeCaseForm = submit("changeCase", changeCaseInput, changeCase, ({ id, sees }, { lio }) => ({
  to: sees ? page(lio, id) : `/${lio}/cases`,
  banner: {
    text: sees ? say("Saved the case") : say("Saved. You don’t see this case any more: only its people do."),
  },
}))
/** Closes a case. */
export const closeCaseForm = submit("closeCase", closeCaseInput, closeCase, ({ id }, { lio }) => ({
  to: page(lio, id),
  banner: { text: say("The case is closed."), undo: { what: "case-close", id } },
}))
/** Opens a case again. */
export const reopenCaseForm = submit("reopenCase", caseIdInput, reopenCase, ({ id }, { lio }) => ({
  to: page(lio, id),
  banner: { text: say("The case is open again.") },
}))
/** Lets somebody into a confidential case. */
export const letInForm = submit("letIntoCase", letInInput, letIntoCase, ({ name }, { lio }) => ({
  to: `/${lio}/cases?whose=team`,
  banner: { text: say("{name} works on that case now. Your reason stands in its history.", { name }) },
}))
/** Writes a confidential note. */
export const addCaseNoteForm = submit(
  "addCaseNote",
  addCaseNoteInput,
  addCaseNote,
  ({ caseId }, { lio }) => ({
    to: `${page(lio, caseId)}#notes`,
    banner: { text: say("Added the note. Only the people working on this case can read it.") },
  }),
)
/** Says a confidential note otherwise. */
export const changeCaseNoteForm = submit(
  "changeCaseNote",
  changeCaseNoteInput,
  changeCaseNote,
  ({ caseId }, { lio }) => ({ to: `${page(lio, caseId)}#notes`, banner: { text: say("Saved the note") } }),
)
/** Removes a confidential note. */
export const removeCaseNoteForm = submit(
  "removeCaseNote",
  caseNoteIdInput,
  removeCaseNote,
  ({ id, caseId }, { lio }) => ({
    to: `${page(lio, caseId)}#notes`,
    banner: { text: say("Removed the note"), undo: { what: "case-note", id } },
  }),
)
