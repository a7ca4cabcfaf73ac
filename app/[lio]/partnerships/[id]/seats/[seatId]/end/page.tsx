import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { TERM_ENDINGS } from "@/db/vocabulary"
import { ensure } from "@/lib/errors"
import { mayKeepBoards } from "@/lib/partnerships/policy"
import { getSeat } from "@/lib/partnerships/seats/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../../../_parts/frame"
import { endSeatForm, endTermForm } from "../../../../actions"

/** Ends somebody’s term (?term=), or the seat itself. */
export default async function EndTermOrSeat(props: PageProps) {
  const [frame, { board, seat, term }] = await visit(props, async (ctx, query, { seatId = "" }) => {
    ensure(mayKeepBoards(ctx.actor))
    const { board, seat, terms } = await getSeat(ctx, seatId)
    return { board, seat, term: terms.find(({ termId, endedOn }) => termId === query.term && !endedOn) }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/partnerships/${board.id}/seats/${seat.id}`
  const title = term ? say("End the term of {name}", { name: term.name }) : say("This seat has ended")
  const cancel = <a href={at}>{say("Cancel")}</a>
  return (
    <Frame {...frame} title={title} at="partnerships">
      <BackLink href={at}>{seat.title}</BackLink>
      <h1>{title}</h1>
      {term ? (
        <Form action={endTermForm} lio={lio} submit={say("End their term")} kind="danger" secondary={cancel}>
          <input type="hidden" name="id" value={term.termId} />
          <Radios
            name="ending"
            legend={say("Why does it end?")}
            options={Object.entries(TERM_ENDINGS).map(([value, label]) => ({ value, label }))}
          />
          <DateFields
            name="endedOn"
            legend={say("On which day?")}
            hint={say("Leave it empty for today. From that day on they don’t see the board’s papers.")}
            optional
          />
          <TextArea name="endedReason" label={say("More about it")} rows={2} optional />
        </Form>
      ) : (
        <Form action={endSeatForm} lio={lio} submit={say("End this seat")} kind="danger" secondary={cancel}>
          <input type="hidden" name="id" value={seat.id} />
          <p>{say("The terms of the people who hold it end, too. What was written down stays.")}</p>
          <TextArea name="reason" label={say("Why did it end?")} rows={3} />
        </Form>
      )}
    </Frame>
  )
}
