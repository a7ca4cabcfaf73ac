import { Checkboxes, Radios, Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"
import { CONSENT_WAYS, DIRECTORY_PARTS } from "@/db/vocabulary"
import { fieldLabel } from "@/lib/groups/words"

const HINTS: Record<string, string> = {
  address: "Not when it is somebody’s home.",
  contact: "Ask the person first.",
}

/** Whether a group may be in the public directory, what it shows there, and who said so. `own`: its own people are asked. */
export function DirectoryFields({ own }: { own: boolean }) {
  return (
    <>
      <Radios
        name="directoryConsent"
        legend={own ? "May your group be in the public directory?" : "May it be in the public directory?"}
        hint={own ? "Anybody can read the directory. You can change your answer at any time." : undefined}
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
          { value: "", label: own ? "I do not know" : "Not known" },
        ]}
        inline
      />
      <Checkboxes
        name="directoryShows"
        legend="What may it show?"
        hint="The name and numbers on public registers are always shown. Nothing else is, but what you tick."
        options={Object.entries(DIRECTORY_PARTS).map(([value, label]) => ({
          value,
          label: own && value === "about" ? "What you do" : label,
          hint: HINTS[value],
        }))}
      />
      {own ? null : (
        <>
          <h2>Who said so</h2>
          <TextField
            name="directorySaidBy"
            label={fieldLabel("directorySaidBy")}
            hint="The person of the group who told you."
            optional
          />
          <Select
            name="directorySaidHow"
            label={fieldLabel("directorySaidHow")}
            empty="Not known"
            options={Object.entries(CONSENT_WAYS).map(([value, label]) => ({ value, label }))}
          />
          <DateFields
            name="directorySaidOn"
            legend="When did they say so?"
            hint="Empty: today, when the answer is new."
            optional
          />
        </>
      )}
    </>
  )
}
