import { z } from "zod"

/** What was typed, field by field. */
export const draftValues = z.record(
  z.string().max(100),
  z.union([z.string().max(50_000), z.array(z.string().max(1000)).max(200)]),
)

/** A draft: which form (session.new, topic.new:<network>), what was typed, and the key the form will be sent with. */
export const keepDraftInput = z.object({
  form: z.string().regex(/^[a-z]+\.[a-z]+(:[0-9a-f-]{36})?$/),
  values: draftValues,
  key: z.uuid().optional().catch(undefined),
})
export type KeepDraft = z.output<typeof keepDraftInput>
