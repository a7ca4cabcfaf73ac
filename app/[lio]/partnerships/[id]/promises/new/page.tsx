import { isId } from "@/app/_http/address"
import { type PageProps, visit } from "@/app/_http/visit"
import { Checkboxes, Radios, Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { listNeedsToTouch } from "@/lib/partnerships/decisions/queries"
import { getMeeting, listAsksToPut } from "@/lib/partnerships/meetings/queries"
import { mayKeepBoards } from "@/lib/partnerships/policy"
import { listPromisesAt } from "@/lib/partnerships/promises/queries"
import { getBoard } from "@/lib/partnerships/queries"
import { getReport } from "@/lib/partnerships/reports/queries"
import { say, shortened } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { addPromiseForm } from "../../../actions"

/** Writes down what a body promised at a board, at a meeting (?meeting=) or outside one. */
export default async function AddPromise(props: PageProps) {
  const [frame, { board, meeting, said, asks, needs, first }] = await visit(
    props,
    async (ctx, query, { id = "" }) => {
      ensure(mayKeepBoards(ctx.actor))
      const board = await getBoard(ctx, id)
      const named = typeof query.meeting === "string" && isId(query.meeting) ? query.meeting : null
      const meeting = named ? await getMeeting(ctx, named) : null
      const said = meeting?.begun ? (await getReport(ctx, meeting.id)).report?.promised : null
      const [asks, needs, before] = await Promise.all([
        listAsksToPut(ctx, { id: meeting?.id ?? id, boardId: id }),
        listNeedsToTouch(ctx),
        listPromisesAt(ctx, id),
      ])
      const first = meeting && !before.some(({ meetingId }) => meetingId === meeting.id)
      return { board, meeting, said, asks, needs, first }
    },
  )
  const lio = frame.lio.slug
  const at = `/${lio}/partnerships/${board.id}`
  return (
    <Frame {...frame} title={say("Add a promise")} at="partnerships">
      <BackLink href={at}>{board.name}</BackLink>
      <h1>{say("Add a promise")}</h1>
      {said ? (
        <blockquote className="card max-w-3xl whitespace-pre-line">
          <p className="m-0 font-semibold">{say("From the report:")}</p>
          {said}
        </blockquote>
      ) : null}
      <Form
        action={addPromiseForm}
        lio={lio}
        submit={say("Save the promise")}
        values={{
          words: first ? said : undefined,
          promisedOn: meeting?.on,
          bodyId: board.bodies.length === 1 ? board.bodies[0]?.id : undefined,
        }}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="boardId" value={board.id} />
        {meeting ? <input type="hidden" name="meetingId" value={meeting.id} /> : null}
        <TextArea name="words" label={say("What was promised?")} rows={3} />
        <Radios
          name="bodyId"
          legend={say("By which body?")}
          options={board.bodies.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          name="promisedBy"
          label={say("Who promised it?")}
          hint={say("A person, a team or a committee")}
          width="md"
          optional
        />
        <DateFields name="promisedOn" legend={say("When was it promised?")} optional />
        <DateFields
          name="dueOn"
          legend={say("By when?")}
          hint={say("You’ll get a task when that day is past.")}
          optional
        />
        {asks.length > 0 ? (
          <Select
            name="askId"
            label={say("Which ask does it answer?")}
            hint={say(
              "It’s then filed as the reply to that ask, and every group that stood behind it hears of it.",
            )}
            empty={say("None")}
            options={asks.map(({ id, text, paper }) => ({
              value: id,
              label: `${shortened(text, 90)} (${shortened(paper, 60)})`,
            }))}
            optional
          />
        ) : null}
        {needs.length > 0 ? (
          <Checkboxes
            name="needIds"
            legend={say("Which needs would it meet?")}
            options={needs.map(({ id, title }) => ({ value: id, label: title }))}
            optional
          />
        ) : null}
      </Form>
    </Frame>
  )
}
