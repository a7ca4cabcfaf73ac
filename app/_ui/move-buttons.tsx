import type { ReactNode } from "react"
import { sayRich } from "@/lib/words/rich"
import { HiddenField } from "./fields"
import { Form } from "./form"
import type { FormAction } from "./form-state"

type Props = {
  action: FormAction
  lio: string
  /** The id of what moves, and what it is called: "question 2". */
  id: string
  called: string
  first: boolean
  last: boolean
  /** What else is sent along. */
  children?: ReactNode
}

/** Moves one row of a list up or down; inside `Reorder` also by keys and by its grip. */
export function MoveButtons({ action, lio, id, called, first, last, children }: Props) {
  const ways = [...(first ? [] : (["up"] as const)), ...(last ? [] : (["down"] as const))]
  return ways.map((way) => (
    <Form
      key={way}
      action={action}
      lio={lio}
      kind="plain"
      id={`${way}-${id}`}
      submit={
        <span>
          {sayRich("Move{called} {way}", { called: <span className="sr-only"> {called}</span>, way })}
        </span>
      }
    >
      <HiddenField name="id" value={id} />
      <HiddenField name="way" value={way} />
      <HiddenField name="to" value="" />
      {children}
    </Form>
  ))
}

/** What a row is dragged by. */
export const Grip = () => (
  <span
    draggable
    aria-hidden="true"
    className="needs-scripts no-print cursor-grab px-1 text-soft select-none"
  >
    ⠿
  </span>
)
