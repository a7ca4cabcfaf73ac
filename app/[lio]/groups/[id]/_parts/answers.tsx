import { SummaryList } from "@/app/_ui/summary-list"
import type { Answers, Field } from "@/lib/fields/input"
import { fieldInWords } from "@/lib/fields/words"
import { sayRich } from "@/lib/words/rich"

type Props = { at: string; title: string; fields: Field[]; answers: Answers; changes: boolean }

/** What is known of a group on the LIO's own questions. */
export function AnswersKept({ at, title, fields, answers, changes }: Props) {
  if (fields.length === 0) return null
  return (
    <section className="mb-8">
      <div className="flex flex-wrap items-baseline gap-x-6">
        <h2 className="mb-2">{title}</h2>
        {changes ? (
          <a className="inline-flex min-h-11 items-center" href={`${at}/answers`}>
            {sayRich("Change{title}", { title: <span className="sr-only"> {title.toLowerCase()}</span> })}
          </a>
        ) : null}
      </div>
      <SummaryList
        items={fields.map((field) => ({
          label: field.label,
          value: fieldInWords(field, answers[field.id]),
        }))}
      />
    </section>
  )
}
