import "server-only"
import { and, eq, isNotNull, isNull } from "drizzle-orm"
import { madeDocuments } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { asSystem } from "../../access/doors"
import { enqueue } from "../../jobs/commands"
import { log } from "../../log"
import type { Document, Form } from "../model"
import { Unprintable } from "../pdf/write"
import { digestOf, isLong, writeForm } from "./write"

/** Where a file stands that somebody asked for: made, being made by the worker, or not to be made. */
export type Asked = { digest: string; form: Form; bytes: Buffer | null; failed: boolean }

/** A door of the LIO that the document belongs to, opened as often as it is needed: none stays open while something is written. */
type Door = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>
type Wanted = { document: Document; form: Form; audience: "public" | "staff" }

const CANNOT = "unprintable"

/**
 * The file of a document, made once for all that it says: at once where it is short, by the worker where it is long.
 * `audience`: who may have it.
 */
export async function askForFile(door: Door, wanted: Wanted): Promise<Asked> {
  const { document, form } = wanted
  const digest = digestOf(document)
  const there = await door((ctx) => findMade(ctx, { digest, form }))
  if (there) return there
  if (isLong(document)) {
    await door((ctx) => leaveToWorker(ctx, digest, wanted))
    return { digest, form, bytes: null, failed: false }
  }
  const bytes = await written(document, form)
  await door((ctx) => keepMade(ctx, digest, { ...wanted, bytes }))
  return { digest, form, bytes, failed: bytes === null }
}

async function leaveToWorker(ctx: Ctx, digest: string, { document, form, audience }: Wanted) {
  await ctx.tx
    .insert(madeDocuments)
    .values({ lioId: ctx.lio.id, digest, form, audience, waiting: document, askedAt: ctx.now })
    .onConflictDoNothing()
  const key = `make-document:${ctx.lio.id}:${digest}:${form}`
  await enqueue(ctx, "make-document", { digest, form }, { key })
}

async function keepMade(
  ctx: Ctx,
  digest: string,
  { form, audience, bytes }: Wanted & { bytes: Buffer | null },
) {
  const problem = bytes ? null : CANNOT
  await ctx.tx
    .insert(madeDocuments)
    .values({ lioId: ctx.lio.id, digest, form, audience, bytes, problem, askedAt: ctx.now, madeAt: ctx.now })
    .onConflictDoNothing()
}

/** A file that was asked for before, as far as it is; null when nobody did. */
export async function findMade(
  ctx: Ctx,
  { digest, form }: { digest: string; form: Form },
): Promise<Asked | null> {
  const [row] = await ctx.tx
    .select({ bytes: madeDocuments.bytes, problem: madeDocuments.problem })
    .from(madeDocuments)
    .where(and(eq(madeDocuments.digest, digest), eq(madeDocuments.form, form)))
  return row ? { digest, form, bytes: row.bytes, failed: row.problem !== null } : null
}

async function written(document: Document, form: Form): Promise<Buffer | null> {
  try {
    return await writeForm(document, form)
  } catch (refusal) {
    if (!(refusal instanceof Unprintable)) log.error({ err: refusal }, "A document was not written")
    return null
  }
}

/** The worker makes a long document. It is read and kept in transactions of their own, and none is open meanwhile. */
export async function makeWaiting(lio: string, { digest, form }: { digest: string; form: Form }) {
  const which = and(eq(madeDocuments.digest, digest), eq(madeDocuments.form, form))
  const [row] = await asSystem(lio, (ctx) =>
    ctx.tx
      .select({ waiting: madeDocuments.waiting })
      .from(madeDocuments)
      .where(and(which, isNull(madeDocuments.madeAt), isNotNull(madeDocuments.waiting))),
  )
  if (!row) return
  const bytes = await written(row.waiting as Document, form)
  await asSystem(lio, (ctx) =>
    ctx.tx
      .update(madeDocuments)
      .set({ bytes, problem: bytes ? null : CANNOT, waiting: null, madeAt: ctx.now })
      .where(which),
  )
}
