import "server-only"
import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { fileContents, files, people } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import type { OpenedForFiles } from "../access/room-type"
import { found } from "../errors"
import { openForFiles } from "./opening/queries"

const columns = {
  id: files.id,
  onKind: files.onKind,
  onId: files.onId,
  groupId: files.groupId,
  name: files.name,
  kind: files.kind,
  runsUntil: files.runsUntil,
  digest: files.digest,
  smallDigest: files.smallDigest,
  audience: files.audience,
  addedAt: files.addedAt,
  by: people.name,
  size: fileContents.size,
  type: fileContents.type,
}

const select = (ctx: Ctx, where: SQL | undefined) =>
  ctx.tx
    .select(columns)
    .from(files)
    .innerJoin(fileContents, eq(fileContents.digest, files.digest))
    .leftJoin(people, eq(people.id, files.addedBy))
    .where(and(isNull(files.removedAt), where))
export type FileRow = Awaited<ReturnType<typeof select>>[number]

/** The files on a thing that the asker may read, the newest first, and what the asker may do with them. */
export async function listFiles(
  ctx: Ctx,
  kind: string,
  id: string,
): Promise<{ opened: OpenedForFiles; files: FileRow[] }> {
  const opened = await openForFiles(ctx, kind, id)
  // A group that another went up in has the other's files, too.
  const on = kind === "group" ? eq(files.groupId, id) : eq(files.onId, id)
  const rows = await select(ctx, and(eq(files.onKind, kind), on)).orderBy(desc(files.addedAt), asc(files.id))
  return { opened, files: rows }
}

/** The files on several things of one kind, as far as the asker may read them; the things are not asked. */
export const listFilesAmong = (ctx: Ctx, kind: string, ids: string[]): Promise<FileRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : select(ctx, and(eq(files.onKind, kind), isOneOf(files.onId, ids))).orderBy(
        desc(files.addedAt),
        asc(files.id),
      )

/** The thing that a file is on: of a group’s file the group it is of now, as groups may become one. */
export const openThingOf = (ctx: Ctx, file: Pick<FileRow, "onKind" | "onId" | "groupId">) =>
  openForFiles(ctx, file.onKind, file.onKind === "group" ? (file.groupId ?? file.onId) : file.onId)

/** One file, with the thing that it is on. NotFound when the asker may not read it. */
export async function getFile(ctx: Ctx, id: string): Promise<{ file: FileRow; opened: OpenedForFiles }> {
  const file = found((await select(ctx, eq(files.id, id)))[0])
  return { file, opened: await openThingOf(ctx, file) }
}

/** What a file holds: its name, media type and bytes; `small`: its small picture. */
export async function readFile(
  ctx: Ctx,
  id: string,
  { small = false } = {},
): Promise<{ name: string; type: string; bytes: Buffer }> {
  const [file] = await ctx.tx
    .select({ name: files.name, digest: small ? files.smallDigest : files.digest })
    .from(files)
    .where(and(eq(files.id, id), isNull(files.removedAt)))
  const digest = found(file?.digest)
  const [whole] = await ctx.tx.execute<{ type: string; bytes: Buffer }>(sql`
    select c.type, (select string_agg(p.bytes, ''::bytea order by p.number) from file_pieces p where p.digest = c.digest) as bytes
    from file_contents c where c.digest = ${digest}`)
  const { type, bytes } = found(whole)
  return { name: file?.name ?? "", type, bytes }
}
