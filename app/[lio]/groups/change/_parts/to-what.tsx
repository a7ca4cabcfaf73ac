import { Radios, Select } from "@/app/_ui/choices"
import { AREA_KINDS, SECTORS, STAGES, TERM_LISTS } from "@/db/vocabulary"
import type { listGiven } from "@/lib/bulk/answers/queries"
import type { Kind } from "@/lib/bulk/input"
import type { listAreas, listTerms } from "@/lib/groups/queries"
import { SETTABLE_STAGES } from "@/lib/groups/stage/words"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"

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
        legend={say("Which stage?")}
        hint={say(
          "Member and affiliate follow from memberships. A group is closed on its own page, with a day and a reason.",
        )}
        options={SETTABLE_STAGES.map((value) => ({ value, label: STAGES[value] }))}
      />
    )
  if (kind === "sector")
    return (
      <Select
        name="to"
        label={say("Which sector?")}
        options={Object.entries(SECTORS).map(([value, label]) => ({ value, label }))}
      />
    )
  if (kind === "answer")
    return (
      <Select
        name="to"
        label={say("Which answer?")}
        hint={
          given.length === 0
            ? say(
                "None of your own questions has answers to choose from. A manager adds questions under Settings, Your own questions.",
              )
            : say(
                "Questions with answers to choose from. For others, import a list with a column for the question.",
              )
        }
        options={given}
      />
    )
  if (kind === "add-area" || kind === "remove-area")
    return (
      <Select
        name="to"
        label={say("Which area?")}
        hint={areas.length === 0 ? say("There are no areas on your list yet.") : undefined}
        options={areas.map(({ id, kind: of, name }) => ({ value: id, label: name, group: AREA_KINDS[of] }))}
      />
    )
  return (
    <Select
      name="to"
      label={say("Which tag, theme or service?")}
      hint={sayRich("Is it not here? Add it to <link>your own lists</link> first.", {
        link: (text) => <a href={`/${lio}/settings/lists`}>{text}</a>,
      })}
      options={terms.map(({ id, list, name }) => ({ value: id, label: name, group: TERM_LISTS[list] }))}
    />
  )
}
