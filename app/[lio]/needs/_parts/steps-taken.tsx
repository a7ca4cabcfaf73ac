import { Radios } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { Tag } from "@/app/_ui/tag"
import { NEED_STATUSES } from "@/db/vocabulary"
import type { listNeedSteps } from "@/lib/needs/steps/queries"
import { formatDate, say } from "@/lib/words"
import { addNeedStepForm, dropNeedStepForm } from "../actions"
import { TakeOff } from "./take-off"

type Props = {
  lio: string
  needId: string
  steps: Awaited<ReturnType<typeof listNeedSteps>>
  keeps: boolean
}

/** What was done about a need, step by step, each with its day and who did it, and the form that adds one. */
export function StepsTaken({ lio, needId, steps, keeps }: Props) {
  if (steps.length === 0 && !keeps) return null
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{say("What has been done")}</h2>
      <ol className="max-w-3xl list-none p-0">
        {steps.map(({ id, on, status, words, who, by }) => (
          <li key={id} className="mb-4">
            <p className="m-0">
              <Tag tone={status === "partly" ? "good" : status === "waiting" ? "wait" : "note"}>
                {NEED_STATUSES[status]}
              </Tag>{" "}
              {formatDate(on)}
            </p>
            <p className="m-0 whitespace-pre-line">{words}</p>
            <p className="m-0 flex flex-wrap items-center gap-x-4 text-soft">
              {who ? <span>{say("By {who}", { who })}</span> : null}
              {by ? <span>{say("Noted by {by}", { by })}</span> : null}
              {keeps ? <TakeOff action={dropNeedStepForm} {...{ lio, id, words }} /> : null}
            </p>
          </li>
        ))}
      </ol>
      {keeps ? (
        <Form
          fold={say("Note what was done")}
          action={addNeedStepForm}
          lio={lio}
          id="step"
          kind="secondary"
          submit={say("Save")}
        >
          <input type="hidden" name="id" value={needId} />
          <TextArea name="words" label={say("What was done?")} rows={3} />
          <TextField
            name="who"
            label={say("Who did it, or is doing it?")}
            hint={say("A group, a public body or a colleague")}
            optional
          />
          <Radios
            name="status"
            legend={say("Where does it stand now?")}
            options={Object.entries(NEED_STATUSES).map(([value, label]) => ({ value, label }))}
          />
          <DateFields name="on" legend={say("When?")} quick />
        </Form>
      ) : null}
    </section>
  )
}
