import "server-only"
import { sql } from "drizzle-orm"
import { readingAll } from "../../../access/audiences"
import type { Ctx } from "../../../access/ctx"
import { within } from "../../../access/limits/commands"
import { holdsLink } from "../../../access/may"
import { ensure, RuleBroken } from "../../../errors"
import { keepFile, letFilesGo } from "../../../files/keeping/commands"
import type { ReadFile } from "../../../files/reading/content"
import { record } from "../../../journal/commands"
import { say } from "../../../words"
import { holdElection } from "../holding/commands"
import type { Nominee } from "../nominations/queries"

/** So many pictures can be sent by one link in a quarter of an hour. */
const MOST_SOON = 10

/** Refused before a picture is read at all: by whoever doesn’t hold the link, or once nominations are checked. */
export async function ensureTakesPicture(ctx: Ctx, { nominationId, nomination, election }: Nominee) {
  ensure(holdsLink(ctx.actor, "nominee", nominationId), say("Use the link that you were sent."))
  if (election.state !== "nominating" || nomination.withdrawn || nomination.valid || nomination.refusedReason)
    throw new RuleBroken(say("This can’t be changed any more."))
  await within(
    `nominee-picture:${nominationId}`,
    MOST_SOON,
    new RuleBroken(say("That’s a lot of pictures in a short time. Wait a quarter of an hour and try again.")),
  )
}

/** Whoever was put up sends a picture of themselves, in the place of the one before. */
export async function setPicture(ctx: Ctx, nominee: Nominee, upload: ReadFile) {
  ensure(holdsLink(ctx.actor, "nominee", nominee.nominationId), say("Use the link that you were sent."))
  const { nominationId, nomination } = nominee
  if (!upload.isPicture) throw new RuleBroken(say("Choose a picture: JPEG, PNG or WebP."), "file")
  await readingAll(ctx, "the nomination of this link, and the picture before", async () => {
    const election = await holdElection(ctx, nomination.electionId)
    if (election.state !== "nominating") throw new RuleBroken(say("Nominations have closed."))
    const before = await ctx.tx.execute<{ id: string }>(sql`
      select id from files where on_kind = 'nomination' and on_id = ${nominationId}::uuid and removed_at is null`)
    await letFilesGo(ctx, { onId: nominationId, ids: before.map(({ id }) => id) })
    await keepFile(ctx, upload, {
      ...{ onKind: "nomination", onId: nominationId, groupId: null },
      ...{ kind: "picture", audience: "staff" },
    })
    await record(ctx, {
      what: "nomination.agreed",
      subject: ["election", election.id],
      groupIds: [nomination.groupId],
      summary: say("{name} sent a picture for “{title}”", { name: nomination.name, title: election.title }),
    })
  })
}
