import { Tick } from "@/app/_ui/choices"
import { HiddenField, TextArea, TextField } from "@/app/_ui/fields"
import { RowFields } from "@/app/_ui/row-fields"
import { MOST_OPTIONS, MOST_STEPS } from "@/lib/consultations/questions/input"
import type { QuestionKind } from "@/lib/consultations/words"

const LINE = [{ name: "line", label: "Option" }]

/** The fields of a question of one kind. */
export function QuestionFields({ kind }: { kind: QuestionKind }) {
  return (
    <>
      <HiddenField name="kind" value={kind} />
      <TextField name="title" label="The question" hint="One thing at a time, in plain words" />
      <TextArea name="help" label="A word of help" rows={2} optional />
      {kind === "single" || kind === "multiple" ? (
        <RowFields
          name="options"
          legend="Options"
          one="option"
          hint={`At least 2 and up to ${MOST_OPTIONS}. “Not sure or prefer not to say” is added by itself. “None of these” goes with no other option; “Other, please say” asks for the words.`}
          parts={LINE}
          most={MOST_OPTIONS}
        />
      ) : null}
      {kind === "scale" ? (
        <>
          <TextField
            name="steps"
            label="How many points?"
            hint={`2 to ${MOST_STEPS}`}
            inputMode="numeric"
            width="xs"
          />
          <TextField name="low" label="What does 1 mean?" width="md" optional />
          <TextField name="high" label="What does the highest point mean?" width="md" optional />
        </>
      ) : null}
      <Tick
        name="required"
        label="Every group must answer this"
        hint={
          kind === "text" ? "Only if you truly need it" : "“Not sure or prefer not to say” is an answer, too"
        }
      />
    </>
  )
}
