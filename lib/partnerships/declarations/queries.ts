import "server-only"
import { sql } from "drizzle-orm"
import { type Ctx, personOf } from "../../access/ctx"
import { inOffice, sitsOn } from "../../access/may"
import { monthsBefore } from "../../days"
import { ensure, found } from "../../errors"
import { mayReadBoard } from "../policy"

/** A declaration is good for so many months. */
const GOOD_FOR_MONTHS = 12

/** What somebody in office declared last. `due`: not yet, or more than a year ago. */
export type Declared = {
  termId: string
  personId: string
  name: string
  words: string | null
  declaredOn: string | null
  due: boolean
}

const declaredRows = (ctx: Ctx, boardId: string) =>
  ctx.tx.execute<Declared>(sql`
    select t.id as "termId", p.id as "personId", p.name, d.words, d.declared_on::text as "declaredOn",
      d.declared_on is null or d.declared_on <= ${monthsBefore(ctx.today, GOOD_FOR_MONTHS)}::date as due
    from seat_terms t join seats s on s.id = t.seat_id join people p on p.id = t.person_id
    left join lateral (select d.words, d.declared_on from interest_declarations d where d.term_id = t.id
      order by d.entered_at desc, d.id desc limit 1) d on true
    where s.board_id = ${boardId} and ${inOffice(ctx)} order by t.holds, p.name, t.id`)

/** What those in office on a board have declared, for staff and for each other. */
export async function listDeclared(ctx: Ctx, boardId: string): Promise<Declared[]> {
  ensure(mayReadBoard(ctx.actor, boardId))
  return [...(await declaredRows(ctx, boardId))]
}

/** One’s own last declaration for a term on a board (the first one where none is named), to say it anew. NotFound for anybody else’s. */
export async function getOwnDeclaration(ctx: Ctx, boardId: string, termId?: unknown): Promise<Declared> {
  found(sitsOn(ctx.actor, boardId) || null)
  const me = personOf(ctx.actor)?.personId
  const mine = (await listDeclared(ctx, boardId)).filter(({ personId }) => personId === me)
  return found(termId === undefined ? mine[0] : mine.find((row) => row.termId === termId))
}
