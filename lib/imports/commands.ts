import "server-only"
import { setImmediate } from "node:timers/promises"
import { eq, sql } from "drizzle-orm"
import { imports } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import { ensure, found } from "../errors"
import { queueDuplicateSearch } from "../groups/similarity/commands"
import { say } from "../words"
import type { Asked } from "./columns/context"
import type { Mapping } from "./columns/fields"
import type { ReadList } from "./columns/lists"
import type { OnDuplicate } from "./input"
import { type Companions, type Judged, judging } from "./matching/judge"
import { fitting } from "./matching/memberships"
import { settling } from "./matching/people"
import { listHeld, listPlaces, listStanding } from "./matching/queries"
import { mayImport } from "./policy"
import { count, inOrder, nothingYet, type Result } from "./result"
import { type Writing, writeRows } from "./writing/commands"
import { ListWords, noteWords } from "./writing/words"

/** So many rows are written at a time, while as many are read. */
const AT_ONCE = 3_000

const guard = (ctx: Ctx) => ensure(mayImport(ctx.actor), say("Only workers and managers can bring lists in."))

/** What rows of a list are held against. */
async function readCompanions(ctx: Ctx, list: ReadList): Promise<Companions> {
  const standing = await listStanding(ctx)
  const places = await listPlaces(ctx, standing, list)
  const held = await listHeld(ctx, list.says)
  const memberships = await fitting(ctx, list.says)
  return { standing, places, held, memberships, settle: await settling(ctx, list) }
}

/** Judges a list against the groups there are; writes nothing. Gives each row in the order of the file, and what it comes to. */
export async function checkList(ctx: Ctx, list: ReadList, onDuplicate: (row: number) => OnDuplicate) {
  guard(ctx)
  const judge = judging(list, await readCompanions(ctx, list), onDuplicate)
  const result = nothingYet()
  const all: Judged[] = []
  const unclear: Asked[] = []
  for (const piece of list.pieces()) {
    for (const one of piece.asked) unclear.push(one)
    const judged = piece.drafts.map(judge)
    count(result, judged, piece)
    for (const one of judged) all.push(one)
  }
  return { judged: all.sort((a, b) => a.draft.row - b.draft.row), result: inOrder(result), asked: unclear }
}

/** Begins an import in the list of imports. */
export async function beginImport(ctx: Ctx, of: { fileName: string; headers: string[]; mapping: Mapping }) {
  guard(ctx)
  const [made] = await ctx.tx
    .insert(imports)
    .values({ ...of, lioId: ctx.lio.id, personId: personOf(ctx.actor)?.personId ?? null, createdAt: ctx.now })
    .returning({ id: imports.id })
  return found(made)
}

/** Hears how many rows are written, while an import runs. */
export type Tell = (rows: number) => Promise<unknown>

/** Writes a list: all of it or, when anything fails, nothing. Run again, it makes nothing new. */
export async function applyRows(
  ctx: Ctx,
  importId: string,
  fileName: string,
  list: ReadList,
  onDuplicate: (row: number) => OnDuplicate,
  tell?: Tell,
): Promise<Result> {
  guard(ctx)
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import ${ctx.lio.id}`}, 0))`)
  // The keys of every row are checked by the same few statements: planned once, not once a row (decision 027).
  await ctx.tx.execute(sql`set local plan_cache_mode = force_generic_plan`)
  const result = await writeAll(ctx, { importId, fileName }, list, onDuplicate, tell)
  const { problems: _problems, ...counts } = result
  await ctx.tx
    .update(imports)
    .set({ counts, checkedAt: ctx.now, confirmedAt: ctx.now, finishedAt: ctx.now })
    .where(eq(imports.id, importId))
  if (counts.new + counts.updated > 0) await queueDuplicateSearch(ctx)
  return result
}

/** Writes rows while the next are read and judged, which is half of the work each. */
async function writeAll(
  ctx: Ctx,
  of: Pick<Writing, "importId" | "fileName">,
  list: ReadList,
  onDuplicate: (row: number) => OnDuplicate,
  tell?: Tell,
) {
  const companions = await readCompanions(ctx, list)
  const before = new Map(companions.standing.map((group) => [group.id, { ...group }]))
  const judge = judging(list, companions, onDuplicate)
  const words = new ListWords()
  const result = nothingYet()
  let judged: Judged[] = []
  let writing: Promise<unknown> = Promise.resolve()
  const write = async () => {
    await writing
    const [rows, read] = [judged, result.rows]
    judged = []
    writing = writeRows(ctx, { ...of, before, words }, rows).then(() => tell?.(read))
    // Whoever waits for it next is told of what goes wrong.
    writing.catch(() => {})
  }
  try {
    for (const piece of list.pieces()) {
      const rows = piece.drafts.map(judge)
      count(result, rows, piece)
      judged.push(...rows)
      if (judged.length >= AT_ONCE) await write()
      else await setImmediate()
    }
    await write()
  } finally {
    // Whatever goes wrong, nothing is written any more once the transaction has ended.
    await writing.catch(() => {})
  }
  await writing
  await noteWords(ctx, of.importId, words)
  return inOrder(result)
}
