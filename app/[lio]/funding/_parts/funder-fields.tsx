import { Checkboxes, Tick } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea, TextField } from "@/app/_ui/fields"
import { say } from "@/lib/words"

/** What is said of a funder. */
export function FunderFields({ themes }: { themes: { value: string; label: string }[] }) {
  return (
    <>
      <TextField name="name" label={say("Name of the funder")} />
      <TextArea name="funds" label={say("What do they fund?")} optional />
      {themes.length > 0 ? (
        <Checkboxes
          name="termIds"
          legend={say("Themes")}
          hint={say("Tick none if they fund any theme.")}
          options={themes}
          optional
        />
      ) : null}
      <TextField name="leastSum" label={say("Smallest sum")} prefix="£" width="sm" optional />
      <TextField name="mostSum" label={say("Largest sum")} prefix="£" width="sm" optional />
      <TextArea
        name="whoCanAsk"
        label={say("Who can apply?")}
        hint={say("For example, charities with an income under £100,000")}
        rows={2}
        optional
      />
      <TextField name="area" label={say("Where do they fund?")} width="md" optional />
      <TextField name="website" label={say("Website")} type="url" optional />
      <DateFields name="closesOn" legend={say("When does the next round close?")} optional />
      <Tick name="anyTime" label={say("They take applications at any time")} />
      <TextField
        name="orgId"
        label={say("Identifier in published data")}
        hint={say("If you know it, for example GB-CHC-1234567. It helps to match published grants.")}
        width="md"
        optional
      />
    </>
  )
}
