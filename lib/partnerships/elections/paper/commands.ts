import "server-only"
import { randomBytes } from "node:crypto"
import { sql } from "drizzle-orm"
import { readingAll } from "../../../access/audiences"
import type { Ctx } from "../../../access/ctx"
import { readBlt } from "../../../ballots/blt"
import { count } from "../../../ballots/count"
import type { Election as Counted } from "../../../ballots/election"
import { ensure, found, RuleBroken } from "../../../errors"
import { record } from "../../../journal/commands"
import { inWords, say, sayCount } from "../../../words"
import { KEEPS_BOARDS, mayKeepBoards } from "../../policy"
import { candidatesOf, lotsIn } from "../counting/words"
import { listStanding } from "../nominations/queries"
import { getElection } from "../queries"
import { getResult } from "../results/queries"
import { getRoll } from "../roll/queries"
import { changeBox, holdVoting, putIn } from "../voting/commands"
import type { AddPaper, Compare } from "./input"

/** The papers of a file as ballots of ours. RuleBroken where other names stand on it. */
function ballotsIn(file: Counted, names: string[]): number[][] {
  const ours = file.candidates.map((name) => names.indexOf(name))
  if (ours.some((at) => at < 0) || ours.length !== names.length)
    throw new RuleBroken(
      say("The names in the file must be those that stand: {names}.", { names: inWords(names) }),
      "blt",
    )
  return file.papers.flatMap(({ preferences, count }) =>
    Array.from({ length: count }, () => preferences.map((at) => ours[at] ?? 0)),
  )
}

/** Ballots as staff type them, a line each: the numbers of those chosen, in order; or a whole BLT file. */
function ballotsTyped(text: string, names: string[]): number[][] {
  if (text.includes('"')) return ballotsIn(readBlt(text), names)
  const lines = text.split("\n").flatMap((line, at) => (line.trim() ? [{ line: line.trim(), at }] : []))
  return lines.map(({ line, at }) => {
    if (line.toLowerCase() === say("blank")) return []
    const numbers = line.split(/[\s,;]+/).map(Number)
    const wrong = numbers.some((number) => !Number.isInteger(number) || number < 1 || number > names.length)
    if (wrong || new Set(numbers).size < numbers.length)
      throw new RuleBroken(
        say("Line {line}: enter numbers from 1 to {most}, each once, or “blank”.", {
          line: at + 1,
          most: names.length,
        }),
        "blt",
      )
    return numbers.map((number) => number - 1)
  })
}

/** Adds ballots that came on paper, and marks the groups that cast them. Which ballot is whose isn’t kept, nor told by any order. */
export async function addPaper(ctx: Ctx, { id, rollIds, blt }: AddPaper) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const election = await holdVoting(ctx, id)
  const names = candidatesOf(await listStanding(ctx, id)).map(({ name }) => name)
  const ballots = ballotsTyped(blt, names)
  const groups = new Set(rollIds)
  const papers = ballots.length
  if (papers !== groups.size)
    throw new RuleBroken(
      say("{papers} for {groups}: there must be one each.", {
        papers: sayCount(papers, { one: "{count} ballot", other: "{count} ballots" }),
        groups: sayCount(groups.size, { one: "{count} group", other: "{count} groups" }),
      }),
      "rollIds",
    )
  if (election.rule === "plurality" && ballots.some(({ length }) => length > 1))
    throw new RuleBroken(say("There can be one name on each ballot of this vote."), "blt")
  const places = (await getRoll(ctx, id)).filter((row) => groups.has(row.id) && !row.leftOut && !row.votedBy)
  if (places.length !== groups.size)
    throw new RuleBroken(say("One of these groups has voted meanwhile. Open the page again."), "rollIds")
  await readingAll(ctx, "ballots are put into the box; nobody is told what else is in it", async () => {
    await changeBox(ctx, id, (box) => {
      for (const preferences of ballots) putIn(box, { mark: randomBytes(32), preferences })
    })
    await ctx.tx.execute(sql`
      update election_roll set voted_by = 'paper' where id = any (${sql.param([...groups])}::uuid[]) and voted_by is null`)
  })
  await record(ctx, {
    what: "election.paper_added",
    subject: ["election", id],
    groupIds: places.map(({ groupId }) => groupId),
    summary: sayCount(
      papers,
      {
        one: "Added {count} ballot on paper: “{title}”",
        other: "Added {count} ballots on paper: “{title}”",
      },
      { title: election.title },
    ),
  })
  return { id, papers }
}

/** Compares a count elsewhere with ours: the same ballots, and the same who are elected. Nothing changes. */
export async function compareCount(ctx: Ctx, { id, blt }: Compare) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const election = await getElection(ctx, id)
  const { candidates, count: ours } = found(await getResult(ctx, id))
  const names = candidates.map(({ name }) => name)
  const file = readBlt(blt)
  const told = (ballots: number[][]) =>
    ballots
      .map((one) => one.join(" "))
      .sort()
      .join("\n")
  const rows = await ctx.tx.execute<{ preferences: number[] }>(
    sql`select preferences from counted_ballots where election_id = ${id}::uuid`,
  )
  const theirs = count(file, found(election.rule), lotsIn(ours))
  return {
    id,
    sameBallots: told(ballotsIn(file, names)) === told(rows.map(({ preferences }) => preferences)),
    sameElected: theirs.elected.join("\n") === ours.elected.join("\n"),
  }
}
