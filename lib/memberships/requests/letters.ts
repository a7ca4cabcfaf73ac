import "server-only"
import type { Ctx } from "../../access/ctx"
import { post, UNDO_MINUTES } from "../../email/commands"
import { feeInWords } from "../../membership-status/words"
import { formatDate } from "../../words"

type About = { kind: "join" | "renewal"; typeName: string; feePence: number | null; group: string }
type To = { personId: string | null; said: Record<string, string | null> }

/** Nothing that a stranger typed goes to an address that nobody has confirmed. */
const named = (to: To, group: string) => (to.personId ? group : null)

/** The person, once known; before that the address that was typed. */
const whom = ({ personId, said }: To) => (personId ? { personId } : { email: said.email ?? "" })

/** Tells the asker that the request has come. */
export const postAsked = (ctx: Ctx, to: To, about: About) =>
  post(ctx, {
    letter: "membership-asked",
    stream: "service",
    to: whom(to),
    props: {
      kind: about.kind,
      group: named(to, about.group),
      type: about.typeName,
      fee: feeInWords(about.feePence),
    },
  })

type Decided =
  | { decision: "accepted"; groupId: string; endsOn: string | null; signsIn: boolean }
  | { decision: "refused"; reason: string }

/** Tells the asker what was decided. */
export const postDecided = (ctx: Ctx, to: To, about: About, decided: Decided) =>
  post(ctx, {
    letter: "membership-decided",
    stream: "service",
    waits: UNDO_MINUTES,
    to: whom(to),
    props: {
      kind: about.kind,
      group: decided.decision === "accepted" ? about.group : named(to, about.group),
      type: about.typeName,
      fee: about.feePence ? feeInWords(about.feePence) : null,
      ...(decided.decision === "accepted"
        ? {
            reason: null,
            until: decided.endsOn ? formatDate(decided.endsOn) : null,
            url: decided.signsIn ? `/${ctx.lio.slug}/groups/${decided.groupId}/membership` : null,
          }
        : { reason: decided.reason, until: null, url: null }),
    },
  })
