import { type PageProps, visit } from "@/app/_http/visit"
import { Radios, Tick } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { CHOSEN_BY, SEAT_HOLDERS } from "@/db/vocabulary"
import { ensure } from "@/lib/errors"
import { mayKeepBoards } from "@/lib/partnerships/policy"
import { getSeat } from "@/lib/partnerships/seats/queries"
import { termInWords } from "@/lib/partnerships/words"
import { say } from "@/lib/words"
import { Frame } from "../../../../../_parts/frame"
import { GroupPicker } from "../../../../../_parts/group-picker"
import { startTermForm } from "../../../../actions"

const listed = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** Puts somebody on a seat, as its representative or substitute. */
export default async function FillSeat(props: PageProps) {
  const [frame, { board, seat }] = await visit(props, async (ctx, _query, { seatId = "" }) => {
    ensure(mayKeepBoards(ctx.actor))
    return getSeat(ctx, seatId)
  })
  const lio = frame.lio.slug
  const at = `/${lio}/partnerships/${board.id}/seats/${seat.id}`
  const lasts = termInWords(seat.termMonths)
  return (
    <Frame {...frame} title={say("Who takes this seat?")} at="partnerships">
      <BackLink href={at}>{seat.title}</BackLink>
      <h1>{say("Who takes this seat?")}</h1>
      <p>{say("{seat}, {board}", { seat: seat.title, board: board.name })}</p>
      <Form
        action={startTermForm}
        lio={lio}
        submit={say("Save")}
        values={{ holds: seat.vacant ? "representative" : "substitute" }}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="seatId" value={seat.id} />
        <GroupPicker lio={lio} chosen={[]} />
        <TextField
          name="name"
          label={say("Their name")}
          hint={say("If the group has nobody of that name, they’re added to it.")}
          width="md"
        />
        <TextField
          name="email"
          label={say("Their email address")}
          hint={say("They need one to read papers and briefs here.")}
          type="email"
          width="md"
          optional
        />
        <Radios name="holds" legend={say("What are they on this board?")} options={listed(SEAT_HOLDERS)} />
        <Radios name="chosenBy" legend={say("How were they chosen?")} options={listed(CHOSEN_BY)} />
        <TextField
          name="chosenNote"
          label={say("More about how they were chosen")}
          hint={say("For example: by a vote of the Older People’s Network on 3 March")}
          optional
        />
        <DateFields
          name="startsOn"
          legend={say("First day")}
          hint={say("Leave it empty for today.")}
          optional
        />
        <DateFields
          name="endsOn"
          legend={say("Until")}
          hint={
            lasts
              ? say("Leave it empty for the usual term: {lasts}.", { lasts })
              : say("Leave it empty if that’s open.")
          }
          optional
        />
        <Tick
          name="named"
          label={say("They agree to be named on our public page")}
          hint={say("Your groups always see who speaks for them.")}
        />
      </Form>
    </Frame>
  )
}
