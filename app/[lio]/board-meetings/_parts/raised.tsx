import { Radios } from "@/app/_ui/choices"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { Tag } from "@/app/_ui/tag"
import { RAISED_STATES } from "@/db/vocabulary"
import type { Meeting } from "@/lib/partnerships/meetings/queries"
import type { Raised } from "@/lib/partnerships/raising/queries"
import { say } from "@/lib/words"
import { raiseForm, replyToRaisedForm, takeQuestionBackForm } from "../actions"

type Props = {
  lio: string
  meeting: Meeting
  raised: Raised[]
  groups: { id: string; name: string }[]
  /** May tell groups what became of it. */
  replies: boolean
}

const AFTER = Object.entries(RAISED_STATES).filter(([state]) => state !== "waiting")

/** What groups want to have raised at a meeting: a group its own, staff and representatives all of it. */
export function RaisedAt({ lio, meeting, raised, groups, replies }: Props) {
  const open = !meeting.begun && !meeting.cancelled
  return (
    <>
      <h2 id="raised">{meeting.inside ? say("What groups want raised") : say("What should be raised?")}</h2>
      {raised.length === 0 && meeting.inside ? <p>{say("Nothing so far.")}</p> : null}
      <ul className="list-none p-0">
        {raised.map((one) => (
          <li key={one.id} className="card mb-3">
            <p className="m-0 whitespace-pre-line">{one.words}</p>
            <p className="m-0 text-soft">
              {one.askedBy
                ? say("{name}, {group}", { name: one.askedBy, group: one.group })
                : say("From {group}", { group: one.group })}
            </p>
            <p className="mt-1 mb-0">
              <Tag tone={one.state === "waiting" ? "wait" : "good"}>{RAISED_STATES[one.state]}</Tag>
            </p>
            {one.reply ? <p className="mt-1 mb-0 whitespace-pre-line">{one.reply}</p> : null}
            {one.yours && one.state === "waiting" && open ? (
              <Form
                action={takeQuestionBackForm}
                lio={lio}
                submit={say("Take it back")}
                kind="plain"
                id={`back-${one.id}`}
              >
                <input type="hidden" name="id" value={one.id} />
              </Form>
            ) : null}
            {replies ? <ReplyTo lio={lio} one={one} /> : null}
          </li>
        ))}
      </ul>
      {open && groups.length > 0 ? (
        <Form action={raiseForm} lio={lio} submit={say("Ask for this to be raised")} id="raise">
          <input type="hidden" name="meetingId" value={meeting.id} />
          {groups.length === 1 ? (
            <input type="hidden" name="groupId" value={groups[0]?.id} />
          ) : (
            <Radios
              name="groupId"
              legend={say("Which group are you asking for?")}
              options={groups.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <TextArea
            name="words"
            label={say("What should be raised?")}
            hint={say(
              "Say what happens, to whom, and what would help. Staff and the representative read it.",
            )}
            rows={4}
          />
        </Form>
      ) : null}
    </>
  )
}

const ReplyTo = ({ lio, one }: { lio: string; one: Raised }) => (
  <Form
    action={replyToRaisedForm}
    lio={lio}
    submit={say("Save the reply")}
    kind="secondary"
    id={`reply-${one.id}`}
    values={one.state === "waiting" ? {} : { state: one.state, reply: one.reply }}
    fold={one.state === "waiting" ? say("Say what became of it") : say("Change the reply")}
  >
    <input type="hidden" name="id" value={one.id} />
    <Radios
      name="state"
      legend={say("What became of it?")}
      options={AFTER.map(([value, label]) => ({ value, label }))}
    />
    <TextArea name="reply" label={say("What should the group know?")} rows={3} />
  </Form>
)
