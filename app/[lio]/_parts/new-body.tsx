import { Disclosure } from "@/app/_ui/disclosure"
import { TextField } from "@/app/_ui/fields"
import { say } from "@/lib/words"

/** Under a choice of bodies: one that the list lacks, which is added with whatever else is being saved. */
export function NewBody() {
  return (
    <Disclosure summary={say("It isn’t on the list")}>
      <TextField
        name="newBody"
        label={say("Name of the body")}
        hint={say(
          "A council, an NHS body, the police. It’s added to your groups as a statutory body as you save.",
        )}
        optional
      />
    </Disclosure>
  )
}
