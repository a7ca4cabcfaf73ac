import { type PageProps, visit } from "@/app/_http/visit"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { endTimeOf } from "@/lib/calendar/input"
import { whenInWords } from "@/lib/calendar/words"
import { ensure } from "@/lib/errors"
import { getMeeting } from "@/lib/partnerships/meetings/queries"
import { mayKeepBoards } from "@/lib/partnerships/policy"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { MeetingFields } from "../../_parts/meeting-fields"
import { cancelMeetingForm, changeMeetingForm } from "../../actions"

/** Changes when and where a meeting is, or cancels it. */
export default async function EditMeeting(props: PageProps) {
  const [frame, meeting] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayKeepBoards(ctx.actor))
    return getMeeting(ctx, id)
  })
  const lio = frame.lio.slug
  const at = `/${lio}/board-meetings/${meeting.id}`
  const { on, at: time, place, onlineLink, agenda } = meeting
  return (
    <Frame {...frame} title={say("Change this meeting")} at="partnerships">
      <BackLink href={at}>{whenInWords(meeting)}</BackLink>
      <h1>{say("Change this meeting")}</h1>
      <Form
        action={changeMeetingForm}
        lio={lio}
        values={{ on, at: time, ends: endTimeOf(meeting), place, onlineLink, agenda }}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={meeting.id} />
        <MeetingFields />
      </Form>
      {meeting.over || meeting.cancelled ? null : (
        <Form
          action={cancelMeetingForm}
          lio={lio}
          submit={say("Cancel the meeting")}
          kind="danger"
          id="cancel"
          fold={say("It doesn’t take place")}
        >
          <input type="hidden" name="id" value={meeting.id} />
          <TextArea name="reason" label={say("Why?")} rows={2} />
        </Form>
      )}
    </Frame>
  )
}
