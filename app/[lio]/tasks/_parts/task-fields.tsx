import { Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"

/** What is said of a task: what, who, when. */
export function TaskFields({ staff }: { staff: { personId: string; name: string; level: string }[] }) {
  const workers = staff.filter((one) => one.level !== "viewer")
  return (
    <>
      <TextField name="what" label="Task" />
      <Select
        name="assigneeId"
        label="Assigned to"
        options={workers.map((one) => ({ value: one.personId, label: one.name }))}
        empty="Nobody yet"
      />
      <DateFields name="dueOn" legend="Due" optional />
    </>
  )
}
