import { Checkboxes, Radios } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { UNSURE_VALUE } from "@/lib/consultations/answering/input"
import type { Question } from "@/lib/consultations/queries"
import { optionsOf, optionWithWords, UNSURE } from "@/lib/consultations/words"
import { say } from "@/lib/words"

/** One question as groups see it: the page's h1 with its way to answer. */
export function QuestionField({ question, large = true }: { question: Question; large?: boolean }) {
  const { kind, title, required } = question
  const help = question.help ?? undefined
  const same = { name: "answer", optional: !required, large }
  if (kind === "text") return <TextArea {...same} label={title} hint={help} rows={8} />
  const options = [...optionsOf(question), { value: UNSURE_VALUE, label: UNSURE }]
  const choices =
    kind === "multiple" ? (
      <Checkboxes
        {...same}
        legend={title}
        hint={help ? say("{help} Choose all that are true.", { help }) : say("Choose all that are true.")}
        options={options}
      />
    ) : (
      <Radios {...same} legend={title} hint={help} options={options} />
    )
  const other = optionWithWords(question)
  return (
    <>
      {choices}
      {other ? (
        <TextField
          name="says"
          label={say("If you chose “{other}”", { other: other.label })}
          hint={say("In a few words")}
          optional
        />
      ) : null}
    </>
  )
}
