import { Tick } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"

/** What a network says of itself. */
export function NetworkFields({ byRequest }: { byRequest?: boolean }) {
  return (
    <>
      <TextField name="name" label="Name" />
      <TextArea
        name="about"
        label="What is it for?"
        hint="Two sentences that tell a group whether it belongs here"
        optional
      />
      <Tick
        name="byRequest"
        label="Groups ask, and staff let them in"
        hint="Without this, any group of yours joins at once"
        checked={byRequest}
      />
    </>
  )
}
