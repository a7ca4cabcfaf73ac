"use server"

import { z } from "zod"
import { submit } from "@/app/_http/submit"
import {
  decideInput,
  headersInput,
  importIdInput,
  meanWordsInput,
  mendValuesInput,
} from "@/lib/imports/input"
import { undoImport } from "@/lib/imports/undo/commands"
import {
  chooseHeaders,
  confirmImport,
  decideDoubt,
  forgetColumns,
  mapColumns,
  meanWords,
  mendValues,
} from "@/lib/imports/wizard/commands"
import { say, sayCount } from "@/lib/words"

const columnsInput = z.object({
  id: z.uuid(),
  columns: z.union([z.string().transform((one) => [one]), z.array(z.string())]),
})
const at = (lio: string, id: string, step: string) => `/${lio}/groups/import/${id}/${step}`

/** Says what each column is. */
export const columnsForm = submit("mapColumns", columnsInput, mapColumns, ({ id }, { lio }) => ({
  to: at(lio, id, "check"),
}))
/** Says which row holds the headers. */
export const headersForm = submit("chooseHeaders", headersInput, chooseHeaders, ({ id }, { lio }) => ({
  to: at(lio, id, "columns"),
}))
/** Forgets how these columns were matched before. */
export const forgetForm = submit("forgetColumns", importIdInput, forgetColumns, ({ id }, { lio }) => ({
  to: at(lio, id, "columns"),
  banner: { text: say("Forgotten. The columns were guessed anew.") },
}))
/** Puts cells right. */
export const mendForm = submit("mendValues", mendValuesInput, mendValues, ({ id }, { lio }) => ({
  to: at(lio, id, "check"),
  banner: { text: say("Checked again with what you typed.") },
}))
/** Says what words of columns mean. */
export const meanForm = submit("meanWords", meanWordsInput, meanWords, ({ id }, { lio }) => ({
  to: at(lio, id, "check"),
  banner: { text: say("Checked again with the meanings you chose.") },
}))
/** Decides about possible duplicates. */
export const decideForm = submit("decideDoubt", decideInput, decideDoubt, ({ id }, { lio }) => ({
  to: `${at(lio, id, "check")}#doubts`,
}))
/** Brings the list in. */
export const confirmForm = submit("confirmImport", importIdInput, confirmImport, ({ id }, { lio }) => ({
  to: at(lio, id, "report"),
}))
/** Takes it back. */
export const undoForm = submit(
  "undoImport",
  importIdInput,
  undoImport,
  ({ id, removed, restored, left }, { lio }) => ({
    to: at(lio, id, "report"),
    banner: {
      text: sayCount(
        removed,
        {
          one: "Import undone: {count} group gone, {restored} as before, {left} left alone because somebody has worked on them since.",
          other:
            "Import undone: {count} groups gone, {restored} as before, {left} left alone because somebody has worked on them since.",
        },
        { restored, left },
      ),
    },
  }),
)
