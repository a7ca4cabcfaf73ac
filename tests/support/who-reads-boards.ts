/** Somebody as far as boards care. `boards`: those on which they sit today. */
type Reader = { staff: boolean; member: boolean; groups: Set<string>; boards: Set<string> }
type Row = Record<string, unknown>

/** What is known of boards, by which it is worked out who may read what, apart from the policies: ids → what they belong to. */
export type OfBoards = {
  shownBoard: Map<string, string>
  boardOfSeat: Map<string, string>
  audienceOfDecision: Map<string, string>
}

const WITH_BOARD = new Set([
  ...["board_bodies", "board_networks", "board_themes", "seats", "board_meetings", "board_promises"],
])

/** Whether somebody may read a row of a board, in the words of the product; null where the table is none of boards. */
export function mayReadOfBoard(table: string, row: Row, who: Reader, known: OfBoards): boolean | null {
  const text = (name: string) => row[name] as string
  const board = (id: string) => who.member || known.shownBoard.has(id)
  const inside = (id: string) => who.staff || who.boards.has(id)
  const to = (audience: string) =>
    who.staff || (audience === "public" ? true : audience === "members" && who.member)
  if (table === "boards") return board(text("id"))
  if (WITH_BOARD.has(table)) return board(text("board_id"))
  if (table === "seat_terms")
    return who.member || (row.named_at !== null && board(known.boardOfSeat.get(text("seat_id")) ?? ""))
  if (table === "interest_declarations") return inside(text("board_id"))
  if (table === "board_decisions") return to(text("audience"))
  if (table === "board_decision_themes")
    return to(known.audienceOfDecision.get(text("decision_id")) ?? "staff")
  if (table === "raised_questions") return inside(text("board_id")) || who.groups.has(text("group_id"))
  if (table === "meeting_briefs") return row.sent_at === null ? who.staff : inside(text("board_id"))
  if (table === "meeting_reports") {
    if (row.published_at !== null) return who.member
    return row.sent_at === null ? who.boards.has(text("board_id")) : inside(text("board_id"))
  }
  return null
}
