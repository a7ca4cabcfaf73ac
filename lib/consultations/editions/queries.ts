import "server-only"
import { asc, desc, eq, sql } from "drizzle-orm"
import { consultationResults, people } from "@/db/schema"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { getLetterhead } from "../../lios/letterhead/queries"
import { mayKeepConsultations, maySeeAll } from "../policy"
import { getConsultation } from "../queries"
import type { EditionDocument } from "./document"
import { editionPaper } from "./paper"
import { editionPath } from "./words"

/** Every edition of a consultation’s numbers, the latest first, with who made and published it. For staff. */
export async function listEditions(ctx: Ctx, id: string) {
  ensure(maySeeAll(ctx.actor))
  const consultation = await getConsultation(ctx, id)
  const editions = await ctx.tx
    .select({
      edition: consultationResults.edition,
      change: consultationResults.change,
      frozenAt: consultationResults.frozenAt,
      madeBy: people.name,
      digest: consultationResults.digest,
      publishedAt: consultationResults.publishedAt,
      withdrawnAt: consultationResults.withdrawnAt,
      withdrawnReason: consultationResults.withdrawnReason,
      /** Those from before editions were kept whole can’t be published. */
      whole: sql<boolean>`${consultationResults.document} is not null`,
    })
    .from(consultationResults)
    .leftJoin(people, eq(people.id, consultationResults.madeBy))
    .where(eq(consultationResults.consultationId, id))
    .orderBy(desc(consultationResults.edition))
  return { consultation, editions, keeps: mayKeepConsultations(ctx.actor) }
}
export type EditionRow = Awaited<ReturnType<typeof listEditions>>["editions"][number]

/** What anybody may know of a published edition beside what it says. */
type Beside = { edition: number; publishedAt: Date; change: string | null; withdrawnAt: Date | null }

/**
 * A published edition for anybody who has its address, with the others of the same consultation. `document`: null when it
 * was withdrawn. NotFound for one that isn’t published.
 */
export const getPublishedEdition = (ctx: Ctx, id: string, edition: number) =>
  readingAll(ctx, "a published edition is for anybody who has its address", async () => {
    const rows = await ctx.tx
      .select()
      .from(consultationResults)
      .where(
        sql`${consultationResults.consultationId} = ${id} and ${consultationResults.publishedAt} is not null`,
      )
      .orderBy(asc(consultationResults.edition))
    const row = found(rows.find((one) => one.edition === edition))
    const others = rows.flatMap((one): Beside[] =>
      one.publishedAt
        ? [
            {
              edition: one.edition,
              publishedAt: one.publishedAt,
              change: one.change,
              withdrawnAt: one.withdrawnAt,
            },
          ]
        : [],
    )
    const { digest, withdrawnAt, withdrawnReason } = row
    return {
      id,
      edition,
      digest,
      publishedAt: found(row.publishedAt),
      withdrawnAt,
      withdrawnReason,
      editions: others,
      /** The newest that stands; null when all were withdrawn. */
      latest: others.findLast((one) => !one.withdrawnAt)?.edition ?? null,
      document: withdrawnAt ? null : (row.document as EditionDocument),
    }
  })

/** The newest published edition of each consultation that has one, the last closed first. Public. */
export const listPublishedEditions = (ctx: Ctx, most = 500) =>
  readingAll(ctx, "published editions are public, and anybody may know of them", async () => [
    ...(await ctx.tx.execute<{
      id: string
      edition: number
      title: string
      finding: string
      asked: number
      answered: number
      closedAt: string
    }>(sql`
      select * from (
        select distinct on (f.consultation_id) f.consultation_id as id, f.edition, f.document->'consultation'->>'title' as title,
          f.document->>'finding' as finding, f.asked, f.answered, f.document->'consultation'->>'closedAt' as "closedAt"
        from consultation_results f where f.published_at is not null and f.withdrawn_at is null
        order by f.consultation_id, f.edition desc) e
      order by e."closedAt" desc, e.id limit ${most}::int`)),
  ])

/** A published edition as a paper, with what its files say beside it. NotFound where it isn’t published or was withdrawn. */
export async function readEditionPaper(ctx: Ctx, id: string, edition: number) {
  const published = await getPublishedEdition(ctx, id, edition)
  const document = found(published.document)
  const paper = editionPaper(document, {
    ...published,
    address: `${process.env.APP_URL ?? ""}${editionPath(ctx.lio.slug, id, edition)}`,
    letterhead: await getLetterhead(ctx),
    zone: ctx.lio.timezone,
  })
  return { published, document, paper }
}

/** The number in an edition’s address. NotFound for whatever can’t be one. */
export function editionIn(written: string): number {
  found(/^[1-9]\d{0,2}$/.test(written) || null)
  return Number(written)
}
