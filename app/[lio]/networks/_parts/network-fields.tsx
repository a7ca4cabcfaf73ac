import { Tick } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { say } from "@/lib/words"

/** What a network says of itself. */
export function NetworkFields({ byRequest }: { byRequest?: boolean }) {
  return (
    <>
      <TextField name="name" label={say("Name")} />
      <TextArea
        name="about"
        label={say("What is it for?")}
        hint={say("Two sentences that tell a group whether it belongs here")}
        optional
      />
      <Tick
        name="byRequest"
        label={say("Groups ask, and staff let them in")}
        hint={say("Without this, any group of yours joins at once")}
        checked={byRequest}
      />
    </>
  )
}
