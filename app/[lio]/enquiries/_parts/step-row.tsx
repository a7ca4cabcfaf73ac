import { Select } from "@/app/_ui/choices"
import { When } from "@/app/_ui/date"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { Tag } from "@/app/_ui/tag"
import type { Step } from "@/lib/enquiries/queries"
import { formatDate, say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { changeStepForm, tickStepForm } from "../actions"

type Props = {
  lio: string
  step: Step
  colleagues: { personId: string; name: string }[]
  guides: { slug: string; title: string }[]
  keeps: boolean
  today: string
  now: Date
}

/** A step on the way to a group: done or not, its guide, who helps, until when. */
export function StepRow({ lio, step, colleagues, guides, keeps, today, now }: Props) {
  const { id, title, about, doneOn, dueOn, helper, note } = step
  const guide = guides.find(({ slug }) => slug === step.guide)
  const of = <span className="sr-only">: {title}</span>
  return (
    <li className="act-row">
      <div className="act-words">
        <strong>{title}</strong>{" "}
        {doneOn ? (
          <Tag tone="good">{say("Done on {day}", { day: formatDate(doneOn) })}</Tag>
        ) : dueOn ? (
          <Tag tone={dueOn < today ? "problem" : "wait"}>
            {say("Due")} <When at={dueOn} now={now} />
          </Tag>
        ) : null}
        {helper ? <span className="text-soft"> {say("{name} helps", { name: helper })}</span> : null}
        {about ? <p className="m-0 text-soft">{about}</p> : null}
        {note ? <p className="m-0 whitespace-pre-line">{note}</p> : null}
        {guide ? (
          <p className="m-0">
            <a href={`/${lio}/guides/${guide.slug}`}>{say("Guide: {title}", { title: guide.title })}</a>
          </p>
        ) : null}
        {keeps ? (
          <div className="no-print">
            <Form
              fold={sayRich("Change{of}", { of })}
              action={changeStepForm}
              lio={lio}
              id={`step-${id}`}
              kind="secondary"
              submit={say("Save")}
              values={{ title, helperId: step.helperId ?? "", dueOn, note }}
            >
              <input type="hidden" name="id" value={id} />
              <TextField name="title" label={say("Step")} />
              <Select
                name="helperId"
                label={say("Who helps?")}
                options={colleagues.map(({ personId, name }) => ({ value: personId, label: name }))}
                empty={say("Nobody in particular")}
              />
              <DateFields name="dueOn" legend={say("Due")} optional />
              <TextArea name="note" label={say("Note")} rows={2} optional />
            </Form>
          </div>
        ) : null}
      </div>
      {keeps ? (
        <div className="acts no-print">
          <Form
            action={tickStepForm}
            lio={lio}
            id={`tick-${id}`}
            kind={doneOn ? "plain" : "secondary"}
            submit={doneOn ? sayRich("Not done{of}", { of }) : sayRich("Done{of}", { of })}
          >
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="done" value={doneOn ? "no" : "yes"} />
          </Form>
        </div>
      ) : null}
    </li>
  )
}
