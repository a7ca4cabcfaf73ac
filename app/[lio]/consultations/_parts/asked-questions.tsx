import { Fragment } from "react"
import { Static } from "@/app/_ui/static"
import { aboutAmount } from "@/lib/consultations/amounts/words"
import type { Tongue } from "@/lib/consultations/languages/words"
import { ABOUT_THINGS, thingsAsked } from "@/lib/consultations/matrix/words"
import type { Question } from "@/lib/consultations/queries"
import { hangsOn, onlyIfYou } from "@/lib/consultations/questions/showing/words"
import { aboutPlaces } from "@/lib/consultations/ranking/words"
import { statementsOf } from "@/lib/consultations/statements/words"
import { aboutMany, optionsOf, UNSURE } from "@/lib/consultations/words"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { SectionBegins } from "./section-begins"
import { marking } from "./tongue"

type Props = {
  questions: Question[]
  /** The language of their words, where that isn’t English. */
  tongue?: Tongue | null
  /** The page below which each question can be changed, by its id. */
  change?: string
}

/** The questions as groups see them, one below the other. */
export const AskedQuestions = ({ questions, tongue, change }: Props) => (
  <Static>
    {questions.map((question, at) => (
      <Fragment key={question.id}>
        <SectionBegins question={question} tongue={tongue} />
        <Asked
          {...{ question, tongue, number: at + 1, of: questions.length, on: hangsOn(question, questions) }}
        />
        {change ? (
          <p className="max-w-2xl">
            <a href={`${change}/${question.id}`}>
              {sayRich("Change<q> question {number}</q>", {
                number: at + 1,
                q: (text) => <span className="sr-only">{text}</span>,
              })}
            </a>
          </p>
        ) : null}
      </Fragment>
    ))}
  </Static>
)

type AskedProps = Pick<Props, "tongue"> & {
  question: Question
  number: number
  of: number
  on: ReturnType<typeof hangsOn>
}

function Asked({ question, tongue, number, of, on }: AskedProps) {
  const m = marking(tongue)
  const { kind, title, help, required } = question
  const options = [...optionsOf(question).map(({ label }) => label), UNSURE]
  return (
    <section className="card mb-4 max-w-2xl">
      <p className="hint m-0">
        {required
          ? say("Question {number} of {of}", { number, of })
          : say("Question {number} of {of} (optional)", { number, of })}
      </p>
      <h3 className="mt-0">{m(title)}</h3>
      {on ? <p className="hint">{m(onlyIfYou(on))}</p> : null}
      {help ? <p>{m(help)}</p> : null}
      {kind === "statements" ? (
        <>
          <p className="hint">{say("One at a time: agree, disagree or pass.")}</p>
          <ul className="mb-0 list-disc pl-5">
            {statementsOf(question).map(({ id, label }) => (
              <li key={id}>{m(label)}</li>
            ))}
          </ul>
        </>
      ) : kind === "matrix" ? (
        <>
          <p className="hint">{ABOUT_THINGS}</p>
          {thingsAsked(question).map((thing) => (
            <div key={thing.id} className="mb-3">
              <p className="m-0 font-semibold">{m(thing.title)}</p>
              <Circles labels={[...optionsOf(thing).map(({ label }) => label), UNSURE]} mark={m} inline />
            </div>
          ))}
        </>
      ) : kind === "number" ? (
        <>
          <p className="mb-2 w-40 rounded-md border border-line-strong p-2 text-soft">
            {say("A box for a number")}
          </p>
          <p className="hint mb-0">
            {m(say("{about} Or: {unsure}.", { about: aboutAmount(question.setting), unsure: UNSURE }))}
          </p>
        </>
      ) : kind === "text" ? (
        <p className="mb-0 h-20 max-w-md rounded-md border border-line-strong p-2 text-soft">
          {say("A box to write in")}
        </p>
      ) : kind === "file" ? (
        <p className="mb-0 w-60 rounded-md border border-line-strong p-2 text-soft">
          {say("A button to choose a file")}
        </p>
      ) : (
        <>
          {kind === "multiple" ? <p className="hint">{m(aboutMany(question))}</p> : null}
          {kind === "ranking" ? <p className="hint">{aboutPlaces(question.setting)}</p> : null}
          <Circles labels={options} mark={m} square={kind === "multiple" || kind === "ranking"} />
        </>
      )}
    </section>
  )
}

type CirclesProps = {
  labels: string[]
  mark: ReturnType<typeof marking>
  square?: boolean
  inline?: boolean
}

/** Answers to choose from, as they look on the page and on paper. */
const Circles = ({ labels, mark, square = false, inline = false }: CirclesProps) => (
  <ul className={`mb-0 list-none p-0 ${inline ? "flex flex-wrap gap-x-5" : ""}`}>
    {labels.map((label) => (
      <li key={label} className="flex items-center gap-2">
        <span
          aria-hidden="true"
          className={`size-4 flex-none border border-line-strong ${square ? "" : "rounded-full"}`}
        />
        <span>{mark(label)}</span>
      </li>
    ))}
  </ul>
)
