import { Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { Tag } from "@/app/_ui/tag"
import type { listTellings } from "@/lib/needs/speaking/queries"
import { formatDate, say } from "@/lib/words"
import { noteReplyForm, tellBodyForm } from "../actions"

type Props = {
  lio: string
  needId: string
  tellings: Awaited<ReturnType<typeof listTellings>>
  bodies: { id: string; name: string }[]
  keeps: boolean
}

/** Which bodies were told of a need outside any representation, and what they said. */
export function Tellings({ lio, needId, tellings, bodies, keeps }: Props) {
  return (
    <>
      {tellings.map(({ id, body, on, words, reply, repliedOn }) => (
        <div key={id} className="card mb-4 max-w-3xl">
          <p className="mb-1">
            <strong>{body}</strong>, {formatDate(on)}
          </p>
          <p className="mb-1 whitespace-pre-line">{words}</p>
          {reply && repliedOn ? (
            <p className="mb-0 whitespace-pre-line">
              <Tag tone="note">{say("Replied on {day}", { day: formatDate(repliedOn) })}</Tag> {reply}
            </p>
          ) : (
            <>
              <p className="mb-0">
                <Tag>{say("Waiting for a reply")}</Tag>
              </p>
              {keeps ? (
                <Form
                  fold={say("Note their reply")}
                  action={noteReplyForm}
                  lio={lio}
                  id={`reply-${id}`}
                  kind="secondary"
                  submit={say("Save the reply")}
                >
                  <input type="hidden" name="id" value={id} />
                  <TextArea name="reply" label={say("What did they say?")} rows={3} />
                  <DateFields name="repliedOn" legend={say("When?")} quick />
                </Form>
              ) : null}
            </>
          )}
        </div>
      ))}
      {keeps && bodies.length > 0 ? (
        <Form
          fold={say("Note that you’ve told a body about it")}
          action={tellBodyForm}
          lio={lio}
          id="tell"
          kind="secondary"
          submit={say("Save")}
        >
          <input type="hidden" name="id" value={needId} />
          <Select
            name="bodyId"
            label={say("Who was told?")}
            options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
            empty={say("Choose a body")}
          />
          <TextArea
            name="words"
            label={say("How, and what did you say?")}
            hint={say("For example: at the transport forum, that the last bus goes at six")}
            rows={3}
          />
          <DateFields name="on" legend={say("When?")} quick />
        </Form>
      ) : null}
    </>
  )
}
