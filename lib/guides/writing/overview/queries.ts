import "server-only"
import { eq, sql } from "drizzle-orm"
import { hiddenGuides, people } from "@/db/schema"
import type { Ctx } from "../../../access/ctx"
import { readMarkdown } from "../../../documents/markdown"
import { withHeadingsInOrder } from "../../../documents/ordered"
import { notesHtml, writeWebPart } from "../../../documents/web/write"
import { ensure, NotFound } from "../../../errors"
import { listColleagues } from "../../../lios/queries"
import { mayCheckDraft, maySeeGuides, mayShowGuides, mayWriteGuides } from "../../policy"
import { giverOf } from "../../reading/giver"
import { helpBlocks, linkToGuide } from "../../reading/paper"
import { getSharedGuide } from "../../reading/queries"
import { listRemarks } from "../../remarks/queries"
import type { Standing } from "../../words"
import { getOwnGuide, getPublished, mayPublishUnchecked, namesOfDraft, seenOf } from "../queries"

/** What somebody writes, as it will look on the LIO's page. */
export async function drawnGuide(ctx: Ctx, body: string): Promise<string> {
  const giver = await giverOf(ctx)
  const { blocks, notes } = readMarkdown(body, { parts: helpBlocks(giver), linkTo: linkToGuide(giver) })
  const seen = new Map<number, number>()
  return writeWebPart(withHeadingsInOrder(blocks), seen) + notesHtml(notes, seen)
}

const standingOf = (retired: boolean, published: boolean, draft: boolean): Standing =>
  retired ? "retired" : !published ? "new" : draft ? "changed" : "published"

/** A guide of the LIO's own, for staff; null when there is none of this name. */
async function ownGuide(ctx: Ctx, slug: string) {
  const own = await getOwnGuide(ctx, slug).catch((refusal) => {
    if (refusal instanceof NotFound) return null
    throw refusal
  })
  if (!own) return null
  const { guide, draft } = own
  const published = await getPublished(ctx, guide.id)
  const said = draft ?? published
  if (!said) return null
  const { title, summary, nations } = said
  const [owner] = guide.ownerId
    ? await ctx.tx.select({ name: people.name }).from(people).where(eq(people.id, guide.ownerId))
    : []
  const [shared] = await ctx.tx.execute(sql`select 1 from shared_guides where slug = ${slug} limit 1`)
  return {
    ...{ title, summary, nations, seen: seenOf(own) },
    own: true as const,
    hidden: false,
    replaces: shared !== undefined,
    standing: standingOf(guide.retiredAt !== null, published !== null, draft !== null),
    version: guide.version,
    versions: (guide.version ?? 0) + (draft ? 1 : 0),
    publishedAt: published?.publishedAt ?? null,
    checkedOn: guide.checkedOn,
    reviewOn: guide.reviewOn,
    ownerId: guide.ownerId,
    ownerName: owner?.name ?? null,
    draft: draft
      ? {
          stage: draft.stage,
          editedAt: draft.editedAt,
          html: await drawnGuide(ctx, draft.body),
          ...(await namesOfDraft(ctx, draft)),
        }
      : null,
    may: {
      write: mayWriteGuides(ctx.actor),
      show: mayShowGuides(ctx.actor),
      check: draft !== null && mayCheckDraft(ctx.actor, draft),
      publishAlone: draft !== null && draft.stage !== "checked" && (await mayPublishUnchecked(ctx, draft)),
    },
  }
}

/** A guide that comes with the installation, for staff. NotFound. */
async function givenGuide(ctx: Ctx, slug: string) {
  const { title, summary, nations, version, publishedAt, checkedOn, reviewOn } = await getSharedGuide(
    ctx,
    slug,
  )
  const [hidden] = await ctx.tx.select().from(hiddenGuides).where(eq(hiddenGuides.slug, slug))
  return {
    ...{ title, summary, nations, version, publishedAt, checkedOn, reviewOn },
    own: false as const,
    hidden: hidden !== undefined,
    replaces: false,
    standing: "published" as Standing,
    versions: version,
    ownerId: null,
    ownerName: null,
    seen: "",
    draft: null,
    may: {
      write: mayWriteGuides(ctx.actor),
      show: mayShowGuides(ctx.actor),
      check: false,
      publishAlone: false,
    },
  }
}

/** A guide as its page for staff shows it: the LIO's own, or else the installation's. NotFound. */
export async function getStaffGuide(ctx: Ctx, slug: string) {
  ensure(maySeeGuides(ctx.actor))
  const guide = (await ownGuide(ctx, slug)) ?? (await givenGuide(ctx, slug))
  return {
    slug,
    ...guide,
    remarks: await listRemarks(ctx, slug),
    colleagues: await listColleagues(ctx),
  }
}
/** The same as a type. */
export type StaffGuide = Awaited<ReturnType<typeof getStaffGuide>>
