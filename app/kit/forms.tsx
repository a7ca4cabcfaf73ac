import { Checkboxes, Radios, Select, Tick } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { FileField, TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { SubmitButton } from "@/app/_ui/submit-button"
import { refuseForm } from "./actions"

const stages = [
  { value: "enquiry", label: "Enquiry" },
  { value: "forming", label: "Forming", hint: "They meet, but have no rules yet" },
  { value: "member", label: "Member" },
]

/** A form with every kind of field. Send it empty to see the errors. */
export function FormSamples() {
  return (
    <>
      <h2>A form</h2>
      <Form
        action={refuseForm}
        values={{ stage: "forming", place: "b2", website: "https://canolfan.example", on: "2026-06-04" }}
        submit="Save the group"
        secondary={
          <SubmitButton kind="secondary" name="button" value="another">
            Save and add another
          </SubmitButton>
        }
      >
        <TextField name="groupName" label="Name of the group" hint="As it is written in its rules" />
        <TextField name="website" label="Website" type="url" optional />
        <TextField
          name="people"
          label="How many volunteers?"
          inputMode="numeric"
          width="xs"
          suffix="people"
        />
        <TextField name="income" label="Yearly income" inputMode="decimal" width="sm" prefix="£" optional />
        <TextArea name="about" label="What do they do?" hint="Two or three sentences" most={200} />
        <Radios name="stage" legend="How far along are they?" options={stages} />
        <Radios
          name="minutes"
          legend="How long did it take?"
          inline
          options={["15", "30", "60", "90"].map((value) => ({ value, label: `${value} minutes` }))}
        />
        <Checkboxes name="themes" legend="What is it about?" options={stages} optional />
        <Select
          name="place"
          label="Ward"
          options={[
            { value: "a1", label: "Canol y Dref", group: "Gwynedd" },
            {
              value: "b2",
              label: "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
              group: "Ynys Môn",
            },
          ]}
        />
        <DateFields name="when" legend="When was it?" quick />
        <DateFields name="on" legend="When did they start?" optional />
        <FileField name="rules" label="Their rules" hint="PDF or Word, up to 10 MB" optional />
        <Tick
          name="consent"
          label="They agree to be in the public directory"
          hint="They can change their mind at any time"
        />
      </Form>
    </>
  )
}
