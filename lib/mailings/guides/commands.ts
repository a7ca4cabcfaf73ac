import "server-only"
import { sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { groups } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { postAll } from "../../email/commands"
import { ensure, RuleBroken } from "../../errors"
import { settleGroups } from "../../groups/picker/commands"
import type { SendGuide } from "../../guides/input"
import { getGuide } from "../../guides/reading/queries"
import { noteSent } from "../../guides/sending/commands"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { mayWriteToGroups } from "../policy"
import { listReaders } from "../queries"

/** Emails a guide to whoever speaks for some groups, one email each, and notes that they were given it. */
export async function sendGuide(ctx: Ctx, { slug, words, ...which }: SendGuide) {
  ensure(mayWriteToGroups(ctx.actor), say("Only workers and managers can write to groups."))
  const guide = await getGuide(ctx, slug)
  const groupIds = (await settleGroups(ctx, which)).map(({ id }) => id)
  const chosen = await ctx.tx
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(sql`${isOneOf(groups.id, groupIds)} and ${groups.removedAt} is null`)
  const { addressees, groups: reached } = await listReaders(ctx, chosen)
  const readable = reached.filter(({ readers }) => readers.length > 0)
  if (addressees.length === 0)
    throw new RuleBroken(
      say(
        "Nobody at this group can be emailed. Print the guide, or add an email address to the group first.",
      ),
      "groupName",
    )
  const { title, summary, version } = guide
  const address = `${process.env.APP_URL ?? ""}/${ctx.lio.slug}/guides/${slug}`
  await postAll(
    ctx,
    addressees.map(({ to, basis, groups: names }) => ({
      letter: "guide",
      stream: "news",
      to,
      basis,
      props: { title, summary, words, url: address, groups: names },
    })),
  )
  const ids = readable.map(({ id }) => id)
  await noteSent(ctx, { slugs: [slug], groupIds: ids })
  await record(ctx, {
    what: "guide.sent",
    subject: ["guide", null],
    groupIds: ids,
    summary: say("Emailed the guide “{title}” (version {version})", { title, version }),
  })
  return { slug, people: addressees.length }
}
