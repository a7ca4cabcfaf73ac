import { Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"
import { REPEATS } from "@/db/vocabulary"
import type { Colleague } from "@/lib/lios/queries"

/** What is said of a task: what, who, when, and whether it comes again. */
export function TaskFields({ colleagues }: { colleagues: Colleague[] }) {
  return (
    <>
      <TextField name="what" label="Task" />
      <Select
        name="assigneeId"
        label="Assigned to"
        options={colleagues.map((one) => ({ value: one.personId, label: one.name }))}
        empty="Nobody yet"
      />
      <DateFields name="dueOn" legend="Due" optional />
      <Select
        name="repeats"
        label="Repeat"
        hint="When you’ve done it, we add the next one."
        options={Object.entries(REPEATS).map(([value, label]) => ({ value, label }))}
        empty="Never"
      />
    </>
  )
}
