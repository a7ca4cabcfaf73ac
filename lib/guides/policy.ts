import { type Actor, personIdOf } from "../access/ctx"
import { mayEdit } from "../access/may"

export { isManager as mayShowGuides, isStaff as maySeeGuides, mayEdit as mayWriteGuides } from "../access/may"

/** Somebody other than who wrote it last (`editedBy`) checks what is being written. */
export const mayCheckDraft = (actor: Actor, { editedBy }: { editedBy: string | null }) =>
  mayEdit(actor) && editedBy !== (personIdOf(actor) ?? null)
