import { Tick } from "@/app/_ui/choices"
import { HiddenField, TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { Seen } from "@/app/[lio]/_parts/seen"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { LANGUAGES } from "@/db/vocabulary"
import { SAME } from "@/lib/consultations/languages/input"
import type { getLanguage } from "@/lib/consultations/languages/queries"
import {
  directionOf,
  fieldOf,
  ITSELF,
  kept,
  type Language,
  leftInWords,
  stampsOf,
  stateOf,
  type Text,
} from "@/lib/consultations/languages/words"
import { asSeen } from "@/lib/seen"
import { formatMoment, say } from "@/lib/words"
import { translateForm } from "../actions"

type Props = { lio: string; one: Awaited<ReturnType<typeof getLanguage>>; changes: boolean }

/** A consultation in another language, each text beside its English. */
export function WriteLanguage({ lio, one, changes }: Props) {
  const { consultation, questions, texts, translation } = one
  const { language, offeredAt, savedAt, saver } = translation
  const parts = (thing: string, heading: string) => (
    <section key={thing} aria-labelledby={`of-${thing}`} className="border-t border-line pt-4">
      <h3 id={`of-${thing}`} className="mt-0">
        {heading}
      </h3>
      {texts
        .filter((text) => text.thing === thing)
        .map((text) => (
          <OneText key={fieldOf(text)} {...{ text, language, changes }} texts={translation.texts} />
        ))}
    </section>
  )
  const all = (
    <>
      {parts(ITSELF, say("The consultation"))}
      {questions.map(({ id }, at) => parts(id, say("Question {number}", { number: at + 1 })))}
    </>
  )
  return (
    <>
      <p className="max-w-2xl">
        {leftInWords(translation)}{" "}
        <a href={addressOf(lio, consultation.id, "preview", { lang: language })}>
          {say("See it as groups will")}
        </a>
      </p>
      {offeredAt ? (
        <p className="max-w-2xl">
          {say(
            "Groups have been able to choose it since {day}. You can only correct the spelling of what they’ve read, unless its English has changed. What it said before is kept and printed with the results. Whatever isn’t translated shows in English.",
            { day: formatMoment(offeredAt) },
          )}
        </p>
      ) : null}
      {saver ? (
        <p className="hint">
          {say("Last saved by {saver}, {moment}", { saver, moment: formatMoment(savedAt) })}
        </p>
      ) : null}
      {changes ? (
        <Form
          action={translateForm}
          lio={lio}
          values={{
            seen: asSeen(stampsOf(texts, translation.texts)),
            ...Object.fromEntries(texts.map((text) => [fieldOf(text), kept(text, translation.texts)?.says])),
          }}
          submit={say("Save the {language}", { language: LANGUAGES[language].name })}
        >
          <HiddenField name="id" value={consultation.id} />
          <HiddenField name="language" value={language} />
          <Seen />
          {all}
        </Form>
      ) : (
        all
      )}
    </>
  )
}

type OneProps = {
  text: Text
  language: Language
  changes: boolean
  texts: Props["one"]["translation"]["texts"]
}

function OneText({ text, language, changes, texts }: OneProps) {
  const { called, english, long } = text
  const said = kept(text, texts)
  const state = stateOf(text, texts)
  const length = Math.max(english.length, said?.says.length ?? 0)
  const dir = directionOf(language)
  const field = {
    ...{ name: fieldOf(text), lang: language, dir },
    label: say("{text} in {language}", { text: called, language: LANGUAGES[language].name }),
    hint: state === "missing" ? say("Not translated yet") : undefined,
  }
  return (
    <div className="mb-4 grid gap-x-8 gap-y-1 lg:grid-cols-2">
      <div>
        <p className="hint m-0">{called}</p>
        <p className="whitespace-pre-line wrap-anywhere">{english}</p>
      </div>
      <div>
        {changes ? (
          long || length > 45 ? (
            <TextArea {...field} rows={Math.min(8, Math.ceil(length / 50) + (long ? 1 : 0))} />
          ) : (
            <TextField {...field} />
          )
        ) : (
          <p className="whitespace-pre-line" lang={language} dir={dir}>
            {said?.says}
          </p>
        )}
        {state === "stale" ? (
          <>
            <p className="mb-1">
              {say("Out of date: the English said “{english}” when this was written.", {
                english: said?.of ?? "",
              })}
            </p>
            {changes ? (
              <Tick name={`${SAME}${fieldOf(text)}`} label={say("The translation still fits")} />
            ) : null}
          </>
        ) : null}
      </div>
    </div>
  )
}
