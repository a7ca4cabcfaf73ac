import "server-only"
import type { Ctx } from "../access/ctx"
import { forgetSentIn, noteSent } from "../guides/sending/commands"
import { forgetResourcesSentIn, noteResourcesSent } from "../resources/sending/commands"
import type { Given } from "./queries"

type InSession = { sessionId: string; groupIds: string[] } & Given

/** Notes what the groups of a session were given. */
export async function noteGiven(ctx: Ctx, { guides, resources, ...where }: InSession): Promise<void> {
  await noteSent(ctx, { slugs: guides, ...where })
  await noteResourcesSent(ctx, { ids: resources, ...where })
}

/** Says anew what the groups of a session were given. */
export async function noteGivenAnew(ctx: Ctx, given: InSession): Promise<void> {
  await forgetSentIn(ctx, given.sessionId)
  await forgetResourcesSentIn(ctx, given.sessionId)
  await noteGiven(ctx, given)
}
