import "server-only"
import { eq } from "drizzle-orm"
import { boardDecisionNeeds, boardDecisions, boardDecisionThemes, boards } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say, shortened } from "../../words"
import { KEEPS_BOARDS, mayKeepBoards } from "../policy"
import type { AddDecision } from "./input"

/** Writes down something that a board decided, with the themes and needs that it touches. */
export async function addDecision(ctx: Ctx, { themeIds, needIds, ...input }: AddDecision) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const [board] = await ctx.tx.select({ name: boards.name }).from(boards).where(eq(boards.id, input.boardId))
  const { name } = found(board)
  const on = input.on ?? ctx.today
  if (on > ctx.today) throw new RuleBroken(say("Enter today or an earlier date."), "on")
  const [made] = await ctx.tx
    .insert(boardDecisions)
    .values({
      ...{ ...input, on, lioId: ctx.lio.id, addedAt: ctx.now },
      addedBy: personOf(ctx.actor)?.personId ?? null,
    })
    .returning({ id: boardDecisions.id })
  const { id } = found(made)
  const of = { lioId: ctx.lio.id, decisionId: id }
  const themes = [...new Set(themeIds)].map((termId) => ({ ...of, termId }))
  const needs = [...new Set(needIds)].map((needId) => ({ ...of, needId }))
  if (themes.length > 0) await ctx.tx.insert(boardDecisionThemes).values(themes)
  if (needs.length > 0) await ctx.tx.insert(boardDecisionNeeds).values(needs)
  await record(ctx, {
    what: "board.decided",
    subject: ["board", input.boardId],
    summary: say("{board} decided: {words}", { board: name, words: shortened(input.words, 200) }),
  })
  return { id, boardId: input.boardId }
}

/** Takes a decision off the list: it was written down wrongly. */
export async function dropDecision(ctx: Ctx, { id }: { id: string }) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const [gone] = await ctx.tx
    .delete(boardDecisions)
    .where(eq(boardDecisions.id, id))
    .returning({ boardId: boardDecisions.boardId, words: boardDecisions.words, on: boardDecisions.on })
  const { boardId, words, on } = found(gone)
  await record(ctx, {
    what: "board.decision_dropped",
    subject: ["board", boardId],
    summary: say("Took off a decision: {words}", { words: shortened(words, 200) }),
    from: { words, on },
  })
  return { boardId }
}
