import { Radios } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { FIELD_KINDS } from "@/db/vocabulary"
import { FOR_GROUPS, isChosen } from "@/lib/fields/input"

const options = (list: Record<string, string>) =>
  Object.entries(list).map(([value, label]) => ({ value, label }))

/** What is said of a question. `kind` is that of a question there is: it stays. */
export function FieldFields({ kind }: { kind?: keyof typeof FIELD_KINDS }) {
  return (
    <>
      <TextField
        name="label"
        label="Question"
        hint="A few words are enough. For example: Insurance runs until"
        width="md"
      />
      <TextField name="hint" label="A hint under it" optional />
      {kind ? (
        <p>
          Kind of answer: {FIELD_KINDS[kind]}. It stays as it is, because the answers there are would no
          longer fit.
        </p>
      ) : (
        <Radios name="kind" legend="What kind of answer?" options={options(FIELD_KINDS)} />
      )}
      {!kind || isChosen(kind) ? (
        <TextArea
          name="options"
          label="Choices"
          hint={
            kind
              ? "One on each line. A group that has a choice you take away keeps it."
              : "One on each line. Only for “Choose one” and “Choose any”."
          }
          optional={!kind}
        />
      ) : null}
      <Radios
        name="forGroups"
        legend="What may a group’s own people do with it?"
        options={options(FOR_GROUPS)}
      />
    </>
  )
}
