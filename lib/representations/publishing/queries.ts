import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { countTheSame } from "../../consultations/codebook/counting/queries"
import { answeredOf, askedOf, onBehalfOf } from "../../consultations/counted"
import { stateOf } from "../../consultations/period"
import { ensure, found } from "../../errors"
import { formatMoment, say, sayCount } from "../../words"
import { type Asked, paperOf, whyNotPrinted } from "../paper"
import { listPins } from "../pins/queries"
import type { Pinned } from "../pins/words"
import { mayReadRepresentations } from "../policy"
import { getRepresentation, type Representation } from "../queries"
import { findSignOff, needsSignOff } from "../signing/queries"
import { digestOfWords } from "../signing/words"
import { listParts } from "../text/queries"

/** The consultation a paper rests on, as it stands now; null where it was stopped, for none of its numbers is told. */
export async function readAsked(ctx: Ctx, consultationId: string | null): Promise<Asked | null> {
  if (!consultationId) return null
  const of = sql`c.id`
  const [row] = await ctx.tx.execute<
    Asked & Record<"openedAt" | "closesAt" | "finishedAt" | "stoppedAt", string | null>
  >(sql`
    select c.title, ${askedOf(of)} as asked, ${answeredOf(of)} as answered, ${onBehalfOf(of)} as "onBehalf",
      c.opened_at as "openedAt", c.closes_at as "closesAt", c.closed_at as "closedAt", c.finished_at as "finishedAt", c.stopped_at as "stoppedAt"
    from consultations c where c.id = ${consultationId}::uuid`)
  const { openedAt, closesAt, closedAt, finishedAt, stoppedAt, ...counts } = found(row)
  const date = (at: string | null) => (at ? new Date(at) : null)
  const state = stateOf(
    {
      openedAt: date(openedAt),
      closesAt: date(closesAt),
      closedAt: date(closedAt),
      finishedAt: date(finishedAt),
      stoppedAt: date(stoppedAt),
    },
    ctx.now,
  )
  if (state === "stopped") return null
  return {
    ...counts,
    closedAt: closedAt ?? (state === "closed" ? closesAt : null),
    openUntil: state === "open" ? closesAt : null,
  }
}

/** What stands against going on: each has to be answered. The same for publishing, sending and closing. */
export function warningsOf(ctx: Ctx, invited: Asked | null): string[] {
  if (!invited?.openUntil) return []
  return [
    sayCount(
      invited.asked,
      {
        one: "“{invited}” is still open: {answered} of {count} group have answered. It closes on {openUntil}.",
        other:
          "“{invited}” is still open: {answered} of {count} groups have answered. It closes on {openUntil}.",
      },
      {
        invited: invited.title,
        answered: invited.answered,
        openUntil: formatMoment(invited.openUntil, ctx.lio.timezone),
      },
    ),
  ]
}

/** Words that are pinned and are not printed, and why. */
function leftOutOf(whole: Representation, pins: Pinned[]): string[] {
  const evidence = whole.asks.flatMap((ask) => ask.evidence)
  const dropped = [
    ...evidence.map((one) => ({ what: one.group, why: whyNotPrinted(one) })),
    ...pins.map((pin) => ({ what: pin.group ?? pin.words, why: pin.why })),
  ]
  return [...new Set(dropped.flatMap(({ what, why }) => (why ? [`${what}: ${why}`] : [])))]
}

/** What would be published now, what stands against it, and which words are left out. For staff. */
export async function getPreview(ctx: Ctx, id: string) {
  ensure(mayReadRepresentations(ctx.actor))
  const whole = await getRepresentation(ctx, id)
  const [invited, parts, pins, same] = await Promise.all([
    readAsked(ctx, whole.consultationId),
    listParts(ctx, id),
    listPins(ctx, id),
    countTheSame(ctx, whole.consultationId),
  ])
  const written = paperOf(ctx.lio, { whole, parts, pins, same }, invited)
  const wordsDigest = digestOfWords(written)
  const [signedOff, signs] = await Promise.all([findSignOff(ctx, id, wordsDigest), needsSignOff(ctx)])
  return {
    ...{ whole, pins, wordsDigest },
    /** Nobody has signed off these words, and the LIO has papers signed off. */
    unsigned: signs && !signedOff,
    paper: { ...written, signedOff },
    warnings: warningsOf(ctx, invited),
    leftOut:
      whole.consultationId && !invited
        ? [
            say("“{title}” was stopped, so nothing groups answered is printed.", {
              title: whole.consultation ?? "",
            }),
          ]
        : leftOutOf(whole, pins),
  }
}
