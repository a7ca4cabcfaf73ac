import "server-only"
import { createHash } from "node:crypto"
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { files } from "@/db/schema"
import type { FILE_KINDS } from "@/db/vocabulary"
import { isByName } from "../../access/audiences"
import { type Ctx, personOf } from "../../access/ctx"
import type { Content, ReadFile } from "../reading/content"

/** A piece of a content, in bytes: small enough for a line of a backup. */
const PIECE = 256 * 1024

/** Keeps what a file holds, once however many files hold the same. */
async function keepContent(ctx: Ctx, { digest, type, bytes }: Content) {
  await ctx.tx.execute(sql`
    with kept as (
      insert into file_contents (lio_id, digest, size, type, kept_at)
      values (${ctx.lio.id}::uuid, ${digest}, ${bytes.length}, ${type}, ${ctx.now.toISOString()}::timestamptz)
      on conflict do nothing)
    insert into file_pieces (lio_id, digest, number, bytes)
    select ${ctx.lio.id}::uuid, ${digest}, n, substring(${bytes}::bytea from n * ${PIECE}::int + 1 for ${PIECE}::int)
    from generate_series(0, ${Math.ceil(bytes.length / PIECE) - 1}::int) n
    on conflict do nothing`)
}

/**
 * A content as it is known by inside one room: files of a consortium share no content with others, or whoever holds the same file
 * could tell that somebody else has it.
 */
const asKnownIn = (audience: string, content: Content): Content =>
  isByName(audience)
    ? { ...content, digest: createHash("sha256").update(`${audience} ${content.digest}`).digest("hex") }
    : content

type Keeping = {
  onKind: string
  onId: string
  groupId: string | null
  kind: keyof typeof FILE_KINDS
  runsUntil?: string | null
  audience: string
}

/** Keeps a file on a thing, for these readers. Who may is settled by the room of the thing. Gives the file’s id. */
export async function keepFile(ctx: Ctx, upload: ReadFile, on: Keeping): Promise<string> {
  const id = crypto.randomUUID()
  const content = asKnownIn(on.audience, upload.content)
  const small = upload.small && asKnownIn(on.audience, upload.small)
  await keepContent(ctx, content)
  if (small) await keepContent(ctx, small)
  await ctx.tx.insert(files).values({
    ...{ ...on, id, lioId: ctx.lio.id, name: upload.name },
    digest: content.digest,
    smallDigest: small?.digest ?? null,
    addedBy: personOf(ctx.actor)?.personId ?? null,
    addedAt: ctx.now,
  })
  return id
}

type Some = { onId: string; ids: string[] }

/** Files on a thing get other readers. Who may is settled by its room. */
export async function showFilesTo(ctx: Ctx, { onId, ids }: Some, audience: string): Promise<void> {
  if (ids.length === 0) return
  await ctx.tx
    .update(files)
    .set({ audience })
    .where(and(eq(files.onId, onId), isOneOf(files.id, ids)))
}

/** Files on things are from now on for readers that are named after the group of each, as "draft" for `draft:GROUP`. Who may is settled by the room of the things. */
export async function showFilesToGroups(ctx: Ctx, onIds: string[], word: string): Promise<void> {
  if (onIds.length === 0) return
  await ctx.tx
    .update(files)
    .set({ audience: sql`${word}::text || ':' || ${files.groupId}` })
    .where(and(isOneOf(files.onId, onIds), isNotNull(files.groupId)))
}

/** Files on a thing are no longer needed there; what they hold goes with the others that were removed. Who may is settled by its room. */
export async function letFilesGo(ctx: Ctx, { onId, ids }: Some): Promise<void> {
  if (ids.length === 0) return
  await ctx.tx
    .update(files)
    .set({ removedAt: ctx.now, removedBy: personOf(ctx.actor)?.personId ?? null })
    .where(and(eq(files.onId, onId), isOneOf(files.id, ids), isNull(files.removedAt)))
}

/** Files on a thing stand on another from now on, for the same readers. Who may is settled by the room of both. */
export async function moveFiles(
  ctx: Ctx,
  { onId, ids }: Some,
  to: Pick<Keeping, "onKind" | "onId">,
): Promise<void> {
  if (ids.length === 0) return
  await ctx.tx
    .update(files)
    .set(to)
    .where(and(eq(files.onId, onId), isOneOf(files.id, ids)))
}
