import "server-only"
import { eq, sql } from "drizzle-orm"
import { guideDrafts, guides, guideVersions } from "@/db/schema"
import { type Ctx, nameOf, personIdOf } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { formatMoment, say } from "../../words"
import {
  type ChangeGuide,
  type DraftSeen,
  type GuideSaid,
  guideSlug,
  type PublishGuide,
  reviewDay,
  slugOf,
} from "../input"
import { mayCheckDraft, mayWriteGuides } from "../policy"
import { getSharedGuide } from "../reading/queries"
import { nationsInWords } from "../words"
import {
  getOwnGuide,
  getPublished,
  mayPublishUnchecked,
  namesOfDraft,
  type OwnGuide,
  seenOf,
} from "./queries"

const REFUSED = say("Only workers and managers can write guides.")
const guard = (ctx: Ctx) => ensure(mayWriteGuides(ctx.actor), REFUSED)

/** The own guide, kept from others until this is done. */
async function lockGuide(ctx: Ctx, slug: string) {
  guard(ctx)
  await ctx.tx.execute(sql`select 1 from guides where slug = ${slug} for update`)
  return getOwnGuide(ctx, slug)
}

async function freeSlug(ctx: Ctx, title: string) {
  const base = guideSlug.safeParse(slugOf(title)).data ?? `guide-${slugOf(title)}`.replace(/-$/, "")
  const rows = await ctx.tx.execute<{ slug: string }>(sql`
    select slug from guides where slug ~ ${`^${base}(-[0-9]+)?$`} union select slug from shared_guides where slug ~ ${`^${base}(-[0-9]+)?$`}`)
  const taken = new Set(rows.map(({ slug }) => slug))
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`
    if (!taken.has(slug)) return slug
  }
}

async function writeDraft(ctx: Ctx, guideId: string, said: GuideSaid) {
  const now = { ...said, stage: "draft" as const, editedAt: ctx.now, editedBy: personIdOf(ctx.actor) ?? null }
  await ctx.tx.insert(guideDrafts).values({ lioId: ctx.lio.id, guideId, ...now })
}

/** Guides that go with one have to be there. */
async function ensureRelated(ctx: Ctx, { related }: GuideSaid) {
  const rows = await ctx.tx.execute<{ slug: string }>(sql`
    select w.slug from unnest(${sql.param(related)}::text[]) w(slug)
    where not exists (select from guides g where g.slug = w.slug) and not exists (select from shared_guides s where s.slug = w.slug)`)
  const [unknown] = rows
  if (unknown)
    throw new RuleBroken(
      say("There is no guide at the address {slug}. Look at the end of its address again.", unknown),
      "related",
    )
}

/** Begins a guide of the LIO's own. Nobody but staff sees it before it is published. */
export async function startGuide(ctx: Ctx, said: GuideSaid): Promise<{ slug: string }> {
  guard(ctx)
  await ensureRelated(ctx, said)
  const slug = await freeSlug(ctx, said.title)
  const [made] = await ctx.tx
    .insert(guides)
    .values({ lioId: ctx.lio.id, slug, ownerId: personIdOf(ctx.actor) ?? null, createdAt: ctx.now })
    .returning({ id: guides.id })
  await writeDraft(ctx, found(made).id, said)
  await record(ctx, {
    what: "guide.started",
    subject: ["guide", found(made).id],
    summary: say("Began the guide “{title}”", { title: said.title }),
  })
  return { slug }
}

/** Begins a guide of the LIO's own in place of one of the installation's, with what that says. The installation's is shown until this one is published. */
export async function replaceGuide(ctx: Ctx, { slug }: { slug: string }): Promise<{ slug: string }> {
  guard(ctx)
  const { title, summary, nations, body, related } = await getSharedGuide(ctx, slug)
  const [made] = await ctx.tx
    .insert(guides)
    .values({ lioId: ctx.lio.id, slug, ownerId: personIdOf(ctx.actor) ?? null, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: guides.id })
  if (!made) throw new RuleBroken(say("You have a guide of your own in its place already."))
  await writeDraft(ctx, made.id, { title, summary, nations, body, related })
  await record(ctx, {
    what: "guide.replaced",
    subject: ["guide", made.id],
    summary: say("Began a guide of our own in place of “{title}”", { title }),
  })
  return { slug }
}

const FIELDS = ["title", "summary", "nations", "body", "related"] as const
const sameAs = (one: GuideSaid, other: GuideSaid) =>
  FIELDS.every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]))

type Saved = GuideSaid & { by: string | null; at: Date; seen: string }

/** What somebody else has saved meanwhile, for the form to show beside what was typed. */
function overtaken(ctx: Ctx, now: Saved, typed: GuideSaid) {
  const theirs: Record<string, string> = { seen: now.seen }
  if (now.title !== typed.title) theirs.title = now.title
  if (now.summary !== typed.summary) theirs.summary = now.summary
  if (now.body !== typed.body) theirs.otherBody = now.body
  if (nationsInWords(now.nations) !== nationsInWords(typed.nations))
    theirs.nations = nationsInWords(now.nations)
  if (now.related.join() !== typed.related.join()) theirs.related = now.related.join(", ")
  return new RuleBroken(
    say(
      "{name} saved this guide on {moment}, after you opened it. What they wrote stands beside what you wrote. Put the two together and save again.",
      { name: now.by ?? say("Somebody else"), moment: formatMoment(now.at, ctx.lio.timezone) },
    ),
    undefined,
    theirs,
  )
}

/** What stands now: what is being written, or else the published version. */
async function standing(ctx: Ctx, own: OwnGuide): Promise<Saved> {
  const seen = seenOf(own)
  if (!own.draft) {
    const published = found(await getPublished(ctx, own.guide.id))
    return { ...published, seen, by: published.writtenBy, at: published.publishedAt }
  }
  const { writer } = await namesOfDraft(ctx, own.draft)
  return { ...own.draft, seen, by: writer, at: own.draft.editedAt }
}

/** Keeps what is being written of a guide. Refused when somebody saved it after it was opened: theirs is then shown beside. */
export async function changeGuide(
  ctx: Ctx,
  { slug, seen, ...said }: ChangeGuide,
): Promise<{ slug: string; changed: boolean }> {
  const own = await lockGuide(ctx, slug)
  const now = await standing(ctx, own)
  if (seen !== now.seen) throw overtaken(ctx, now, said)
  if (sameAs(now, said)) return { slug, changed: false }
  await ensureRelated(ctx, said)
  const { guide, draft } = own
  if (draft)
    await ctx.tx
      .update(guideDrafts)
      .set({
        ...said,
        stage: "draft",
        revision: draft.revision + 1,
        editedAt: ctx.now,
        editedBy: personIdOf(ctx.actor) ?? null,
        checkedBy: null,
        checkedAt: null,
      })
      .where(eq(guideDrafts.guideId, guide.id))
  else await writeDraft(ctx, guide.id, said)
  await record(ctx, {
    what: "guide.changed",
    subject: ["guide", guide.id],
    summary: say("Changed the guide “{title}”", { title: said.title }),
  })
  return { slug, changed: true }
}

/** What is being written, kept from others until this is done, if it is still what was read. */
async function lockDraft(ctx: Ctx, { slug, seen }: DraftSeen) {
  const own = await lockGuide(ctx, slug)
  const draft = found(own.draft)
  if (seenOf(own) !== seen)
    throw new RuleBroken(say("Somebody has changed it since you opened this page. Read it again first."))
  return { guide: own.guide, draft }
}

/** Moves what is being written to its next stage. */
async function setStage(
  ctx: Ctx,
  { guide, draft }: Awaited<ReturnType<typeof lockDraft>>,
  from: "draft" | "to_check",
  set: Partial<typeof guideDrafts.$inferInsert>,
) {
  if (draft.stage !== from) throw new RuleBroken(say("That is done already. Open the page again."))
  await ctx.tx.update(guideDrafts).set(set).where(eq(guideDrafts.guideId, guide.id))
}

/** Asks a colleague to check what was written. */
export async function sendForCheck(ctx: Ctx, input: DraftSeen): Promise<{ slug: string }> {
  const own = await lockDraft(ctx, input)
  await setStage(ctx, own, "draft", { stage: "to_check" })
  await record(ctx, {
    what: "guide.to_check",
    subject: ["guide", own.guide.id],
    summary: say("Asked for the guide “{title}” to be checked", { title: own.draft.title }),
  })
  return { slug: input.slug }
}

/** Says that what was written is right: somebody other than who wrote it last. */
export async function checkGuide(ctx: Ctx, input: DraftSeen): Promise<{ slug: string }> {
  const own = await lockDraft(ctx, input)
  if (!mayCheckDraft(ctx.actor, own.draft))
    throw new RuleBroken(say("You wrote this last, so a colleague has to check it."))
  await setStage(ctx, own, "to_check", {
    stage: "checked",
    checkedBy: personIdOf(ctx.actor) ?? null,
    checkedAt: ctx.now,
  })
  await record(ctx, {
    what: "guide.checked",
    subject: ["guide", own.guide.id],
    summary: say("Checked the guide “{title}”", { title: own.draft.title }),
  })
  return { slug: input.slug }
}

/** Publishes what was checked, as a version that never changes. Where nobody else works here, a manager may publish unchecked. */
export async function publishGuide(
  ctx: Ctx,
  { slug, seen, change, reviewOn }: PublishGuide,
): Promise<{ slug: string; title: string }> {
  const { guide, draft } = await lockDraft(ctx, { slug, seen })
  if (draft.stage !== "checked" && !(await mayPublishUnchecked(ctx, draft)))
    throw new RuleBroken(say("A colleague has to check it first."))
  const review = reviewDay(ctx.today, reviewOn)
  const version = (guide.version ?? 0) + 1
  const names = await namesOfDraft(ctx, draft)
  const { title, summary, nations, body, related } = draft
  await ctx.tx.insert(guideVersions).values({
    ...{ lioId: ctx.lio.id, guideId: guide.id, version, title, summary, nations, body, related, change },
    writtenBy: names.writer ?? nameOf(ctx.actor) ?? ctx.lio.name,
    checkedBy: names.checker ?? null,
    publishedAt: ctx.now,
  })
  await ctx.tx.delete(guideDrafts).where(eq(guideDrafts.guideId, guide.id))
  await ctx.tx
    .update(guides)
    .set({
      version,
      checkedOn: ctx.today,
      reviewOn: review,
      reviewTaskFor: null,
      retiredAt: null,
    })
    .where(eq(guides.id, guide.id))
  await record(ctx, {
    what: "guide.published",
    subject: ["guide", guide.id],
    summary: say("Published version {version} of the guide “{title}”: {change}", { version, title, change }),
  })
  return { slug, title }
}

/** Throws away what was written since the last version. One that was never published is deleted altogether. */
export async function discardGuide(ctx: Ctx, input: DraftSeen): Promise<{ title: string; gone: boolean }> {
  const { guide, draft } = await lockDraft(ctx, input)
  const gone = guide.version === null
  await ctx.tx.delete(guideDrafts).where(eq(guideDrafts.guideId, guide.id))
  if (gone) await ctx.tx.delete(guides).where(eq(guides.id, guide.id))
  await record(ctx, {
    what: "guide.discarded",
    subject: ["guide", guide.id],
    summary: say("Discarded the changes to the guide “{title}”", { title: draft.title }),
    from: draft,
  })
  return { title: draft.title, gone }
}
