import { HiddenField, TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import type { Question } from "@/lib/consultations/queries"
import { say } from "@/lib/words"
import { correctQuestionForm } from "../../../../actions"

type Props = {
  lio: string
  consultationId: string
  question: Question
  /** Which version of the questions this is. */
  version: number
  back: string
}

/** What of a question may still change while groups answer it. */
export function CorrectQuestion({ lio, consultationId, question, version, back }: Props) {
  const { id, title, help, kind, setting } = question
  const labels = (setting.options ?? []).map(({ label }) => label)
  return (
    <>
      <p className="max-w-2xl">
        {say(
          "Groups are already answering this question, so it has to keep asking the same thing. You can correct its spelling, change its help text and add answers to choose from. We keep what it said before, print the change with the results, and email the groups that have answered.",
        )}
      </p>
      <Form
        action={correctQuestionForm}
        lio={lio}
        values={{ title, help }}
        submit={say("Change the question")}
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        <HiddenField name="id" value={id} />
        <HiddenField name="consultationId" value={consultationId} />
        <HiddenField name="version" value={String(version)} />
        <TextField
          name="title"
          label={say("The question")}
          hint={say("You can only correct its spelling.")}
        />
        <TextArea name="help" label={say("Help text")} rows={3} optional />
        {kind === "single" || kind === "multiple" ? (
          <TextArea
            name="more"
            label={say("More answers to choose from, one on each line")}
            hint={say("They’ll come after the ones already there: {options}.", {
              options: labels.join(" · "),
            })}
            rows={3}
            optional
          />
        ) : null}
        <TextArea
          name="reason"
          label={say("Why are you changing it?")}
          hint={say("Groups will read this, and it’s printed with the results.")}
          rows={2}
        />
      </Form>
    </>
  )
}
