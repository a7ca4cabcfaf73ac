import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayKeepBoards } from "@/lib/partnerships/policy"
import { getBoard } from "@/lib/partnerships/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { SeatFields } from "../../../_parts/seat-fields"
import { addSeatForm } from "../../../actions"

/** Adds a seat to a board. */
export default async function NewSeat(props: PageProps) {
  const [frame, board] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayKeepBoards(ctx.actor))
    return getBoard(ctx, id)
  })
  const at = `/${frame.lio.slug}/partnerships/${board.id}`
  return (
    <Frame {...frame} title={say("Add a seat")} at="partnerships">
      <BackLink href={at}>{board.name}</BackLink>
      <h1>{say("Add a seat")}</h1>
      <Form
        action={addSeatForm}
        lio={frame.lio.slug}
        submit={say("Save the seat")}
        values={{ termMonths: 36 }}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="boardId" value={board.id} />
        <SeatFields />
      </Form>
    </Frame>
  )
}
