import { Radios, Select } from "@/app/_ui/choices"
import { AREA_KINDS, SECTORS, STAGES, TERM_LISTS } from "@/db/vocabulary"
import type { listGiven } from "@/lib/bulk/answers/queries"
import type { Kind } from "@/lib/bulk/input"
import type { listAreas, listTerms } from "@/lib/groups/queries"
import { SETTABLE_STAGES } from "@/lib/groups/stage/words"

type Props = {
  lio: string
  kind: Kind
  areas: Awaited<ReturnType<typeof listAreas>>
  terms: Awaited<ReturnType<typeof listTerms>>
  /** Answers to the LIO's own questions that can be given. */
  given: Awaited<ReturnType<typeof listGiven>>
}

/** Which term, area, stage, sector or answer it is to be. */
export function ToWhat({ lio, kind, areas, terms, given }: Props) {
  if (kind === "stage")
    return (
      <Radios
        name="to"
        legend="Which stage?"
        hint="Member and affiliate follow from memberships. A group is closed on its own page, with a day and a reason."
        options={SETTABLE_STAGES.map((value) => ({ value, label: STAGES[value] }))}
      />
    )
  if (kind === "sector")
    return (
      <Select
        name="to"
        label="Which sector?"
        options={Object.entries(SECTORS).map(([value, label]) => ({ value, label }))}
      />
    )
  if (kind === "answer")
    return (
      <Select
        name="to"
        label="Which answer?"
        hint={
          given.length === 0
            ? "None of your own questions has answers to choose from. A manager adds questions under Settings, Your own questions."
            : "Questions with answers to choose from. For others, import a list with a column for the question."
        }
        options={given}
      />
    )
  if (kind === "add-area" || kind === "remove-area")
    return (
      <Select
        name="to"
        label="Which area?"
        hint={areas.length === 0 ? "There are no areas on your list yet." : undefined}
        options={areas.map(({ id, kind: of, name }) => ({ value: id, label: name, group: AREA_KINDS[of] }))}
      />
    )
  return (
    <Select
      name="to"
      label="Which tag, theme or service?"
      hint={
        <>
          Is it not here? Add it to <a href={`/${lio}/settings/lists`}>your own lists</a> first.
        </>
      }
      options={terms.map(({ id, list, name }) => ({ value: id, label: name, group: TERM_LISTS[list] }))}
    />
  )
}
