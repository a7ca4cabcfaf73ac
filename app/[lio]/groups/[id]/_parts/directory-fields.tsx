import { Checkboxes, Radios, Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"
import { CONSENT_WAYS, DIRECTORY_PARTS } from "@/db/vocabulary"
import { fieldLabel } from "@/lib/groups/words"
import { say } from "@/lib/words"

const HINTS: Record<string, string> = {
  address: say("Not when it is somebody’s home."),
  contact: say("Ask the person first."),
}

/** Whether a group may be in the public directory, what it shows there, and who said so. `own`: its own people are asked. */
export function DirectoryFields({ own }: { own: boolean }) {
  return (
    <>
      <Radios
        name="directoryConsent"
        legend={
          own ? say("May your group be in the public directory?") : say("May it be in the public directory?")
        }
        hint={
          own ? say("Anybody can read the directory. You can change your answer at any time.") : undefined
        }
        options={[
          { value: "yes", label: say("Yes") },
          { value: "no", label: say("No") },
          { value: "", label: own ? say("I do not know") : say("Not known") },
        ]}
        inline
      />
      <Checkboxes
        name="directoryShows"
        legend={say("What may it show?")}
        hint={say(
          "The name and numbers on public registers are always shown. Nothing else is, but what you tick.",
        )}
        options={Object.entries(DIRECTORY_PARTS).map(([value, label]) => ({
          value,
          label: own && value === "about" ? say("What you do") : label,
          hint: HINTS[value],
        }))}
      />
      {own ? null : (
        <>
          <h2>{say("Who said so")}</h2>
          <TextField
            name="directorySaidBy"
            label={fieldLabel("directorySaidBy")}
            hint={say("The person of the group who told you.")}
            optional
          />
          <Select
            name="directorySaidHow"
            label={fieldLabel("directorySaidHow")}
            empty={say("Not known")}
            options={Object.entries(CONSENT_WAYS).map(([value, label]) => ({ value, label }))}
          />
          <DateFields
            name="directorySaidOn"
            legend={say("When did they say so?")}
            hint={say("Empty: today, when the answer is new.")}
            optional
          />
        </>
      )}
    </>
  )
}
