import { Fragment } from "react"
import { Checkboxes, Radios, Select, Tick } from "@/app/_ui/choices"
import { ManyFields } from "@/app/_ui/field-parts"
import { HiddenField, TextArea, TextField } from "@/app/_ui/fields"
import { keys, STATEMENT_VOTES } from "@/db/vocabulary"
import { aboutAmount, isSign } from "@/lib/consultations/amounts/words"
import { UNSURE_VALUE } from "@/lib/consultations/answering/input"
import type { Tongue } from "@/lib/consultations/languages/words"
import { ABOUT_THINGS, thingsAsked } from "@/lib/consultations/matrix/words"
import type { Question } from "@/lib/consultations/queries"
import { aboutPlaces, placesOf } from "@/lib/consultations/ranking/words"
import { statementsOf } from "@/lib/consultations/statements/words"
import { aboutMany, optionsOf, optionWithWords, UNSURE } from "@/lib/consultations/words"
import { say } from "@/lib/words"
import { marking } from "./tongue"

type Props = {
  question: Question
  /** The language of its words, where that isn’t English. */
  tongue?: Tongue | null
  large?: boolean
  /** Put after the names of its fields, where a form has several questions. */
  of?: string
}

/** One question as those who answer see it with its way to answer; the page's h1 unless it isn't `large`. */
export function QuestionField({ question, tongue, large = true, of = "" }: Props) {
  const { kind, required } = question
  const m = marking(tongue)
  const title = m(question.title)
  const help = question.help ?? undefined
  const hint = help && m(help)
  const same = { name: `answer${of}`, optional: !required, large }
  if (kind === "text") return <TextArea {...same} label={title} hint={hint} rows={large ? 8 : 3} />
  if (kind === "matrix") return <ThingsField {...{ question, tongue, large, of }} />
  if (kind === "ranking") return <RankingField {...{ question, tongue, large, of }} />
  if (kind === "number") return <NumberField {...{ question, tongue, large, of }} />
  if (kind === "statements") return <StatementsField {...{ question, tongue, large, of }} />
  const options = withUnsure(optionsOf(question), tongue)
  const many = aboutMany(question)
  const choices =
    kind === "multiple" ? (
      <Checkboxes
        {...same}
        legend={title}
        hint={m(help ? say("{help} {many}", { help, many }) : many)}
        options={options}
      />
    ) : (
      <Radios {...same} legend={title} hint={hint} options={options} />
    )
  const other = optionWithWords(question)
  return (
    <>
      {choices}
      {other ? (
        <TextField
          name={`says${of}`}
          label={m(say("If you chose “{other}”", { other: other.label }))}
          hint={say("In a few words")}
          optional
        />
      ) : null}
    </>
  )
}

/** What can be chosen, with “not sure” below it. */
const withUnsure = (options: { value: string; label: string }[], tongue: Tongue | null | undefined) => [
  ...options.map(({ value, label }) => ({ value, label: marking(tongue)(label) })),
  { value: UNSURE_VALUE, label: UNSURE },
]

type OfKind = Pick<Props, "question" | "tongue"> & { large: boolean; of: string }

/** A number to type, and the tick of those who can’t or won’t say. */
function NumberField({ question, tongue, large, of }: OfKind) {
  const m = marking(tongue)
  const { title, help, required, setting } = question
  const { unit, decimals } = setting
  const about = aboutAmount(setting)
  return (
    <>
      <TextField
        name={`answer${of}`}
        label={m(title)}
        hint={m(help ? say("{help} {about}", { help, about }) : about)}
        optional={!required}
        large={large}
        inputMode={decimals ? "decimal" : "numeric"}
        width="sm"
        {...(unit && isSign(unit) ? { prefix: unit } : { suffix: unit && m(unit) })}
      />
      <Tick name={`unsure${of}`} label={UNSURE} />
    </>
  )
}

/** A place to choose for each option, and the tick of those who can’t or won’t say. */
function RankingField({ question, tongue, large, of }: OfKind) {
  const m = marking(tongue)
  const { title, help, required, setting } = question
  const about = aboutPlaces(setting)
  const places = Array.from({ length: placesOf(setting) }, (_, at) => String(at + 1))
  return (
    <>
      <ManyFields
        id={`answer${of}`}
        label={m(title)}
        hint={m(help ? say("{help} {about}", { help, about }) : about)}
        optional={!required}
        large={large}
        describedBy={`answer${of}-hint`}
      >
        {(setting.options ?? []).map(({ id, label }, at) => (
          <Select
            key={id}
            name={`rank${of}.${at}.place`}
            label={m(label)}
            options={places.map((place) => ({ value: place, label: place }))}
            empty={say("No number")}
          />
        ))}
      </ManyFields>
      <Tick name={`unsure${of}`} label={UNSURE} />
    </>
  )
}

/** Several things on one scale: for each its points to choose from, below each other on a phone. */
function ThingsField({ question, tongue, large, of }: OfKind) {
  const m = marking(tongue)
  const { title, help, required } = question
  return (
    <ManyFields
      id={`answer${of}`}
      label={m(title)}
      hint={m(help ? say("{help} {about}", { help, about: ABOUT_THINGS }) : ABOUT_THINGS)}
      optional={!required}
      large={large}
      describedBy={`answer${of}-hint`}
    >
      {thingsAsked(question).map((thing, at) => (
        <Fragment key={thing.id}>
          <HiddenField name={`rate${of}.${at}.row`} value={thing.id} />
          <Radios
            name={`rate${of}.${at}.point`}
            legend={m(thing.title)}
            options={withUnsure(optionsOf(thing), tongue)}
            inline
          />
        </Fragment>
      ))}
    </ManyFields>
  )
}

/** Statements below each other, each to agree with, disagree with or pass. */
function StatementsField({ question, tongue, large, of }: OfKind) {
  const m = marking(tongue)
  const { title, help, required } = question
  return (
    <ManyFields
      id={`answer${of}`}
      label={m(title)}
      hint={help ? m(help) : undefined}
      optional={!required}
      large={large}
      describedBy={`answer${of}-hint`}
    >
      {statementsOf(question).map(({ id, label }, at) => (
        <Fragment key={id}>
          <HiddenField name={`vote${of}.${at}.row`} value={id} />
          <Radios
            name={`vote${of}.${at}.point`}
            legend={m(label)}
            options={keys(STATEMENT_VOTES).map((value) => ({ value, label: STATEMENT_VOTES[value] }))}
            inline
          />
        </Fragment>
      ))}
    </ManyFields>
  )
}
