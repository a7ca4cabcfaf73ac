import { Checkboxes } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"
import { say } from "@/lib/words"

/** What a group looks for: for what, how much, and by when. */
export function SearchFields({ themes }: { themes: { value: string; label: string }[] }) {
  return (
    <>
      <TextField
        name="what"
        label={say("What do they need money for?")}
        hint={say("For example, a minibus, or a youth worker for two years")}
      />
      <TextField name="sum" label={say("How much do they need?")} prefix="£" width="sm" optional />
      <DateFields name="neededBy" legend={say("When do they need it by?")} optional />
      {themes.length > 0 ? (
        <Checkboxes name="termIds" legend={say("Themes")} options={themes} optional />
      ) : null}
    </>
  )
}
