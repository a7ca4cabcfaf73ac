import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { PROMISE_ENDINGS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { found } from "../../errors"

/** Something that a body promised at a board, and how that ended. `askId`: the ask that it answers. */
export type BoardPromise = {
  id: string
  boardId: string
  board: string
  meetingId: string | null
  bodyId: string
  body: string
  words: string
  promisedBy: string | null
  promisedOn: string
  dueOn: string | null
  askId: string | null
  ask: string | null
  ending: keyof typeof PROMISE_ENDINGS | null
  outcome: string | null
  endedOn: string | null
  /** The body has said something else to that ask since. */
  replaced: boolean
  needs: { id: string; title: string }[]
  /** Its page for staff, below the LIO's address. */
  path: string
}

/** Promises `p` at boards, with how each ended: of one that answers an ask, what was filed of that ask counts. */
const PROMISES = sql`
  select p.id, p.board_id as "boardId", b.name as board, p.meeting_id as "meetingId", p.body_id as "bodyId", g.name as body, p.words,
    p.promised_by as "promisedBy", p.promised_on::text as "promisedOn", p.due_on::text as "dueOn", r.ask_id as "askId", a.text as ask,
    coalesce(p.ending, o.ending) as ending,
    exists (select from ask_replies later where later.ask_id = r.ask_id and later.reply <> 'acknowledged'
      and (later.entered_at, later.id) > (r.entered_at, r.id)) as replaced, coalesce(p.outcome, o.outcome) as outcome, coalesce(p.ended_on, o.outcome_on)::text as "endedOn",
    coalesce((select json_agg(json_build_object('id', n.id, 'title', n.title) order by n.title) from board_promise_needs x join needs n on n.id = x.need_id
      where x.promise_id = p.id), '[]') as needs,
    case when a.id is null then 'partnerships/' || p.board_id || '/promises/' || p.id else 'representations/' || a.representation_id || '?ask=' || a.id end as path
  from board_promises p join boards b on b.id = p.board_id join groups g on g.id = p.body_id
    left join ask_replies r on r.id = p.reply_id left join asks a on a.id = r.ask_id
    left join lateral (select x.ending, x.outcome, x.outcome_on from ask_outcomes x where x.promise_id = p.reply_id order by x.entered_at desc, x.id desc limit 1) o on true`

const read = async (ctx: Ctx, which: SQL) => {
  const rows = await ctx.tx.execute<BoardPromise>(sql`select * from (${PROMISES}) t where ${which}`)
  return [...rows]
}

/** Promises that nobody has said the end of, and that no later reply has replaced: of one board, or all that were due before a day; the earliest first. */
export const listOpenPromises = (ctx: Ctx, { boardId, before }: { boardId?: string; before?: string }) =>
  read(
    ctx,
    sql`t.ending is null and not t.replaced ${boardId ? sql`and t."boardId" = ${boardId}::uuid` : sql``} ${before ? sql`and t."dueOn" < ${before}` : sql``}
      order by t."dueOn" nulls last, t."promisedOn", t.id`,
  )

/** All promises at a board, those that are open first. */
export const listPromisesAt = (ctx: Ctx, boardId: string) =>
  read(
    ctx,
    sql`t."boardId" = ${boardId}::uuid order by t.ending is not null, t."dueOn" nulls last, t."promisedOn" desc, t.id`,
  )

/** One promise at a board. */
export async function getPromise(ctx: Ctx, id: string): Promise<BoardPromise> {
  const [row] = await read(ctx, sql`t.id = ${id}::uuid`)
  return found(row)
}
