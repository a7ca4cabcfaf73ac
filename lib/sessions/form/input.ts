import { z } from "zod"
import { draftValues } from "../../drafts/input"
import { type RecordSession, recordSessionInput } from "../input"

/** The name of the draft of this form: one without a group, and one for each group it was opened from. */
export const draftName = (groupId?: string) => (groupId ? `session.new:${groupId}` : "session.new")

/** The name of such a draft. */
const ofThisForm = z.string().regex(/^session\.new(:[0-9a-f-]{36})?$/)

/** What pressing one of the form's buttons means: keep what is there, or record it. `from` is the group's page it came from. */
export type KeepOrRecord = { form: string; from: string | null; button: string } & (
  | { draft: z.infer<typeof draftValues>; session?: undefined }
  | { draft?: undefined; session: RecordSession }
)

const around = z.looseObject({
  draft: ofThisForm.catch("session.new"),
  from: z.uuid().nullable().catch(null),
  button: z.enum(["save", "another", "draft"]).catch("save"),
})

/** "Keep as draft" takes anything; the other buttons take a whole session. */
export const keepOrRecordInput = around.transform((input, check): KeepOrRecord => {
  const { draft: form, from, button, ...values } = input
  if (button === "draft") return { form, from, button, draft: draftValues.parse(values) }
  const parsed = recordSessionInput.safeParse(values)
  if (parsed.success) return { form, from, button, session: parsed.data }
  for (const issue of parsed.error.issues) check.addIssue({ ...issue, code: "custom" })
  return z.NEVER
})

/** Which draft to throw away. */
export const discardDraftInput = z.object({ draft: ofThisForm })
