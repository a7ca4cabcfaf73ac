"use server"

import { submit } from "@/app/_http/submit"
import { changeFile, removeFile } from "@/lib/files/commands"
import { changeFileInput, fileIdInput } from "@/lib/files/input"

export const changeFileForm = submit(
  "changeFile",
  changeFileInput,
  changeFile,
  ({ path, name }, { lio }) => ({
    to: `/${lio}/${path}`,
    banner: { text: `Saved “${name}”` },
  }),
)

export const removeFileForm = submit(
  "removeFile",
  fileIdInput,
  removeFile,
  ({ id, path, name }, { lio }) => ({
    to: `/${lio}/${path}`,
    banner: { text: `Removed “${name}”. You can undo this for 30 days.`, undo: { what: "file", id } },
  }),
)
