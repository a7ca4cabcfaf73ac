import { Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"

/** What is said of a next step: what, who, when. */
export function TaskFields({ staff }: { staff: { personId: string; name: string; level: string }[] }) {
  const workers = staff.filter((one) => one.level !== "viewer")
  return (
    <>
      <TextField name="what" label="What is to be done" />
      <Select
        name="assigneeId"
        label="Who does it"
        options={workers.map((one) => ({ value: one.personId, label: one.name }))}
        empty="Nobody yet"
      />
      <DateFields name="dueOn" legend="By when" optional />
    </>
  )
}
