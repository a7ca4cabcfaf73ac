import { Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"
import { REPEATS } from "@/db/vocabulary"
import type { Colleague } from "@/lib/lios/queries"
import { say } from "@/lib/words"

/** What is said of a task: what, who, when, and whether it comes again. */
export function TaskFields({ colleagues }: { colleagues: Colleague[] }) {
  return (
    <>
      <TextField name="what" label={say("Task")} />
      <Select
        name="assigneeId"
        label={say("Assigned to")}
        options={colleagues.map((one) => ({ value: one.personId, label: one.name }))}
        empty={say("Nobody yet")}
      />
      <DateFields name="dueOn" legend={say("Due")} optional />
      <Select
        name="repeats"
        label={say("Repeat")}
        hint={say("When you’ve done it, we add the next one.")}
        options={Object.entries(REPEATS).map(([value, label]) => ({ value, label }))}
        empty={say("Never")}
      />
    </>
  )
}
