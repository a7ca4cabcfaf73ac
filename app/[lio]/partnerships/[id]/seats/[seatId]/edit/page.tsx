import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayKeepBoards } from "@/lib/partnerships/policy"
import { seatDetailsOf } from "@/lib/partnerships/seats/input"
import { getSeat } from "@/lib/partnerships/seats/queries"
import { asSeen } from "@/lib/seen"
import { say } from "@/lib/words"
import { Frame } from "../../../../../_parts/frame"
import { Seen } from "../../../../../_parts/seen"
import { SeatFields } from "../../../../_parts/seat-fields"
import { changeSeatForm } from "../../../../actions"

/** Changes what is kept of a seat. */
export default async function EditSeat(props: PageProps) {
  const [frame, { board, seat }] = await visit(props, async (ctx, _query, { seatId = "" }) => {
    ensure(mayKeepBoards(ctx.actor))
    return getSeat(ctx, seatId)
  })
  const lio = frame.lio.slug
  const at = `/${lio}/partnerships/${board.id}/seats/${seat.id}`
  const details = seatDetailsOf(seat)
  return (
    <Frame {...frame} title={say("Change: {seat}", { seat: seat.title })} at="partnerships">
      <BackLink href={at}>{seat.title}</BackLink>
      <h1>{say("Change this seat")}</h1>
      <Form
        action={changeSeatForm}
        lio={lio}
        values={{ ...details, seen: asSeen(details) }}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={seat.id} />
        <Seen />
        <SeatFields />
      </Form>
      <p>
        <a href={`${at}/end`}>{say("This seat has ended")}</a>
      </p>
    </Frame>
  )
}
