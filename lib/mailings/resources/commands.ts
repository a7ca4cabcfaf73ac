import "server-only"
import { sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { groups } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { postAll } from "../../email/commands"
import { ensure, RuleBroken } from "../../errors"
import { settleGroups } from "../../groups/picker/commands"
import { record } from "../../journal/commands"
import type { SendResource } from "../../resources/input"
import { getOffered } from "../../resources/queries"
import { noteResourcesSent } from "../../resources/sending/commands"
import { say } from "../../words"
import { mayWriteToGroups } from "../policy"
import { listReaders } from "../queries"

/** Emails a resource to whoever speaks for some groups, one email each, and notes that they were given it. NotFound for one that groups can't open. */
export async function sendResource(ctx: Ctx, { id, words, ...which }: SendResource) {
  ensure(mayWriteToGroups(ctx.actor), say("Only workers and managers can write to groups."))
  const { resource } = await getOffered(ctx, id)
  const groupIds = (await settleGroups(ctx, which)).map((group) => group.id)
  const chosen = await ctx.tx
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(sql`${isOneOf(groups.id, groupIds)} and ${groups.removedAt} is null`)
  const { addressees, groups: reached } = await listReaders(ctx, chosen)
  if (addressees.length === 0)
    throw new RuleBroken(
      say("Nobody at this group can be emailed. Add an email address to the group first."),
      "groupName",
    )
  const { title, summary, audience } = resource
  const url = `${process.env.APP_URL ?? ""}/${ctx.lio.slug}/resources/${id}`
  await postAll(
    ctx,
    addressees.map(({ to, basis, groups: names }) => ({
      letter: "resource",
      stream: "news",
      to,
      basis,
      props: { title, summary, words, url, signsIn: audience === "members", groups: names },
    })),
  )
  const ids = reached.filter(({ readers }) => readers.length > 0).map((group) => group.id)
  await noteResourcesSent(ctx, { ids: [id], groupIds: ids })
  await record(ctx, {
    what: "resource.sent",
    subject: ["resource", id],
    groupIds: ids,
    summary: say("Emailed the resource “{title}”", { title }),
  })
  return { id, people: addressees.length }
}
