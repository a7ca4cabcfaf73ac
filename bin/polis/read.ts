import fs from "node:fs"
import path from "node:path"
import { RuleBroken } from "@/lib/errors"
import type { Totals, Votes } from "@/lib/statements/votes"
import { totalsOf } from "@/lib/statements/votes"
import { sayCount } from "@/lib/words"
import { type Ballots, ballots, voteOf } from "./ballots"
import { eachLine, headersOf, tableOf, wordsOf } from "./lines"
import { type Published, publishedIn } from "./published"

/** A statement as the files have it. `out`: moderated out. `about`: it asks about the voter. `agrees`: as the files count them. */
type Comment = {
  id: string
  text: string
  out: boolean
  about: boolean
  agrees: number | null
  disagrees: number | null
}

/** A conversation as it is read from its files. */
export type Conversation = {
  participants: string[]
  statements: string[]
  votes: Votes
  comments: Map<string, Comment>
  published: Published | null
  /** What had to be settled while reading, in sentences. */
  notes: string[]
}

const PARTICIPANT = [
  "participant",
  "participant_id",
  "participant-id",
  "voter-id",
  "voter_id",
  "voter",
  "pid",
]
const STATEMENT = ["statement", "statement_id", "statement-id", "comment-id", "comment_id", "comment", "tid"]
const TEXT = ["comment-body", "comment_body", "txt", "text", "body", "statement"]
const TIME = ["timestamp", "modified", "created"]

const placeOf = (headers: readonly string[], names: readonly string[]) =>
  names.map((name) => headers.indexOf(name)).find((at) => at >= 0) ?? -1

type Row = Record<string, unknown>
const cellOf = (row: Row, names: readonly string[]) => {
  const name = names.find((one) => row[one] !== undefined && row[one] !== null && row[one] !== "")
  return name === undefined ? undefined : row[name]
}
const numberOf = (value: unknown) => (value === undefined ? null : Number(value))

const commentOf = (row: Row): Comment => ({
  id: String(cellOf(row, STATEMENT) ?? "").trim(),
  text: String(cellOf(row, TEXT) ?? ""),
  out: Number(cellOf(row, ["moderated", "mod"]) ?? 0) === -1,
  about: /^(true|1)$/i.test(String(cellOf(row, ["is_meta", "is-meta", "meta"]) ?? "")),
  agrees: numberOf(cellOf(row, ["agrees", "agree_count", "agree-count"])),
  disagrees: numberOf(cellOf(row, ["disagrees", "disagree_count", "disagree-count"])),
})

function readLines(text: string, name: string, headers: string[], pile: Ballots) {
  const [who, what, how, when] = [PARTICIPANT, STATEMENT, ["vote"], TIME].map((names) =>
    placeOf(headers, names),
  ) as [number, number, number, number]
  for (const [cells, line] of eachLine(text)) {
    const where = () => `${name}, line ${line}`
    const participant = cells[who]?.trim()
    const statement = cells[what]?.trim()
    if (!participant || !statement)
      throw new RuleBroken(`${where()}: there is no ${participant ? "statement" : "participant"}.`)
    const vote = voteOf(cells[how], where)
    if (vote !== null) pile.add(participant, statement, vote, when < 0 ? 0 : Number(cells[when]) || 0)
  }
}

/** Columns of Polis's matrix that are no statement. */
const BESIDE = /^(participant|participant_id|voter-id|voter|xid|group-id|n-(comments|votes|agree|disagree))$/

function readMatrix(text: string, name: string, pile: Ballots) {
  for (const [at, row] of tableOf(text, name).entries()) {
    const participant = String(cellOf(row, PARTICIPANT) ?? "").trim()
    if (!participant) throw new RuleBroken(`${name}, line ${at + 2}: there is no participant.`)
    for (const [statement, written] of Object.entries(row)) {
      if (BESIDE.test(statement) || statement === "") continue
      const vote = voteOf(written, () => `${name}, line ${at + 2}, column “${statement}”`)
      if (vote !== null) pile.add(participant, statement, vote)
    }
  }
}

function readRows(rows: Row[], name: string, pile: Ballots) {
  for (const [at, row] of rows.entries()) {
    const [participant, statement] = [cellOf(row, PARTICIPANT), cellOf(row, STATEMENT)]
    const where = () => `${name}, vote ${at + 1}`
    if (participant === undefined || statement === undefined)
      throw new RuleBroken(
        `${where()}: there is no ${participant === undefined ? "participant" : "statement"}.`,
      )
    const vote = voteOf(row.vote, where)
    if (vote !== null) pile.add(String(participant), String(statement), vote, Number(cellOf(row, TIME)) || 0)
  }
}

/** What the files hold, gathered file by file. */
type Gathered = {
  lines: Ballots
  matrix: Ballots
  comments: Map<string, Comment>
  published: Published | null
}

