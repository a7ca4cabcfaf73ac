import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { asSystem } from "../../access/doors"
import { ensure } from "../../errors"
import { readFile } from "../../files/queries"
import { READABLE, type ReadWords, readWords } from "./reader"

/** So many resources in one round; the next follows in a few minutes. */
const MOST = 20

type Read = { digest: string } & ReadWords
type Unread = { id: string; of: string; files: { id: string; digest: string; type: string }[] }

const FILES = sql`select f.id, f.digest, c.type from files f join file_contents c on c.digest = f.digest
  where f.on_kind = 'resource' and f.on_id = r.id and f.removed_at is null and c.type = any (${sql.param(READABLE)}::text[])`

/** Resources whose files are others than those whose words were read. For the system. */
export async function listUnread(ctx: Ctx): Promise<Unread[]> {
  ensure(ctx.actor.kind === "system")
  const rows = await ctx.tx.execute<Unread>(sql`
    select r.id, w.of, w.files from resources r cross join lateral (
      select coalesce(string_agg(x.digest, ' ' order by x.digest), '') as of,
        coalesce(json_agg(json_build_object('id', x.id, 'digest', x.digest, 'type', x.type) order by x.digest), '[]') as files
      from (${FILES}) x) w
    where r.words_of is distinct from w.of and r.retired_at is null order by r.created_at, r.id limit ${MOST}`)
  return [...rows]
}

/** Keeps the words of a resource’s files, and which of them couldn’t be read. For the system. */
export async function keepWords(
  ctx: Ctx,
  { id, of }: Pick<Unread, "id" | "of">,
  read: Read[],
): Promise<void> {
  ensure(ctx.actor.kind === "system")
  const words = read.flatMap((one) => one.words ?? []).join(" ")
  const unread = read.flatMap((one) => (one.words === null ? [`${one.digest} ${one.why}`] : []))
  await ctx.tx.execute(sql`
    update resources set words_of = ${of}, words = ${words.slice(0, 300_000)}, unread_files = ${sql.param(unread)}::text[] where id = ${id}`)
}

/** Reads the words of files that are new on resources, so that they are found by them. Gives how many resources were read. */
export async function readResourceFiles(lio: string): Promise<number> {
  const unread = await asSystem(lio, listUnread)
  for (const { id, of, files } of unread) {
    const read: Read[] = []
    for (const file of files) {
      const { type, bytes } = await asSystem(lio, (ctx) => readFile(ctx, file.id))
      read.push({ digest: file.digest, ...(await readWords({ type, bytes })) })
    }
    await asSystem(lio, (ctx) => keepWords(ctx, { id, of }, read))
  }
  return unread.length
}
