import { Checkboxes } from "@/app/_ui/choices"
import { TextField } from "@/app/_ui/fields"

/** The codes of a passage. */
export function CodeFields({ codes }: { codes: { id: string; name: string }[] }) {
  return (
    <>
      {codes.length > 0 ? (
        <Checkboxes
          name="codeIds"
          legend="Codes"
          inline
          options={codes.map((code) => ({ value: code.id, label: code.name }))}
        />
      ) : null}
      <TextField name="newCode" label={codes.length > 0 ? "Or a new code" : "Code"} width="md" optional />
    </>
  )
}
