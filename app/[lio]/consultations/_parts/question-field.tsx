import { Fragment } from "react"
import { Checkboxes, Radios, Select, Tick } from "@/app/_ui/choices"
import { ManyFields } from "@/app/_ui/field-parts"
import { HiddenField, TextArea, TextField } from "@/app/_ui/fields"
import { aboutAmount, isSign } from "@/lib/consultations/amounts/words"
import { UNSURE_VALUE } from "@/lib/consultations/answering/input"
import { ABOUT_THINGS, thingsAsked } from "@/lib/consultations/matrix/words"
import type { Question } from "@/lib/consultations/queries"
import { aboutPlaces, placesOf } from "@/lib/consultations/ranking/words"
import { aboutMany, optionsOf, optionWithWords, UNSURE } from "@/lib/consultations/words"
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
  if (kind === "matrix") return <ThingsField question={question} large={large} />
  if (kind === "ranking") return <RankingField question={question} large={large} />
  if (kind === "number") return <NumberField question={question} large={large} />
  const options = [...optionsOf(question), { value: UNSURE_VALUE, label: UNSURE }]
  const many = aboutMany(question)
  const choices =
    kind === "multiple" ? (
      <Checkboxes
        {...same}
        legend={title}
        hint={help ? say("{help} {many}", { help, many }) : many}
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

/** A number to type, and the tick of those who can’t or won’t say. */
function NumberField({ question, large }: { question: Question; large: boolean }) {
  const { title, help, required, setting } = question
  const { unit, decimals } = setting
  const about = aboutAmount(setting)
  return (
    <>
      <TextField
        name="answer"
        label={title}
        hint={help ? say("{help} {about}", { help, about }) : about}
        optional={!required}
        large={large}
        inputMode={decimals ? "decimal" : "numeric"}
        width="sm"
        {...(unit && isSign(unit) ? { prefix: unit } : { suffix: unit })}
      />
      <Tick name="unsure" label={UNSURE} />
    </>
  )
}

/** A place to choose for each option, and the tick of those who can’t or won’t say. */
function RankingField({ question, large }: { question: Question; large: boolean }) {
  const { title, help, required, setting } = question
  const about = aboutPlaces(setting)
  const places = Array.from({ length: placesOf(setting) }, (_, at) => String(at + 1))
  return (
    <>
      <ManyFields
        id="answer"
        label={title}
        hint={help ? say("{help} {about}", { help, about }) : about}
        optional={!required}
        large={large}
        describedBy="answer-hint"
      >
        {(setting.options ?? []).map(({ id, label }, at) => (
          <Select
            key={id}
            name={`rank.${at}.place`}
            label={label}
            options={places.map((place) => ({ value: place, label: place }))}
            empty={say("No number")}
          />
        ))}
      </ManyFields>
      <Tick name="unsure" label={UNSURE} />
    </>
  )
}

/** Several things on one scale: for each its points to choose from, below each other on a phone. */
function ThingsField({ question, large }: { question: Question; large: boolean }) {
  const { title, help, required } = question
  return (
    <ManyFields
      id="answer"
      label={title}
      hint={help ? say("{help} {about}", { help, about: ABOUT_THINGS }) : ABOUT_THINGS}
      optional={!required}
      large={large}
      describedBy="answer-hint"
    >
      {thingsAsked(question).map((thing, at) => (
        <Fragment key={thing.id}>
          <HiddenField name={`rate.${at}.row`} value={thing.id} />
          <Radios
            name={`rate.${at}.point`}
            legend={thing.title}
            options={[...optionsOf(thing), { value: UNSURE_VALUE, label: UNSURE }]}
            inline
          />
        </Fragment>
      ))}
    </ManyFields>
  )
}
