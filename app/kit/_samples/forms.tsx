import { Checkboxes, Radios, Select, Tick } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { FileField, TextArea, TextField } from "@/app/_ui/fields"
import { FieldsFrom } from "@/app/_ui/fields-from"
import { FileToRead } from "@/app/_ui/file-to-read"
import { Form } from "@/app/_ui/form"
import { LongFormLater } from "@/app/_ui/long-form-later"
import { RowFields } from "@/app/_ui/row-fields"
import { ShownWhen } from "@/app/_ui/shown-when"
import { SubmitButton } from "@/app/_ui/submit-button"
import { refuseForm } from "../actions"
import { Group, LONG, Sample } from "./sample"
import { WrongFields } from "./states"

const stages = [
  { value: "enquiry", label: "Enquiry" },
  { value: "forming", label: "Forming", hint: "They meet, but have no rules yet" },
  { value: "member", label: "Member" },
]

/** A form with every kind of field. Send it empty to see the errors. */
export function FormSamples() {
  return (
    <Group id="forms" title="Forms">
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
              label: LONG,
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
      <Sample state="A file for a route to read">
        <FileToRead
          to="/kit"
          accept=".csv"
          hint="As it was downloaded"
          kind="secondary"
          submit="Read the file"
        />
      </Sample>
      <Sample state="With something wrong in each field, and what somebody else saved">
        <WrongFields />
      </Sample>
      <Sample state="In focus">
        <div className="flex flex-wrap items-center gap-3">
          <input className="input max-w-40 shows-focus" aria-label="A field in focus" />
          <select className="input max-w-40 shows-focus" aria-label="A choice in focus">
            <option>Ward</option>
          </select>
        </div>
      </Sample>
      <Sample state="Fields of a form that only leads to an address">
        <form action="/kit" method="get">
          <FieldsFrom values={{ to: "b" }} errors={{}}>
            <Select
              name="to"
              label="Which area?"
              options={[
                { value: "a", label: "Skelby" },
                { value: "b", label: LONG },
              ]}
            />
          </FieldsFrom>
        </form>
      </Sample>
      <Sample state="A form of many parts: rows, and fields that depend on another">
        <LongFormLater
          action={refuseForm}
          values={{ named: "yes", "people.0.name": LONG, "people.1.name": "" }}
          formKey={crypto.randomUUID()}
          checks={{}}
          submit="Save them"
          id="long"
        >
          <RowFields
            name="people"
            legend="Who speaks for them?"
            one="person"
            parts={[
              { name: "name", label: "Name" },
              { name: "email", label: "Email address", type: "email", width: "md" },
            ]}
          />
          <Radios
            name="named"
            legend="Are the answers named?"
            options={[
              { value: "yes", label: "Named" },
              { value: "no", label: "Not named" },
            ]}
          />
          <ShownWhen name="named" is={["no"]}>
            <TextField name="why" label="If not: why?" />
          </ShownWhen>
        </LongFormLater>
      </Sample>
    </Group>
  )
}
