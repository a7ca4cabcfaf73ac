import { Select } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { CHANNELS } from "@/db/vocabulary"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"

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
      <TextField name="name" label={say("Name")} autoComplete="off" />
      {address.changes ? (
        <TextField
          name="email"
          label={say("Email")}
          type="email"
          autoComplete="off"
          hint={say("They sign in with it. Each person needs an address of their own.")}
          optional
        />
      ) : (
        <>
          <input type="hidden" name="email" value={address.email} />
          <p>
            {sayRich("<b>Email:</b> {email}. Ask the staff to change it.", {
              b: (text) => <strong>{text}</strong>,
              email: address.email || say("none"),
            })}
          </p>
        </>
      )}
      <TextField name="phone" label={say("Phone")} type="tel" width="sm" autoComplete="off" optional />
      <Select
        name="channel"
        label={say("Best reached by")}
        empty={say("Nobody asked yet")}
        optional
        options={Object.entries(CHANNELS).map(([value, label]) => ({ value, label }))}
      />
      {notes ? (
        <TextArea
          name="about"
          label={say("Notes")}
          hint={say("They may ask to see what you write about them.")}
          optional
        />
      ) : null}
    </>
  )
}
