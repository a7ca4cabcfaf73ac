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

const CANNOT = "unprintable"

/**
 * The file of a document, made once for all that it says: at once where it is short, by the worker where it is long.
 * `audience`: who may have it.
 */
export async function askForFile(
  ctx: Ctx,
  { document, form, audience }: { document: Document; form: Form; audience: "public" | "staff" },
): Promise<Asked> {
  const digest = digestOf(document)
  const there = await findMade(ctx, { digest, form })
  if (there) return there
  const long = isLong(document)
  const bytes = long ? null : await written(document, form)
  await ctx.tx
    .insert(madeDocuments)
    .values({
      lioId: ctx.lio.id,
      ...{ digest, form, audience, bytes },
      waiting: long ? document : null,
      problem: long || bytes ? null : CANNOT,
      askedAt: ctx.now,
      madeAt: long ? null : ctx.now,
    })
    .onConflictDoNothing()
  if (long)
    await enqueue(
      ctx,
      "make-document",
      { digest, form },
      { key: `make-document:${ctx.lio.id}:${digest}:${form}` },
    )
  return { digest, form, bytes, failed: !long && !bytes }
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
