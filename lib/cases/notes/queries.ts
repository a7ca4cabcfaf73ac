import "server-only"
import { and, desc, eq, isNull, type SQL } from "drizzle-orm"
import { caseNotes, cases, people } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { say } from "../../words"
import { maySeeCases } from "../policy"

async function select(ctx: Ctx, where: SQL) {
  ensure(maySeeCases(ctx.actor), say("Only staff can read notes."))
  return ctx.tx
    .select({
      id: caseNotes.id,
      caseId: caseNotes.caseId,
      case: cases.title,
      sessionId: caseNotes.sessionId,
      on: caseNotes.on,
      text: caseNotes.text,
      by: people.name,
      createdAt: caseNotes.createdAt,
    })
    .from(caseNotes)
    .innerJoin(cases, eq(cases.id, caseNotes.caseId))
    .innerJoin(people, eq(people.id, caseNotes.byPersonId))
    .where(and(isNull(caseNotes.removedAt), where))
    .orderBy(desc(caseNotes.on), desc(caseNotes.createdAt))
}
export type CaseNote = Awaited<ReturnType<typeof select>>[number]

/** The confidential notes of a case, the newest first: none for whoever doesn't work on it. */
export const listCaseNotes = (ctx: Ctx, caseId: string): Promise<CaseNote[]> =>
  select(ctx, eq(caseNotes.caseId, caseId))

/** The confidential notes that were written in a session, for the people of its case. */
export const listCaseNotesOfSession = (ctx: Ctx, sessionId: string): Promise<CaseNote[]> =>
  select(ctx, eq(caseNotes.sessionId, sessionId))

/** One confidential note. NotFound for whoever doesn't work on its case. */
export const getCaseNote = async (ctx: Ctx, id: string): Promise<CaseNote> =>
  found((await select(ctx, eq(caseNotes.id, id)))[0])
