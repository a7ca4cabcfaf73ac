import { Checkboxes } from "@/app/_ui/choices"
import { keys, TERM_LISTS } from "@/db/vocabulary"
import type { listAreas, listTerms } from "@/lib/groups/queries"
import type { suggestTerms } from "@/lib/word-lists/fitting/queries"
import { say } from "@/lib/words"
import { NewArea } from "../../../_parts/new-area"

/** What a group can be given of the LIO's lists. `fitting`: words that may fit, and what in the group's own words says so. */
export type Lists = {
  areas: Awaited<ReturnType<typeof listAreas>>
  terms: Awaited<ReturnType<typeof listTerms>>
  fitting: Awaited<ReturnType<typeof suggestTerms>>
}

/** The areas and words of a group. What may fit is marked; nothing is ticked by itself. */
export function ListFields({ areas, terms, fitting, only }: Lists & { only: (field: string) => boolean }) {
  const because = new Map(fitting.map((one) => [one.id, one.because]))
  const hint = (id: string) =>
    because.has(id) ? say("May fit: it says “{because}”", { because: because.get(id) ?? "" }) : undefined
  return (
    <>
      {!only("areaIds") ? null : areas.length > 0 ? (
        <Checkboxes
          name="areaIds"
          legend={say("Which areas do they serve?")}
          options={areas.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <p className="hint">{say("There are no areas on your list yet.")}</p>
      )}
      {only("areaIds") ? <NewArea /> : null}
      {terms.length > 0 || !only("theme") ? null : (
        <p className="hint">{say("There are no themes or services on your lists yet.")}</p>
      )}
      {keys(TERM_LISTS)
        .filter(only)
        .map((list) => {
          const words = terms.filter((term) => term.list === list)
          return words.length === 0 ? null : (
            <Checkboxes
              key={list}
              name={list}
              legend={TERM_LISTS[list]}
              options={words.map(({ id, name }) => ({ value: id, label: name, hint: hint(id) }))}
            />
          )
        })}
    </>
  )
}
