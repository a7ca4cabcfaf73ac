import type { ComponentProps } from "react"
import { Form } from "@/app/_ui/form"

type Props = ComponentProps<typeof Form> & {
  /** The consortium. */
  room: string
  /** What of it the form is about, as its action takes it: a group, a task, a version. */
  of?: Record<string, string | number>
}

/** A form about a consortium. */
export const RoomForm = ({ room, of = {}, children, ...form }: Props) => (
  <Form {...form}>
    {Object.entries({ id: room, ...of }).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    {children}
  </Form>
)
