"use server"

import { submit } from "@/app/_http/submit"
import { addNote, changeNote, removeNote } from "@/lib/notes/commands"
import { addNoteInput, changeNoteInput, noteIdInput } from "@/lib/notes/input"
import { say } from "@/lib/words"

const page = (lio: string, groupId: string) => `/${lio}/groups/${groupId}/files`

export const addNoteForm = submit("addNote", addNoteInput, addNote, ({ groupId }, { lio, form }) => ({
  to: form.has("activity") ? `/${lio}/groups/${groupId}` : page(lio, groupId),
  banner: { text: say("Added the note") },
}))

export const changeNoteForm = submit("changeNote", changeNoteInput, changeNote, ({ groupId }, { lio }) => ({
  to: page(lio, groupId),
  banner: { text: say("Saved the note") },
}))

export const removeNoteForm = submit("removeNote", noteIdInput, removeNote, ({ id, groupId }, { lio }) => ({
  to: page(lio, groupId),
  banner: { text: say("Removed the note"), undo: { what: "note", id } },
}))
