import { Checkboxes } from "@/app/_ui/choices"
import { TextField } from "@/app/_ui/fields"
import { say } from "@/lib/words"

/** The codes of a passage. */
export function CodeFields({ codes }: { codes: { id: string; name: string }[] }) {
  return (
    <>
      {codes.length > 0 ? (
        <Checkboxes
          name="codeIds"
          legend={say("Codes")}
          inline
          options={codes.map((code) => ({ value: code.id, label: code.name }))}
        />
      ) : null}
      <TextField
        name="newCode"
        label={codes.length > 0 ? say("Or a new code") : say("Code")}
        width="md"
        optional
      />
    </>
  )
}
