import type { ComponentProps } from "react"
import { Form } from "@/app/_ui/form"
import { sayRich } from "@/lib/words/rich"

type Props = {
  action: ComponentProps<typeof Form>["action"]
  lio: string
  id: string
  /** What it says: told to whoever doesn't see which one the button stands beside. */
  words: string
}

/** Takes something off a need that was noted by mistake. */
export const TakeOff = ({ action, lio, id, words }: Props) => (
  <Form
    action={action}
    lio={lio}
    id={`off-${id}`}
    kind="plain"
    submit={sayRich("Take off<span>: {words}</span>", {
      words,
      span: (text) => <span className="sr-only">{text}</span>,
    })}
  >
    <input type="hidden" name="id" value={id} />
  </Form>
)
