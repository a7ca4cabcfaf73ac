import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import type { listFigures } from "@/lib/needs/speaking/queries"
import { formatDate, say } from "@/lib/words"
import { addFigureForm, dropFigureForm } from "../actions"
import { TakeOff } from "./take-off"

type Props = { lio: string; needId: string; figures: Awaited<ReturnType<typeof listFigures>>; keeps: boolean }

/** Figures that speak for a need, each with its source and date, and the form that adds one. */
export function Figures({ lio, needId, figures, keeps }: Props) {
  if (figures.length === 0 && !keeps) return null
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{say("Figures that support it")}</h2>
      <ul className="max-w-3xl list-none p-0">
        {figures.map(({ id, words, source, website, on }) => (
          <li key={id} className="mb-3">
            <p className="m-0">{words}</p>
            <p className="m-0 flex flex-wrap items-center gap-x-4 text-soft">
              <span>
                {website ? <a href={website}>{source}</a> : source}, {formatDate(on)}
              </span>
              {keeps ? <TakeOff action={dropFigureForm} {...{ lio, id, words }} /> : null}
            </p>
          </li>
        ))}
      </ul>
      {keeps ? (
        <Form
          fold={say("Add a figure")}
          action={addFigureForm}
          lio={lio}
          id="figure"
          kind="secondary"
          submit={say("Add the figure")}
        >
          <input type="hidden" name="id" value={needId} />
          <TextField
            name="words"
            label={say("What does it say?")}
            hint={say("For example: 31 % of people over 65 in Thornclough live alone")}
          />
          <TextField name="source" label={say("Where is it from?")} hint={say("For example: Census 2021")} />
          <TextField name="website" label={say("Web address")} optional />
          <DateFields name="on" legend={say("What date is it from?")} optional />
        </Form>
      ) : null}
    </section>
  )
}