function readJson(text: string, name: string, into: Gathered) {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    throw new RuleBroken(`${name} isn’t whole: it can’t be read as JSON.`)
  }
  if (Array.isArray(read)) {
    if (read.some((row) => typeof row !== "object" || row === null))
      throw new RuleBroken(`${name} is a list of something else than votes or statements.`)
    const rows = read as Row[]
    if (rows.some((row) => "vote" in row)) readRows(rows, name, into.lines)
    else for (const row of rows) into.comments.set(commentOf(row).id, commentOf(row))
  } else into.published ??= publishedIn(read)
}

function readTable(text: string, name: string, into: Gathered) {
  const headers = headersOf(text)
  const has = (names: readonly string[]) => placeOf(headers, names) >= 0
  if (has(PARTICIPANT) && has(STATEMENT) && has(["vote"])) readLines(text, name, headers, into.lines)
  else if (has(["comment-body", "agrees", "comment-id", "statement_id", "tid"]) && !has(PARTICIPANT))
    for (const row of tableOf(text, name)) into.comments.set(commentOf(row).id, commentOf(row))
  else if (has(PARTICIPANT) && headers.some((header) => !BESIDE.test(header) && !/vote/.test(header)))
    readMatrix(text, name, into.matrix)
  else if (path.basename(name) !== "summary.csv")
    throw new RuleBroken(
      `${name} has neither votes (participant, statement, vote) nor statements (comment-id, comment-body) in it. Its columns are: ${headers.slice(0, 8).join(", ")}.`,
    )
}

/** The files that are meant: those named, and the tables and JSON of a folder. */
function filesOf(named: readonly string[]): string[] {
  return named.flatMap((name) => {
    const stat = fs.statSync(name, { throwIfNoEntry: false })
    if (!stat) throw new RuleBroken(`There is no file or folder ${name}.`)
    if (!stat.isDirectory()) return [name]
    const inside = fs.readdirSync(name).filter((file) => /\.(csv|json)$/i.test(file))
    if (inside.length === 0) throw new RuleBroken(`There is no table (.csv) and no .json in ${name}.`)
    return inside.sort().map((file) => path.join(name, file))
  })
}

/** How far totals are from those that the files give for their statements. */
const farFrom = (
  totals: readonly Totals[],
  statements: readonly string[],
  comments: Conversation["comments"],
  flip: boolean,
) =>
  totals.reduce((far, { agree, disagree }, at) => {
    const comment = comments.get(statements[at] ?? "")
    if (comment?.agrees == null || comment.disagrees == null) return far
    const [agrees, disagrees] = flip ? [disagree, agree] : [agree, disagree]
    return far + Math.abs(agrees - comment.agrees) + Math.abs(disagrees - comment.disagrees)
  }, 0)

/** Reads a conversation from a folder of Polis’s export, or from some files. RuleBroken with one sentence when it can’t. */
export function readConversation(named: readonly string[]): Conversation {
  const gathered: Gathered = { lines: ballots(), matrix: ballots(), comments: new Map(), published: null }
  for (const file of filesOf(named)) {
    const text = wordsOf(fs.readFileSync(file), file)
    if (/^\s*[[{]/.test(text.slice(0, 200))) readJson(text, file, gathered)
    else readTable(text, file, gathered)
  }
  const pile = gathered.lines.count() > 0 ? gathered.lines : gathered.matrix
  if (pile.count() === 0)
    throw new RuleBroken(
      gathered.comments.size > 0
        ? "There are statements in this, but no votes. Give the file of votes as well."
        : "There are no votes in this.",
    )
  const { comments, published } = gathered
  const { repeated, ...read } = pile.matrix([...comments.keys()])
  const notes =
    repeated > 0
      ? [
          sayCount(repeated, {
            one: "{count} vote was changed by a later one of the same participant.",
            other: "{count} votes were changed by a later one of the same participant.",
          }),
        ]
      : []
  const totals = totalsOf(read.votes)
  if (farFrom(totals, read.statements, comments, true) < farFrom(totals, read.statements, comments, false)) {
    read.votes.cells.forEach((vote, at) => {
      if (vote === 1 || vote === -1) read.votes.cells[at] = -vote
    })
    notes.push(
      "In these votes -1 means “agree”, as in Polis’s own database: the totals of the statements say so.",
    )
  }
  if (gathered.lines.count() > 0 && gathered.matrix.count() > 0)
    notes.push(heldTogether(read, gathered.matrix))
  return { ...read, comments, published, notes }
}

/** Whether the published matrix has the same votes. */
function heldTogether(
  read: Pick<Conversation, "participants" | "statements" | "votes">,
  pile: Ballots,
): string {
  const other = pile.matrix(read.statements)
  const rowOf = new Map(other.participants.map((id, at) => [id, at]))
  const columnOf = new Map(other.statements.map((id, at) => [id, at]))
  let different = 0
  for (const [row, participant] of read.participants.entries())
    for (const [column, statement] of read.statements.entries()) {
      const [there, over] = [rowOf.get(participant), columnOf.get(statement)]
      const published =
        there === undefined || over === undefined
          ? undefined
          : other.votes.cells[there * other.statements.length + over]
      if (read.votes.cells[row * read.statements.length + column] !== published) different++
    }
  return different === 0
    ? "The published matrix has the same votes."
    : `The published matrix differs in ${different} places. The list of votes counts.`
}
