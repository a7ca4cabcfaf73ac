import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { proposedReplies, representations } from "@/db/schema"
import { readingAll } from "../../../access/audiences"
import type { Ctx } from "../../../access/ctx"
import { within } from "../../../access/limits/commands"
import { found, RuleBroken } from "../../../errors"
import { keepFile, letFilesGo, moveFiles } from "../../../files/keeping/commands"
import type { ReadFile } from "../../../files/reading/content"
import { record } from "../../../journal/commands"
import { say } from "../../../words"
import { ensureTakesReplies, type LinkedPaper } from "../queries"
import { MOST_FILES, MOST_FILES_SOON } from "./input"

/** Refused before a file is read at all: where none may be sent by this link, or too many were just now. */
export async function ensureTakesFile(ctx: Ctx, paper: LinkedPaper) {
  ensureTakesReplies(ctx, paper)
  await within(
    `reply-file:${paper.linkId}`,
    MOST_FILES_SOON,
    new RuleBroken(say("That’s a lot of files in a short time. Wait a quarter of an hour and try again.")),
  )
}

/**
 * Puts a file with a reply that somebody at the body has entered by their link and that waits: for staff alone, who look at it
 * with the reply. Those that were sent with it before stay.
 */
export async function addFileByLink(
  ctx: Ctx,
  paper: LinkedPaper,
  { askId, upload }: { askId: string; upload: ReadFile },
) {
  ensureTakesReplies(ctx, paper)
  return readingAll(ctx, "the reply that waits of this link, and whose paper it is", async () => {
    const [waiting] = await ctx.tx
      .select({ id: proposedReplies.id, sender: proposedReplies.sender })
      .from(proposedReplies)
      .where(
        and(
          eq(proposedReplies.linkId, paper.linkId),
          eq(proposedReplies.askId, askId),
          isNull(proposedReplies.decidedAt),
        ),
      )
      .for("update")
    if (!waiting)
      throw new RuleBroken(say("Your reply to this ask has been checked already. Send a new reply first."))
    const [sent] = await ctx.tx.execute<{ count: number }>(sql`
      select count(*)::int as count from files f join proposed_replies p on p.id = f.on_id
      where f.on_kind = 'proposed_reply' and p.link_id = ${paper.linkId}::uuid`)
    if ((sent?.count ?? 0) >= MOST_FILES)
      throw new RuleBroken(say("You’ve sent as many files as we can take here. Please email us the others."))
    const [of] = await ctx.tx
      .select({ title: representations.title, bodyId: representations.bodyId })
      .from(representations)
      .where(eq(representations.id, paper.representationId))
    const { title, bodyId } = found(of)
    await keepFile(ctx, upload, {
      ...{ onKind: "proposed_reply", onId: waiting.id, groupId: null },
      ...{ kind: "letter", audience: "staff" },
    })
    await record(ctx, {
      what: "ask.proposed",
      subject: ["representation", paper.representationId],
      groupIds: [bodyId],
      summary: say("{sender} sent the file “{file}” by link, to be checked: “{title}”", {
        ...{ sender: waiting.sender, file: upload.name, title },
      }),
    })
    return { name: upload.name }
  })
}

const filesWith = async (ctx: Ctx, proposalId: string) =>
  (
    await ctx.tx.execute<{ id: string }>(sql`
      select id from files where on_kind = 'proposed_reply' and on_id = ${proposalId}::uuid and removed_at is null`)
  ).map(({ id }) => id)

/** What came with a reply that staff accepted stands with the other files of the paper, for staff until they say otherwise. */
export async function keepFilesOfReply(ctx: Ctx, proposalId: string, representationId: string) {
  const ids = await filesWith(ctx, proposalId)
  await moveFiles(ctx, { onId: proposalId, ids }, { onKind: "representation", onId: representationId })
}

/** What came with a reply that staff did not record goes. */
export async function dropFilesOfReply(ctx: Ctx, proposalId: string) {
  await letFilesGo(ctx, { onId: proposalId, ids: await filesWith(ctx, proposalId) })
}
