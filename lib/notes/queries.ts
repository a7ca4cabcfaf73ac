import "server-only"
import { and, desc, eq, isNull, type SQL } from "drizzle-orm"
import { groups, notes, people } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import { ensure, found } from "../errors"
import { say } from "../words"
import { maySeeNotes } from "./policy"

async function select(ctx: Ctx, where: SQL | undefined) {
  ensure(maySeeNotes(ctx.actor), say("Only staff can read notes."))
  return ctx.tx
    .select({
      id: notes.id,
      groupId: notes.groupId,
      group: groups.name,
      on: notes.on,
      text: notes.text,
      by: people.name,
      createdAt: notes.createdAt,
    })
    .from(notes)
    .innerJoin(groups, eq(groups.id, notes.groupId))
    .leftJoin(people, eq(people.id, notes.byPersonId))
    .where(and(isNull(notes.removedAt), where))
    .orderBy(desc(notes.on), desc(notes.createdAt))
}
export type Note = Awaited<ReturnType<typeof select>>[number]

/** The notes on a group, the newest first. For staff. */
export const listNotes = (ctx: Ctx, groupId: string): Promise<Note[]> =>
  select(ctx, eq(notes.groupId, groupId))

/** One note. */
export async function getNote(ctx: Ctx, id: string): Promise<Note> {
  return found((await select(ctx, eq(notes.id, id)))[0])
}
