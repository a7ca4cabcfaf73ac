import { Radios } from "@/app/_ui/choices"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { USEFUL } from "@/lib/events/feedback/input"
import { say } from "@/lib/words"
import { judgeByLinkForm } from "../actions"

type Props = {
  lio: string
  token: string
  said: { useful: string; change: string | null; better: string | null } | null
}

/** Three questions to those who came. */
export const FeedbackForm = ({ lio, token, said }: Props) => (
  <section aria-labelledby="feedback">
    <h2 id="feedback">{say("How was it?")}</h2>
    <p className="max-w-2xl">
      {say("We show what people say without their names. You can change your answers here.")}
    </p>
    <Form
      action={judgeByLinkForm}
      submit={say("Send your answers")}
      values={said ?? {}}
      className="max-w-2xl"
      id="judge"
    >
      <input type="hidden" name="lio" value={lio} />
      <input type="hidden" name="key" value={token} />
      <Radios
        name="useful"
        legend={say("How useful was it to you?")}
        options={Object.entries(USEFUL).map(([value, { label }]) => ({ value, label }))}
      />
      <TextArea name="change" label={say("What will you do differently after it?")} rows={3} optional />
      <TextArea name="better" label={say("What could we do better?")} rows={3} optional />
    </Form>
  </section>
)
