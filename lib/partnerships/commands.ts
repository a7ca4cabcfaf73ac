import "server-only"
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { boardBodies, boardNetworks, boards, boardThemes, seats } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import { ensure, found, RuleBroken } from "../errors"
import { settleBody } from "../groups/bodies/commands"
import { record } from "../journal/commands"
import { checkSeen } from "../seen"
import { say } from "../words"
import { type BoardChanged, type BoardSaid, detailsOf, type End, type TurnBoard } from "./input"
import { KEEPS_BOARDS, mayKeepBoards } from "./policy"
import { getBoardDetails } from "./queries"
import { endAllTerms } from "./seats/commands"

type Joined = Pick<BoardSaid, "bodyIds" | "networkIds" | "themeIds">

/** Writes anew which bodies sit on a board, which networks it is asked for, and what it is about. */
async function writeJoined(ctx: Ctx, boardId: string, { bodyIds, networkIds, themeIds }: Joined) {
  const of = { lioId: ctx.lio.id, boardId }
  await Promise.all([
    ctx.tx.delete(boardBodies).where(eq(boardBodies.boardId, boardId)),
    ctx.tx.delete(boardNetworks).where(eq(boardNetworks.boardId, boardId)),
    ctx.tx.delete(boardThemes).where(eq(boardThemes.boardId, boardId)),
  ])
  const rows = [
    [...new Set(bodyIds)].map((bodyId) => ({ ...of, bodyId })),
    [...new Set(networkIds)].map((networkId) => ({ ...of, networkId })),
    [...new Set(themeIds)].map((termId) => ({ ...of, termId })),
  ] as const
  if (rows[0].length > 0) await ctx.tx.insert(boardBodies).values(rows[0])
  if (rows[1].length > 0) await ctx.tx.insert(boardNetworks).values(rows[1])
  if (rows[2].length > 0) await ctx.tx.insert(boardThemes).values(rows[2])
}

/** The bodies that were ticked, and the one that was typed. */
async function settleBodies(ctx: Ctx, { bodyIds, newBody }: Pick<BoardSaid, "bodyIds" | "newBody">) {
  const typed = newBody ? await settleBody(ctx, { bodyId: null, newBody }) : null
  return typed ? [...bodyIds, typed] : bodyIds
}

/** Keeps a board from now on. */
export async function openBoard(ctx: Ctx, input: BoardSaid) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const { newBody, bodyIds, networkIds, themeIds, ...fields } = input
  const joined = { bodyIds: await settleBodies(ctx, input), networkIds, themeIds }
  const [made] = await ctx.tx
    .insert(boards)
    .values({ ...fields, lioId: ctx.lio.id, createdAt: ctx.now })
    .returning({ id: boards.id })
  const { id } = found(made)
  await writeJoined(ctx, id, joined)
  await record(ctx, {
    what: "board.opened",
    subject: ["board", id],
    groupIds: joined.bodyIds,
    summary: say("Added the board {board}", { board: fields.name }),
  })
  return { id }
}

/** Says a board better. What somebody else saved meanwhile is shown first. */
export async function changeBoard(ctx: Ctx, { id, seen, newBody, ...said }: BoardChanged) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  await ctx.tx.execute(sql`select from boards where id = ${id} for update`)
  const before = detailsOf(await getBoardDetails(ctx, id))
  const fields = { ...said, bodyIds: await settleBodies(ctx, { bodyIds: said.bodyIds, newBody }) }
  checkSeen(seen, before, fields, (field, value) =>
    field.endsWith("Ids") ? say("Another choice") : String(value ?? ""),
  )
  const { bodyIds, networkIds, themeIds, ...own } = fields
  await ctx.tx.update(boards).set(own).where(eq(boards.id, id))
  await writeJoined(ctx, id, { bodyIds, networkIds, themeIds })
  await record(ctx, {
    what: "board.changed",
    subject: ["board", id],
    groupIds: bodyIds,
    summary: say("Changed the board {board}", { board: fields.name }),
    from: before,
    to: fields,
  })
  return { id }
}

/** Puts a board with its seats on the public page, or takes it off. */
export async function turnBoard(ctx: Ctx, { id, to }: TurnBoard) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const show = to === "shown"
  const [turned] = await ctx.tx
    .update(boards)
    .set({ shownAt: show ? ctx.now : null })
    .where(and(eq(boards.id, id), show ? isNull(boards.shownAt) : isNotNull(boards.shownAt)))
    .returning({ name: boards.name })
  if (!turned)
    throw new RuleBroken(show ? say("It’s on the public page already.") : say("It isn’t on the public page."))
  await record(ctx, {
    what: show ? "board.shown" : "board.hidden",
    subject: ["board", id],
    summary: show
      ? say("Put the board {board} on the public page", { board: turned.name })
      : say("Took the board {board} off the public page", { board: turned.name }),
  })
  return { id, to }
}

/** A board is no more: its seats end with it, and so do the terms of whoever held them. */
export async function endBoard(ctx: Ctx, { id, reason }: End) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const over = { endedOn: ctx.today, endedReason: reason }
  const [ended] = await ctx.tx
    .update(boards)
    .set(over)
    .where(and(eq(boards.id, id), isNull(boards.endedOn)))
    .returning({ name: boards.name })
  if (!ended) throw new RuleBroken(say("This board has ended already."))
  const gone = await ctx.tx
    .update(seats)
    .set(over)
    .where(and(eq(seats.boardId, id), isNull(seats.endedOn)))
    .returning({ id: seats.id })
  await endAllTerms(
    ctx,
    gone.map((seat) => seat.id),
    reason,
  )
  await record(ctx, {
    what: "board.ended",
    subject: ["board", id],
    summary: say("The board {board} ended: {reason}", { board: ended.name, reason }),
  })
  return { id }
}
