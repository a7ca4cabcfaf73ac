import { Radios } from "@/app/_ui/choices"
import { TextField } from "@/app/_ui/fields"
import { RowFields } from "@/app/_ui/row-fields"
import { ShownWhen } from "@/app/_ui/shown-when"
import { FIELD_KINDS, keys } from "@/db/vocabulary"
import { FOR_GROUPS, isChosen } from "@/lib/fields/input"
import { say } from "@/lib/words"

const options = (list: Record<string, string>) =>
  Object.entries(list).map(([value, label]) => ({ value, label }))

/** What is said of a question. `kind` is that of a question there is: it stays. */
export function FieldFields({ kind }: { kind?: keyof typeof FIELD_KINDS }) {
  return (
    <>
      <TextField
        name="label"
        label={say("Question")}
        hint={say("A few words are enough. For example: Insurance runs until")}
        width="md"
      />
      <TextField name="hint" label={say("A hint under it")} optional />
      {kind ? (
        <p>
          {say(
            "Kind of answer: {fieldKinds}. It stays as it is, because the answers there are would no longer fit.",
            { fieldKinds: FIELD_KINDS[kind] },
          )}
        </p>
      ) : (
        <Radios name="kind" legend={say("What kind of answer?")} options={options(FIELD_KINDS)} />
      )}
      {!kind || isChosen(kind) ? <Choices kind={kind} /> : null}
      <Radios
        name="forGroups"
        legend={say("What may a group’s own people do with it?")}
        options={options(FOR_GROUPS)}
      />
    </>
  )
}

const CHOSEN = keys(FIELD_KINDS).filter(isChosen)
const LINE = [{ name: "line", label: say("Choice") }]

function Choices({ kind }: { kind?: string }) {
  const rows = (hint: string) => (
    <RowFields name="options" legend={say("Choices")} one="choice" hint={hint} parts={LINE} />
  )
  if (kind) return rows(say("A group that has chosen something you remove keeps it."))
  return (
    <ShownWhen name="kind" is={CHOSEN}>
      {rows(say("Only for “Choose one” and “Choose any”: at least two"))}
    </ShownWhen>
  )
}
