import "server-only"
import type { Ctx } from "../../access/ctx"
import { addField } from "../../fields/commands"
import { listFields } from "../../fields/queries"
import type { Mapping } from "../columns/fields"
import { NOTES, notesAmong } from "./queries"

/** Makes the question “Notes”, which only staff see, when a list has notes and the LIO nowhere to keep them. */
export async function keepNotesQuestion(ctx: Ctx, mapping: Mapping) {
  if (!Object.values(mapping).includes("notes") || notesAmong(await listFields(ctx))) return
  await addField(ctx, { label: NOTES, hint: null, kind: "long", options: [], forGroups: "nothing" })
}
