import { Select } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { CHANNELS } from "@/db/vocabulary"

/** What is kept of a person. The address is a key to sign in with: who may not change it sees it only. */
export function PersonFields({
  address,
  notes,
}: {
  address: { changes: true } | { changes: false; email: string }
  notes: boolean
}) {
  return (
    <>
      <TextField name="name" label="Name" autoComplete="off" />
      {address.changes ? (
        <TextField
          name="email"
          label="Email"
          type="email"
          autoComplete="off"
          hint="They sign in with it. Each person needs an address of their own."
          optional
        />
      ) : (
        <>
          <input type="hidden" name="email" value={address.email} />
          <p>
            <strong>Email:</strong> {address.email || "none"}. Ask the staff to change it.
          </p>
        </>
      )}
      <TextField name="phone" label="Phone" type="tel" width="sm" autoComplete="off" optional />
      <Select
        name="channel"
        label="Best reached by"
        empty="Nobody asked yet"
        optional
        options={Object.entries(CHANNELS).map(([value, label]) => ({ value, label }))}
      />
      {notes ? (
        <TextArea name="about" label="Notes" hint="They may ask to see what you write about them." optional />
      ) : null}
    </>
  )
}
