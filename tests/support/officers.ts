import { answerByLink } from "@/lib/representations/officer/commands"
import { makeReplyLink } from "@/lib/representations/officer/links/commands"
import { byReplyLink, listProposed } from "@/lib/representations/officer/queries"
import { papers } from "./papers"

/** What an officer says to an ask. */
export const SAID = {
  ...{ reply: "partly" as const, replyText: "On Mondays.", reason: null },
  ...{ promisedBy: null, promisedFor: null, sender: "Pat Lee, transport officer" },
}

/** Papers, and how a body answers them by its link. */
export async function officers() {
  const made = await papers()
  const { w, sentOne } = made
  /** A paper that was sent, with a link for its body. */
  async function linked() {
    const one = await sentOne()
    const link = await w.asWorker((ctx) => makeReplyLink(ctx, { id: one.id, name: "Pat Lee" }))
    const key = new URLSearchParams(link.path.split("?")[1]).get("key") ?? ""
    const by = <T>(work: Parameters<typeof byReplyLink<T>>[1]) => byReplyLink({ lio: "ribble", key }, work)
    const answer = (over: Partial<typeof SAID> & { askId?: string } = {}) =>
      by((ctx, of) => answerByLink(ctx, of, { ...SAID, askId: one.ask, ...over }))
    const waiting = () => w.asViewer((ctx) => listProposed(ctx, one.id))
    return { ...one, linkId: link.linkId, key, by, answer, waiting }
  }
  return { ...made, linked }
}
