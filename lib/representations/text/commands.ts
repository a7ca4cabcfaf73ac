import "server-only"
import { and, asc, eq, gt, sql } from "drizzle-orm"
import { paperParts } from "@/db/schema"
import { PAPER_PARTS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { found } from "../../errors"
import { record } from "../../journal/commands"
import { type Move, movedIn } from "../../order/input"
import { placesOf } from "../../order/rows"
import { checkSeen } from "../../seen"
import { say, shortened } from "../../words"
import { openRepresentation } from "../commands"
import type { AddPart, ChangePart } from "./input"

/** A part, and its paper while that can be worked on: held until this is done, and its parts with it. */
export async function partOf(ctx: Ctx, id: string) {
  const read = async () => found((await ctx.tx.select().from(paperParts).where(eq(paperParts.id, id)))[0])
  const representation = await openRepresentation(ctx, (await read()).representationId)
  return { part: await read(), representation }
}

/** Adds a heading or a paragraph at the end of the text. */
export async function addPart(ctx: Ctx, input: AddPart) {
  const { title } = await openRepresentation(ctx, input.representationId)
  const [made] = await ctx.tx
    .insert(paperParts)
    .values({
      ...input,
      lioId: ctx.lio.id,
      position: sql`(select coalesce(max(position), 0) + 1 from paper_parts where representation_id = ${input.representationId})`,
    })
    .returning({ id: paperParts.id })
  const { id } = found(made)
  await record(ctx, {
    what: "paper.part_added",
    subject: ["representation", input.representationId],
    summary: say("Added to “{title}”: {text}", { title, text: shortened(input.text, 100) }),
    to: { kind: PAPER_PARTS[input.kind], text: input.text },
  })
  return { id, representationId: input.representationId }
}

/** Rewords a part. Over words of somebody else that were saved meanwhile it is refused, and both are shown. */
export async function changePart(ctx: Ctx, { id, text, seen }: ChangePart) {
  const { part, representation } = await partOf(ctx, id)
  const { representationId } = part
  if (part.text === text) return { id, representationId }
  checkSeen(seen, { text: part.text }, { text })
  await ctx.tx.update(paperParts).set({ text }).where(eq(paperParts.id, id))
  await record(ctx, {
    what: "paper.part_changed",
    subject: ["representation", representationId],
    summary: say("Reworded part of “{title}”: {text}", {
      title: representation.title,
      text: shortened(text, 100),
    }),
    from: { text: part.text },
    to: { text },
  })
  return { id, representationId }
}

/** Moves a part one place up or down, or to a place; beyond the ends nothing happens. */
export async function movePart(ctx: Ctx, move: Move) {
  const { part, representation } = await partOf(ctx, move.id)
  const { representationId } = part
  const rows = await ctx.tx
    .select({ id: paperParts.id })
    .from(paperParts)
    .where(eq(paperParts.representationId, representationId))
    .orderBy(asc(paperParts.position), asc(paperParts.id))
  const before = rows.map((row) => row.id)
  const order = movedIn(before, move)
  if (order) {
    await ctx.tx.execute(sql`
      update paper_parts p set position = o.place
      from ${placesOf(order)} where p.id = o.id and p.position <> o.place`)
    await record(ctx, {
      what: "paper.part_moved",
      subject: ["representation", representationId],
      summary: say("Moved a part of “{title}” from place {at} to {to}", {
        title: representation.title,
        at: before.indexOf(move.id) + 1,
        to: order.indexOf(move.id) + 1,
      }),
    })
  }
  return { id: move.id, representationId }
}

/** Takes a part out with what is pinned to it; versions that are published keep it. */
export async function dropPart(ctx: Ctx, { id }: { id: string }) {
  const { part, representation } = await partOf(ctx, id)
  const { representationId } = part
  await ctx.tx.delete(paperParts).where(eq(paperParts.id, id))
  await ctx.tx
    .update(paperParts)
    .set({ position: sql`${paperParts.position} - 1` })
    .where(and(eq(paperParts.representationId, representationId), gt(paperParts.position, part.position)))
  await record(ctx, {
    what: "paper.part_dropped",
    subject: ["representation", representationId],
    summary: say("Removed from “{title}”: {text}", {
      title: representation.title,
      text: shortened(part.text, 100),
    }),
    from: { text: part.text },
  })
  return { representationId }
}
