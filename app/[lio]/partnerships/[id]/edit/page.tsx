import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { detailsOf } from "@/lib/partnerships/input"
import { mayKeepBoards } from "@/lib/partnerships/policy"
import { getBoardDetails, listBoardChoices } from "@/lib/partnerships/queries"
import { asSeen } from "@/lib/seen"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { Seen } from "../../../_parts/seen"
import { BoardFields } from "../../_parts/board-fields"
import { changeBoardForm } from "../../actions"

/** Changes what is kept of a board. */
export default async function EditBoard(props: PageProps) {
  const [frame, { board, choices }] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayKeepBoards(ctx.actor))
    return { board: await getBoardDetails(ctx, id), choices: await listBoardChoices(ctx) }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/partnerships/${board.id}`
  const details = detailsOf(board)
  return (
    <Frame {...frame} title={say("Change: {board}", { board: board.name })} at="partnerships">
      <BackLink href={at}>{board.name}</BackLink>
      <h1>{say("Change this board")}</h1>
      <Form
        action={changeBoardForm}
        lio={lio}
        values={{ ...details, seen: asSeen(details) }}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={board.id} />
        <Seen />
        <BoardFields choices={choices} />
      </Form>
      {board.endedOn ? null : (
        <p>
          <a href={`${at}/end`}>{say("This board has ended")}</a>
        </p>
      )}
    </Frame>
  )
}
