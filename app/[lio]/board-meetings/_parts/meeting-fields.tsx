import { DateFields } from "@/app/_ui/date-field"
import { TextArea, TextField } from "@/app/_ui/fields"
import { say } from "@/lib/words"
import { TimeFields } from "../../events/_parts/event-fields"

/** When and where a meeting of a board is, and what it will talk about. */
export function MeetingFields() {
  return (
    <>
      <DateFields name="on" legend={say("Date")} hint={say("For example, 27 6 2026")} />
      <TimeFields optional />
      <TextField name="place" label={say("Where?")} optional />
      <TextField
        name="onlineLink"
        label={say("Link to join online")}
        hint={say("Only staff and representatives see this.")}
        width="md"
        optional
      />
      <TextArea
        name="agenda"
        label={say("Agenda")}
        hint={say("What’s known so far. Groups read it when they’re asked what to raise.")}
        optional
      />
    </>
  )
}
