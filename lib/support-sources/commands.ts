import "server-only"
import { eq } from "drizzle-orm"
import { supportSources } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import { ensure, found, RuleBroken } from "../errors"
import { record } from "../journal/commands"
import { say } from "../words"
import type { ChangeSource, SetSource, SourceFields } from "./input"
import { mayKeepSources } from "./policy"
import { getSource } from "./queries"

const guard = (ctx: Ctx) =>
  ensure(mayKeepSources(ctx.actor), say("Only a manager can change other sources of support."))
type Made = { id: string; name: string }

/** Lists somebody else who helps groups here; nobody but staff sees it until it is published. */
export async function addSource(ctx: Ctx, input: SourceFields): Promise<Made> {
  guard(ctx)
  const [made] = await ctx.tx
    .insert(supportSources)
    .values({ ...input, lioId: ctx.lio.id, checkedOn: ctx.today, createdAt: ctx.now })
    .returning({ id: supportSources.id, name: supportSources.name })
  const source = found(made)
  await record(ctx, {
    what: "source.added",
    subject: ["source", source.id],
    summary: say("Listed {source} as a source of support", { source: source.name }),
    to: input,
  })
  return source
}

/** Changes what is said of it, which somebody has looked at on that day. */
export async function changeSource(ctx: Ctx, { id, ...fields }: ChangeSource): Promise<Made> {
  guard(ctx)
  const before = await getSource(ctx, id)
  const changed = (Object.keys(fields) as (keyof SourceFields)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(fields[field]),
  )
  await ctx.tx
    .update(supportSources)
    .set({ ...fields, checkedOn: ctx.today })
    .where(eq(supportSources.id, id))
  if (changed.length > 0)
    await record(ctx, {
      what: "source.changed",
      subject: ["source", id],
      summary: say("Changed {source}, a source of support", { source: fields.name }),
      from: Object.fromEntries(changed.map((field) => [field, before[field]])),
      to: Object.fromEntries(changed.map((field) => [field, fields[field]])),
    })
  return { id, name: fields.name }
}

/** Notes that all that is said of it is still right. */
export async function checkSource(ctx: Ctx, { id }: { id: string }): Promise<Made> {
  guard(ctx)
  const { name, checkedOn } = await getSource(ctx, id)
  await ctx.tx.update(supportSources).set({ checkedOn: ctx.today }).where(eq(supportSources.id, id))
  await record(ctx, {
    what: "source.checked",
    subject: ["source", id],
    summary: say("Checked that {source} is still right", { source: name }),
    from: { checkedOn },
    to: { checkedOn: ctx.today },
  })
  return { id, name }
}

/** Shows it to everybody who looks for help, or takes it off again. */
export async function setSource(ctx: Ctx, { id, to }: SetSource): Promise<Made & Pick<SetSource, "to">> {
  guard(ctx)
  const { name, publishedAt, phone, email, website } = await getSource(ctx, id)
  if ((to === "published") === (publishedAt !== null))
    throw new RuleBroken(say("That is done already. Open the page again."))
  if (to === "published" && !phone && !email && !website)
    throw new RuleBroken(
      say("Enter a phone number, an email address or a website first, so that people can reach it."),
    )
  await ctx.tx
    .update(supportSources)
    .set({ publishedAt: to === "published" ? ctx.now : null })
    .where(eq(supportSources.id, id))
  await record(ctx, {
    what: to === "published" ? "source.published" : "source.unpublished",
    subject: ["source", id],
    summary:
      to === "published"
        ? say("Published {source}, a source of support", { source: name })
        : say("Took {source} out of the finder", { source: name }),
  })
  return { id, name, to }
}

/** Takes it off the list for good. */
export async function removeSource(ctx: Ctx, { id }: { id: string }): Promise<Made> {
  guard(ctx)
  const { lioId: _, createdAt: __, publishedAt: ___, ...before } = await getSource(ctx, id)
  await ctx.tx.delete(supportSources).where(eq(supportSources.id, id))
  await record(ctx, {
    what: "source.removed",
    subject: ["source", id],
    summary: say("Removed {source} from the sources of support", { source: before.name }),
    from: before,
  })
  return { id, name: before.name }
}
