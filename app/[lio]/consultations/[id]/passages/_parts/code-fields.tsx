import { Checkboxes } from "@/app/_ui/choices"
import { TextField } from "@/app/_ui/fields"

/** Under which names a passage is kept. */
export function CodeFields({ codes }: { codes: { id: string; name: string }[] }) {
  return (
    <>
      {codes.length > 0 ? (
        <Checkboxes
          name="codeIds"
          legend="Keep it under"
          inline
          options={codes.map((code) => ({ value: code.id, label: code.name }))}
        />
      ) : null}
      <TextField
        name="newCode"
        label={codes.length > 0 ? "Or a new name" : "Keep it under this name"}
        width="md"
        optional
      />
    </>
  )
}
