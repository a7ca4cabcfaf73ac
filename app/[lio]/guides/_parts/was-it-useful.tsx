import { Radios } from "@/app/_ui/choices"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { say } from "@/lib/words"
import { remarkForm } from "../actions"

type Props = { lio: string; guide: { slug: string; version: number }; thanked: boolean }

/** Asks whoever read a guide whether it was useful; a reason reaches the staff as a task. */
export function WasItUseful({ lio, guide, thanked }: Props) {
  if (thanked)
    return (
      <p id="was-it-useful" className="no-print max-w-2xl font-semibold" role="status">
        {say("Thank you. That helps us make it better.")}
      </p>
    )
  return (
    <section id="was-it-useful" className="no-print mt-10 max-w-2xl border-t border-line pt-4">
      <Form action={remarkForm} submit={say("Send")} kind="secondary">
        <input type="hidden" name="lio" value={lio} />
        <input type="hidden" name="slug" value={guide.slug} />
        <input type="hidden" name="version" value={guide.version} />
        <Radios
          name="useful"
          legend={say("Was this guide useful?")}
          options={[
            { value: "yes", label: say("Yes") },
            { value: "no", label: say("No") },
          ]}
          inline
        />
        <TextArea
          name="why"
          label={say("Why? What is missing or wrong?")}
          hint={say("Don’t write anything about yourself or other people. We can’t answer here.")}
          rows={3}
          optional
        />
      </Form>
    </section>
  )
}
