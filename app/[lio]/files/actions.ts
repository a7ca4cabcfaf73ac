"use server"

import { submit } from "@/app/_http/submit"
import { changeFile, removeFile } from "@/lib/files/commands"
import { changeFileInput, fileIdInput } from "@/lib/files/input"
import { say } from "@/lib/words"

export const changeFileForm = submit(
  "changeFile",
  changeFileInput,
  changeFile,
  ({ path, name }, { lio }) => ({
    to: `/${lio}/${path}`,
    banner: { text: say("Saved “{name}”", { name }) },
  }),
)

export const removeFileForm = submit(
  "removeFile",
  fileIdInput,
  removeFile,
  ({ id, path, name }, { lio }) => ({
    to: `/${lio}/${path}`,
    banner: {
      text: say("Removed “{name}”. You can undo this for 30 days.", { name }),
      undo: { what: "file", id },
    },
  }),
)
