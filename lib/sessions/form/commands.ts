import "server-only"
import type { Ctx } from "../../access/ctx"
import { dropDraft, keepDraft } from "../../drafts/commands"
import { ensure } from "../../errors"
import { recordSession } from "../commands"
import { mayRecordSessions } from "../policy"
import type { KeepOrRecord } from "./input"

/** Records the session of the form and throws its draft away, or keeps what was typed as the draft. */
export async function keepOrRecord(ctx: Ctx, said: KeepOrRecord) {
  ensure(mayRecordSessions(ctx.actor), "Only workers and managers can record sessions.")
  if (said.draft) {
    await keepDraft(ctx, { form: said.form, values: said.draft })
    return { ...said, session: null }
  }
  const session = await recordSession(ctx, said.session)
  await dropDraft(ctx, said.form)
  return { ...said, session, on: said.session.on, kind: said.session.kind }
}
export type KeptOrRecorded = Awaited<ReturnType<typeof keepOrRecord>>

/** Throws an unfinished session away. */
export async function discardDraft(ctx: Ctx, { draft }: { draft: string }) {
  await dropDraft(ctx, draft)
}
