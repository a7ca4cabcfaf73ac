import "server-only"
import type { Ctx } from "../../../access/ctx"
import { editionPath } from "../../../consultations/editions/words"
import type { Document } from "../../../documents/model"
import { NotFound } from "../../../errors"
import { getLetterhead } from "../../../lios/letterhead/queries"
import { say } from "../../../words"
import { sentInWords, versionPath } from "../citing/words"
import { findNumbers, getPublished } from "../queries"
import { versionDocument } from "./words"

/** The version that an address names. */
export function versionIn(written = ""): number {
  if (!/^[1-9]\d{0,3}$/.test(written)) throw new NotFound(say("There is no such version."))
  return Number(written)
}

const addressOf = (ctx: Ctx, id: string, version: number) =>
  `${process.env.APP_URL ?? ""}${versionPath(ctx.lio.slug, id, version)}`

/** A version as a paper, for PDF and Word. Public. */
export async function readVersionDocument(ctx: Ctx, id: string, version: number): Promise<Document> {
  const [of, letterhead, numbers] = await Promise.all([
    getPublished(ctx, id, version),
    getLetterhead(ctx),
    findNumbers(ctx, id),
  ])
  return versionDocument(of, {
    letterhead,
    address: addressOf(ctx, id, version),
    numbers:
      numbers && `${process.env.APP_URL ?? ""}${editionPath(ctx.lio.slug, numbers.id, numbers.edition)}`,
    zone: ctx.lio.timezone,
  })
}

/** A version for programs: what it says, by what it is cited, and what has been said to each ask since. Public. */
export async function readVersionData(ctx: Ctx, id: string, version: number) {
  const of = await getPublished(ctx, id, version)
  const { content, digest, publishedAt, withdrawnAt, withdrawnReason, replies, sendings } = of
  const cited = { address: addressOf(ctx, id, version), version, publishedAt, digest }
  if (!content) return { ...cited, withdrawn: { at: withdrawnAt, reason: withdrawnReason }, content: null }
  return {
    ...cited,
    withdrawn: null,
    sent: sentInWords({ body: content.body, sendings }),
    content,
    replies: replies.map((reply, at) => ({ ask: content.asks[at]?.id ?? null, ...reply })),
    outcome: of.closedAt ? of.outcome : null,
  }
}
