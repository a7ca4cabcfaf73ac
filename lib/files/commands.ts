import "server-only"
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { files } from "@/db/schema"
import { FILE_KINDS } from "@/db/vocabulary"
import { type Ctx, personOf } from "../access/ctx"
import type { OpenedForFiles } from "../access/room-type"
import { ensure, found, RuleBroken } from "../errors"
import { record } from "../journal/commands"
import { formatDate, say } from "../words"
import type { AddFiles, ChangeFile } from "./input"
import { keepFile } from "./keeping/commands"
import { openForFiles } from "./opening/queries"
import { ofCase } from "./opening/words"
import { getFile, openThingOf } from "./queries"
import { harmlessName } from "./reading/names"
import { MOST_AT_ONCE, MOST_ON_ONE } from "./reading/types"

const guard = (opened: OpenedForFiles) => ensure(opened.mayChange, say("You can’t add or change files here."))

function audienceOf({ audiences }: OpenedForFiles, chosen: string | undefined): string {
  const [usual = "staff"] = Object.keys(audiences)
  if (chosen && !(chosen in audiences)) throw new RuleBroken(say("Choose who may read it"), "audience")
  return chosen || usual
}

/** Puts files on a thing that its room opens for the asker. All of them, or none. */
export async function addFiles(ctx: Ctx, input: AddFiles): Promise<{ path: string; names: string[] }> {
  const opened = await openForFiles(ctx, input.onKind, input.onId)
  guard(opened)
  const { uploads } = input
  if (uploads.length === 0) throw new RuleBroken(say("Choose a file first."), "file")
  if (uploads.length > MOST_AT_ONCE)
    throw new RuleBroken(
      say("Upload up to {mostAtOnce} files at a time.", { mostAtOnce: MOST_AT_ONCE }),
      "file",
    )
  const [there] = await ctx.tx.execute<{ count: number }>(sql`
    select count(*)::int as count from files
    where on_kind = ${input.onKind} and on_id = ${input.onId}::uuid and removed_at is null`)
  if ((there?.count ?? 0) + uploads.length > MOST_ON_ONE)
    throw new RuleBroken(
      say("There can be {mostOnOne} files here. Remove some that you don’t need.", {
        mostOnOne: MOST_ON_ONE,
      }),
      "file",
    )
  const audience = audienceOf(opened, input.audience)
  for (const upload of uploads) {
    const id = await keepFile(ctx, upload, {
      ...{ onKind: input.onKind, onId: input.onId, groupId: opened.groupId },
      ...{ kind: input.kind, runsUntil: input.runsUntil, audience },
    })
    const of = { name: upload.name, kind: FILE_KINDS[input.kind].toLowerCase() }
    await record(ctx, {
      what: "file.added",
      subject: ["file", id],
      groupIds: opened.groupId ? [opened.groupId] : undefined,
      audience,
      summary: input.runsUntil
        ? say("Added the file “{name}” ({kind}, runs until {day})", {
            ...of,
            day: formatDate(input.runsUntil),
          })
        : say("Added the file “{name}” ({kind})", of),
      to: { name: upload.name, kind: input.kind, runsUntil: input.runsUntil },
    })
  }
  return { path: opened.path, names: uploads.map(({ name }) => name) }
}

/** Who may read that a file's readers changed: staff, unless it is or was for the people of a case alone. */
function audienceOfChange(from: string, to: string): string {
  if (from === to || ofCase(to)) return to
  return ofCase(from) ? from : "staff"
}

/** Changes what is said of a file: its name (the ending stays), kind, last day, and who may read it. */
export async function changeFile(
  ctx: Ctx,
  { id, ...input }: ChangeFile,
): Promise<{ path: string; name: string }> {
  const { file, opened } = await getFile(ctx, id)
  guard(opened)
  const name = harmlessName(input.name, file.name.split(".").at(-1) ?? "x")
  const to = {
    name,
    kind: input.kind,
    runsUntil: input.runsUntil,
    audience: audienceOf(opened, input.audience),
  }
  const from = { name: file.name, kind: file.kind, runsUntil: file.runsUntil, audience: file.audience }
  if (JSON.stringify(from) === JSON.stringify(to)) return { path: opened.path, name }
  const reminded = from.runsUntil === to.runsUntil ? {} : { remindedAt: null }
  await ctx.tx
    .update(files)
    .set({ ...to, ...reminded })
    .where(eq(files.id, id))
  await record(ctx, {
    what: "file.changed",
    subject: ["file", id],
    groupIds: opened.groupId ? [opened.groupId] : undefined,
    audience: audienceOfChange(file.audience, to.audience),
    summary: say("Changed what is said of the file “{name}”", { name }),
    ...{ from, to },
  })
  return { path: opened.path, name }
}

/** Removes a file. It can be restored for 30 days; then it is gone. */
export async function removeFile(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ id: string; path: string; name: string }> {
  const { file, opened } = await getFile(ctx, id)
  guard(opened)
  await ctx.tx
    .update(files)
    .set({ removedAt: ctx.now, removedBy: personOf(ctx.actor)?.personId ?? null })
    .where(and(eq(files.id, id), isNull(files.removedAt)))
  await record(ctx, {
    what: "file.removed",
    subject: ["file", id],
    groupIds: opened.groupId ? [opened.groupId] : undefined,
    audience: file.audience,
    summary: say("Removed the file “{file}”", { file: file.name }),
  })
  return { id, path: opened.path, name: file.name }
}

/** Restores a file that was removed. NotFound once it is gone for good. */
export async function restoreFile(ctx: Ctx, { id }: { id: string }): Promise<{ path: string; name: string }> {
  const [row] = await ctx.tx
    .select()
    .from(files)
    .where(and(eq(files.id, id), isNotNull(files.removedAt)))
  const file = found(row)
  const opened = await openThingOf(ctx, file)
  guard(opened)
  await ctx.tx.update(files).set({ removedAt: null, removedBy: null }).where(eq(files.id, id))
  await record(ctx, {
    what: "file.restored",
    subject: ["file", id],
    groupIds: opened.groupId ? [opened.groupId] : undefined,
    audience: file.audience,
    summary: say("Restored the file “{file}”", { file: file.name }),
  })
  return { path: opened.path, name: file.name }
}
