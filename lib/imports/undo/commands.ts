import "server-only"
import { and, eq, isNotNull, isNull } from "drizzle-orm"
import { imports } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { removeImported, restoreImported } from "../../groups/importing/undo/commands"
import { takeBackRoles } from "../../groups/roles/importing/commands"
import { record, recordImported } from "../../journal/commands"
import { forgetLearnt, takeBackMemberships } from "../../memberships/importing/commands"
import { takeBackAddresses } from "../../people/importing/commands"
import { say } from "../../words"
import { mayImport } from "../policy"
import { takeBackWords } from "../writing/words"
import { listHappened, wordsAdded } from "./queries"

/** For how many days an import can be taken back. */
export const UNDO_DAYS = 7

/**
 * Takes an import back: groups it made go, groups it changed say again what they said before.
 * What somebody has worked on since is left alone, and counted.
 */
export async function undoImport(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ id: string; removed: number; restored: number; left: number }> {
  ensure(mayImport(ctx.actor), say("Only workers and managers can take an import back."))
  const [undone] = await ctx.tx
    .update(imports)
    .set({ undoneAt: ctx.now })
    .where(and(eq(imports.id, id), isNotNull(imports.finishedAt), isNull(imports.undoneAt)))
    .returning({ finishedAt: imports.finishedAt, fileName: imports.fileName })
  if (!undone) {
    const [there] = await ctx.tx.select({ id: imports.id }).from(imports).where(eq(imports.id, id))
    found(there)
    throw new RuleBroken(say("This import has already been undone, or has not finished yet."))
  }
  if (ctx.now.getTime() - (undone.finishedAt?.getTime() ?? 0) > UNDO_DAYS * 86_400_000) {
    throw new RuleBroken(
      say("You can undo an import for {undoDays} days. Close or change its groups one by one instead.", {
        undoDays: UNDO_DAYS,
      }),
    )
  }
  const removed = await removeImported(ctx, id)
  const restored = await restoreImported(ctx, id)
  await takeBackMore(ctx, { id, at: found(undone.finishedAt) }, removed, restored)
  const happened = await listHappened(ctx, id)
  const written = new Set(happened.map(({ groupId }) => groupId))
  const left = Math.max(0, written.size - removed.length - restored.length)
  const again = new Set(restored)
  const summary = say("Undone: the import of {fileName}", { fileName: undone.fileName })
  await recordImported(
    ctx,
    id,
    happened.flatMap(({ groupId, what, from, to }) =>
      what !== "group.imported" && again.has(groupId) ? [{ groupId, what, summary, from: to, to: from }] : [],
    ),
  )
  await record(ctx, {
    what: "import.undone",
    subject: ["import", id],
    summary: say(
      "Took back the import of {fileName}: {removed} groups gone, {restored} as before, {left} left alone",
      { fileName: undone.fileName, removed: removed.length, restored: restored.length, left },
    ),
  })
  return { id, removed: removed.length, restored: restored.length, left }
}

/** Takes back what came with the groups: memberships, people, and words of the LIO's lists. */
async function takeBackMore(
  ctx: Ctx,
  { id, at }: { id: string; at: Date },
  removed: string[],
  restored: string[],
) {
  const both = [...removed, ...restored]
  await takeBackMemberships(ctx, at, both)
  await forgetLearnt(ctx, id, restored)
  await takeBackAddresses(ctx, id, restored)
  await takeBackRoles(ctx, at, both)
  await takeBackWords(ctx, await wordsAdded(ctx, id), removed)
}
