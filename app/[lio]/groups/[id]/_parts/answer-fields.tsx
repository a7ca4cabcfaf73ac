import { Checkboxes, Radios, Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea, TextField } from "@/app/_ui/fields"
import { type Answers, answerName, type Field, NONE_OF_THESE } from "@/lib/fields/input"
import { offered } from "@/lib/fields/words"
import { say } from "@/lib/words"

const yesNo = [
  { value: "yes", label: say("Yes") },
  { value: "no", label: say("No") },
  { value: "", label: say("Not known") },
]
const FEW = 6

/** One question of the LIO's own, as a field of its kind. */
export function AnswerField({ field, answers }: { field: Field; answers: Answers }) {
  const name = answerName(field.id)
  const { label, kind } = field
  const hint = field.hint ?? undefined
  const options = offered(field, answers[field.id]).map((option) => ({ value: option, label: option }))
  if (kind === "long") return <TextArea name={name} label={label} hint={hint} optional />
  if (kind === "number" || kind === "money")
    return (
      <TextField
        name={name}
        label={label}
        hint={hint ?? say("Write 0 for none.")}
        inputMode="numeric"
        width="sm"
        prefix={kind === "money" ? "£" : undefined}
        optional
      />
    )
  if (kind === "date") return <DateFields name={name} legend={label} hint={hint} optional />
  if (kind === "yes_no") return <Radios name={name} legend={label} hint={hint} options={yesNo} inline />
  if (kind === "choice")
    return options.length > FEW ? (
      <Select name={name} label={label} hint={hint} empty={say("Not known")} options={options} />
    ) : (
      <Radios
        name={name}
        legend={label}
        hint={hint}
        options={[...options, { value: "", label: say("Not known") }]}
      />
    )
  if (kind === "choices")
    return (
      <Checkboxes
        name={name}
        legend={label}
        hint={hint ?? say("Leave all of them empty when it is not known.")}
        options={[...options, { value: NONE_OF_THESE, label: say("None of these") }]}
      />
    )
  return <TextField name={name} label={label} hint={hint} optional />
}
