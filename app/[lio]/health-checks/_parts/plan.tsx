import type { ComponentProps, ReactNode } from "react"
import { Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import type { HealthCheck } from "@/lib/health-checks/queries"
import { isWeak } from "@/lib/health-checks/words"
import { formatDate, say } from "@/lib/words"

type Action = ComponentProps<typeof Form>["action"]
type Props = {
  check: HealthCheck
  /** How a step is added and ticked off; null: whoever looks at it may not. */
  forms: { add: Action; done: Action } | null
  /** The question that the next step is about, where it was chosen above. */
  chosen?: string
  /** For staff: the needs heard in a step, and where one is raised. */
  needsAt?: (stepId: string) => ReactNode
  /** For the forms of staff. */
  lio?: string
  /** What the forms need to know of the check. */
  children?: ReactNode
}

/** What a group means to do: who, by when, and what is done already. */
export function Plan({ check, forms, chosen, needsAt, lio, children }: Props) {
  const weak = check.questions.filter(({ answer }) => isWeak(answer))
  const about = new Map(check.questions.map(({ id, question }) => [id, question]))
  return (
    <section id="plan" aria-labelledby="plan-title" className="mt-8 max-w-3xl">
      <h2 id="plan-title">{say("Plan")}</h2>
      {check.steps.length === 0 ? (
        <p className="text-soft">{say("Nothing planned yet. Begin with the one thing that helps most.")}</p>
      ) : (
        <ul className="act-list">
          {check.steps.map(({ id, what, who, dueOn, doneOn, questionId }) => (
            <li key={id} className="act-row">
              <div className="act-words">
                <strong>{what}</strong>
                <p className="hint m-0">
                  {[
                    who,
                    doneOn
                      ? say("done on {day}", { day: formatDate(doneOn) })
                      : dueOn && say("by {day}", { day: formatDate(dueOn) }),
                  ]
                    .filter(Boolean)
                    .join(", ")}
                </p>
                {questionId ? <p className="hint m-0">{about.get(questionId)}</p> : null}
                {needsAt?.(id)}
              </div>
              {forms && !doneOn ? (
                <Form
                  action={forms.done}
                  lio={lio}
                  id={`done-${id}`}
                  kind="secondary"
                  submit={
                    <>
                      {say("Tick off")}
                      <span className="sr-only">: {what}</span>
                    </>
                  }
                >
                  {children}
                  <input type="hidden" name="stepId" value={id} />
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {check.earlier && check.earlier.open.length > 0 ? (
        <>
          <h3>{say("Not ticked off in your last plan")}</h3>
          <p className="text-soft">{say("If it still matters, add it to this plan.")}</p>
          <ul>
            {check.earlier.open.map(({ id, what }) => (
              <li key={id}>{what}</li>
            ))}
          </ul>
        </>
      ) : null}
      {forms ? (
        <>
          <h3>{say("Add to the plan")}</h3>
          <Form
            action={forms.add}
            lio={lio}
            id="add-step"
            values={{ questionId: chosen ?? "" }}
            submit={say("Add to the plan")}
            kind="secondary"
          >
            {children}
            <TextField name="what" label={say("What will you do?")} />
            {weak.length > 0 ? (
              <Select
                name="questionId"
                label={say("Which question is it about?")}
                options={weak.map(({ id, question }) => ({ value: id, label: question }))}
                optional
              />
            ) : null}
            <TextField name="who" label={say("Who will do it?")} width="md" optional />
            <DateFields name="dueOn" legend={say("By when?")} optional />
          </Form>
        </>
      ) : null}
    </section>
  )
}
