import { Radios, Tick } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { RowFields } from "@/app/_ui/row-fields"
import { ShownWhen } from "@/app/_ui/shown-when"
import { QUESTION_KINDS } from "@/db/vocabulary"
import { MOST_OPTIONS, MOST_STEPS } from "@/lib/consultations/questions/input"

const LINE = [{ name: "line", label: "Option" }]

/** The fields of a question, for a long form: what is asked besides follows from its kind. */
export function QuestionFields() {
  return (
    <>
      <Radios
        name="kind"
        legend="What kind of answer?"
        options={Object.entries(QUESTION_KINDS).map(([value, label]) => ({ value, label }))}
        inline
      />
      <TextField name="title" label="The question" hint="One thing at a time, in plain words" />
      <TextArea name="help" label="Help text" rows={2} optional />
      <ShownWhen name="kind" is={["single", "multiple"]}>
        <RowFields
          name="options"
          legend="Options"
          one="option"
          hint={`For “Choose one” and “Choose any”: at least 2 and up to ${MOST_OPTIONS}. “Not sure or prefer not to say” is added by itself. “None of these” goes with no other option; “Other, please say” asks for the words.`}
          parts={LINE}
          most={MOST_OPTIONS}
        />
      </ShownWhen>
      <ShownWhen name="kind" is={["scale"]}>
        <ScaleFields />
      </ShownWhen>
      <Tick
        name="required"
        label="Every group must answer this"
        hint="Only if you truly need it. “Not sure or prefer not to say” is an answer, too, where there are options."
      />
    </>
  )
}

function ScaleFields() {
  return (
    <>
      <TextField
        name="steps"
        label="How many points?"
        hint={`For a scale: 2 to ${MOST_STEPS}`}
        inputMode="numeric"
        width="xs"
      />
      <TextField name="low" label="What does 1 mean?" width="md" optional />
      <TextField name="high" label="What does the highest point mean?" width="md" optional />
    </>
  )
}
