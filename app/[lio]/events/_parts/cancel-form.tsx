import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import type { FormAction } from "@/app/_ui/form-state"
import { say, sayCount } from "@/lib/words"

type Props = {
  action: FormAction
  lio: string
  id: string
  back: string
  submit: string
  /** How many people have a place or wait for one. */
  booked: number
}

/** Cancels an event or one date of it, after saying how many people are told. */
export const CancelForm = ({ action, lio, id, back, submit, booked }: Props) => (
  <>
    <p>
      {booked === 0
        ? say("Nobody has booked yet.")
        : sayCount(booked, {
            one: "{count} person has booked or is waiting. They get an email with your reason.",
            other: "{count} people have booked or are waiting. They get an email with your reason.",
          })}
    </p>
    <Form
      action={action}
      lio={lio}
      submit={submit}
      kind="danger"
      secondary={<a href={back}>{say("Keep it")}</a>}
      className="max-w-2xl"
    >
      <input type="hidden" name="id" value={id} />
      <TextArea
        name="reason"
        label={say("Why is it cancelled?")}
        hint={say("Everyone who booked will read this")}
      />
    </Form>
  </>
)
