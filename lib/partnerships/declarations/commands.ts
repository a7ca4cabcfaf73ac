import "server-only"
import { sql } from "drizzle-orm"
import { interestDeclarations } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { inOffice } from "../../access/may"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { mayKeepBoards } from "../policy"
import type { Declare } from "./input"

type Office = { boardId: string; board: string; personId: string; name: string; groupId: string | null }

/** Whoever is in office declares their interests for the year; staff write down what they were told. */
export async function declareInterests(ctx: Ctx, { termId, interests, words }: Declare) {
  const [row] = await ctx.tx.execute<Office>(sql`
    select b.id as "boardId", b.name as board, t.person_id as "personId", p.name, t.group_id as "groupId"
    from seat_terms t join seats s on s.id = t.seat_id join boards b on b.id = s.board_id join people p on p.id = t.person_id
    where t.id = ${termId} and ${inOffice(ctx)}`)
  const { boardId, board, personId, name, groupId } = found(row)
  ensure(
    mayKeepBoards(ctx.actor) || personOf(ctx.actor)?.personId === personId,
    say("Only whoever holds the seat, or the staff for them, can declare their interests."),
  )
  if (interests === "none" && words)
    throw new RuleBroken(
      say("You said no, and wrote something below. Choose Yes, or empty the box."),
      "interests",
    )
  await ctx.tx.insert(interestDeclarations).values({
    ...{ lioId: ctx.lio.id, termId, boardId, words },
    ...{ declaredOn: ctx.today, enteredAt: ctx.now, enteredBy: personOf(ctx.actor)?.personId ?? null },
  })
  await record(ctx, {
    what: "interests.declared",
    subject: ["person", personId],
    groupIds: groupId ? [groupId] : [],
    summary:
      interests === "none"
        ? say("{name} has no interests to declare for {board}", { name, board })
        : say("{name} declared interests for {board}", { name, board }),
  })
  return { boardId }
}
