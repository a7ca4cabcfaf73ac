import "server-only"
import { eq, sql } from "drizzle-orm"
import { seatTerms } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { isHeld } from "../../access/may"
import { post } from "../../email/commands"
import { ensure, found } from "../../errors"
import { record } from "../../journal/commands"
import { formatDate, say } from "../../words"
import { mayKeepBoards } from "../policy"
import type { HandOver } from "../seats/input"
import { holdsInWords } from "../words"

type Office = {
  boardId: string
  board: string
  personId: string
  groupId: string | null
  before: string | null
}

/** Whoever holds a seat writes down what whoever comes after them should know, as often as they like; staff may for them. */
export async function writeHandover(ctx: Ctx, { termId, words }: HandOver) {
  const [row] = await ctx.tx.execute<Office>(sql`
    select b.id as "boardId", b.name as board, t.person_id as "personId", t.group_id as "groupId", t.handover as before
    from seat_terms t join seats s on s.id = t.seat_id join boards b on b.id = s.board_id where t.id = ${termId} and ${isHeld(ctx, sql`t`)} for update of t`)
  const { boardId, board, personId, groupId, before } = found(row)
  ensure(
    mayKeepBoards(ctx.actor) || personOf(ctx.actor)?.personId === personId,
    say("Only whoever holds the seat, or the staff for them, can write this."),
  )
  await ctx.tx.update(seatTerms).set({ handover: words }).where(eq(seatTerms.id, termId))
  await record(ctx, {
    what: "handover.written",
    subject: ["person", personId],
    groupIds: groupId ? [groupId] : [],
    summary: say("Wrote down what whoever comes next on {board} should know", { board }),
    from: { words: before },
  })
  return { boardId }
}

type Started = {
  personId: string
  holds: "representative" | "substitute"
  board: { id: string; name: string }
  seat: string
  startsOn: string
}

/** Tells somebody that they speak for groups at a board from now on, and where they find what they need. */
export const welcomeToBoard = (ctx: Ctx, { personId, holds, board, seat, startsOn }: Started) =>
  post(ctx, {
    letter: "board-welcome",
    stream: "service",
    to: { personId },
    props: {
      ...{ board: board.name, seat, holds: holdsInWords(holds) },
      from: startsOn > ctx.today ? formatDate(startsOn) : null,
      url: `/${ctx.lio.slug}/representing/${board.id}`,
    },
  })
