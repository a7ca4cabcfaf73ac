import { Checkboxes, Radios } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { UNSURE_VALUE } from "@/lib/consultations/answering/input"
import type { Question } from "@/lib/consultations/queries"
import { optionsOf, optionWithWords, UNSURE } from "@/lib/consultations/words"
import { say } from "@/lib/words"

type Props = {
  question: Question
  large?: boolean
  /** Put after the names of its fields, where a form has several questions. */
  of?: string
}

/** One question as those who answer see it with its way to answer; the page's h1 unless it isn't `large`. */
export function QuestionField({ question, large = true, of = "" }: Props) {
  const { kind, title, required } = question
  const help = question.help ?? undefined
  const same = { name: `answer${of}`, optional: !required, large }
  if (kind === "text") return <TextArea {...same} label={title} hint={help} rows={large ? 8 : 3} />
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
          name={`says${of}`}
          label={say("If you chose “{other}”", { other: other.label })}
          hint={say("In a few words")}
          optional
        />
      ) : null}
    </>
  )
}
