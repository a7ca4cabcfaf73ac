import type { ReactNode } from "react"
import { Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { PIN_KINDS, SESSION_KINDS } from "@/db/vocabulary"
import type { Passage } from "@/lib/consultations/passages/queries"
import type { listToPin } from "@/lib/representations/pins/queries"
import { say, shortened } from "@/lib/words"
import { addPinForm } from "../[id]/actions"

type Named = { id: string; name: string }
type Place = { partId: string | null; askId: string | null; text: string }
type Props = {
  lio: string
  place: Place
  passages: Passage[]
  choices: Awaited<ReturnType<typeof listToPin>>
}
type Kind = keyof typeof PIN_KINDS

/** A form for each kind of evidence that there is, folded away. */
export function PinForms({ lio, place, passages, choices }: Props) {
  const one = (kind: Kind, children: ReactNode) => (
    <Form
      fold={PIN_KINDS[kind]}
      action={addPinForm}
      lio={lio}
      submit={say("Pin it")}
      kind="secondary"
      id={kind}
    >
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="partId" value={place.partId ?? ""} />
      <input type="hidden" name="askId" value={place.askId ?? ""} />
      {children}
      {place.partId ? (
        <TextField
          name="sentence"
          label={say("Which sentence does it support?")}
          hint={say("Copy it from the paragraph. Leave this empty if it supports the whole paragraph.")}
          optional
        />
      ) : null}
    </Form>
  )
  const choose = (name: string, label: string, options: Named[]) => (
    <Select name={name} label={label} options={options.map(({ id, name }) => ({ value: id, label: name }))} />
  )
  const quotes = passages.map(({ id, group, quote }) => ({ id, name: `${group}: ${shortened(quote, 120)}` }))
  return (
    <section aria-labelledby="to-pin" className="max-w-2xl">
      <h3 id="to-pin">{say("What do you want to pin?")}</h3>
      {place.partId && quotes.length > 0
        ? one("passage", choose("passageId", say("Which passage?"), quotes))
        : null}
      {choices.questions.length > 0
        ? one("question", choose("questionId", say("Which question?"), choices.questions))
        : null}
      {choices.needs.length > 0 ? one("need", choose("needId", say("Which need?"), choices.needs)) : null}
      {choices.topics.length > 0
        ? one("topic", choose("topicId", say("Which topic?"), choices.topics))
        : null}
      {one(
        "sessions",
        <>
          <Select
            name="sessionKind"
            label={say("Which kind of work?")}
            empty={say("All of them")}
            options={Object.entries(SESSION_KINDS).map(([value, label]) => ({ value, label }))}
            optional
          />
          <DateFields name="fromDay" legend={say("From which day?")} />
          <DateFields name="untilDay" legend={say("Until which day?")} />
        </>,
      )}
      {one(
        "figure",
        <>
          <TextField name="title" label={say("What does it measure?")} />
          <TextField name="figure" label={say("The figure")} hint={say("For example, 18.4%")} width="md" />
          <TextField
            name="source"
            label={say("Who published it?")}
            hint={say("For example, Office for National Statistics")}
          />
          <DateFields name="on" legend={say("What date is it for?")} />
          <TextField name="website" type="url" label={say("Where does it stand?")} />
        </>,
      )}
    </section>
  )
}
