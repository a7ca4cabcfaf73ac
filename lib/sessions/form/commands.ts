import "server-only"
import type { Ctx } from "../../access/ctx"
import { dropDraft, keepDraft } from "../../drafts/commands"
import { ensure } from "../../errors"
import { say } from "../../words"
import { recordSession } from "../commands"
import { mayRecordSessions } from "../policy"
import type { KeepOrRecord } from "./input"

/** Records the session of the form and throws its draft away, or keeps what was typed as the draft. */
export async function keepOrRecord(ctx: Ctx, input: KeepOrRecord) {
  ensure(mayRecordSessions(ctx.actor), say("Only workers and managers can record sessions."))
  if (input.draft) {
    await keepDraft(ctx, { form: input.form, values: input.draft })
    return { ...input, session: null }
  }
  const session = await recordSession(ctx, input.session)
  await dropDraft(ctx, input.form)
  return { ...input, session, on: input.session.on, kind: input.session.kind }
}
export type KeptOrRecorded = Awaited<ReturnType<typeof keepOrRecord>>

/** Throws an unfinished session away. */
export async function discardDraft(ctx: Ctx, { draft }: { draft: string }) {
  await dropDraft(ctx, draft)
}
