import { type Place, withQuery } from "@/app/_ui/address"
import { USUAL_COLUMNS } from "@/app/_ui/columns-cookie"
import { ActionMenu } from "@/app/_ui/disclosure"
import { Static } from "@/app/_ui/static"
import { say } from "@/lib/words"

type Props = {
  path: string
  /** The list as it is, without its columns: what goes along when others are chosen. */
  query: Required<Place>["query"]
  all: { key: string; label: string }[]
  /** The keys of those in sight; all of them when nothing is said. */
  chosen?: string[]
  /** The one that names the row is always there. */
  main: string
}

/** The columns of a list that has few, as they are chosen from. */
export const listed = (columns: Record<string, string>) =>
  Object.entries(columns).map(([key, label]) => ({ key, label }))

/** Which columns the list shows: those in sight are ticked. */
export function ChooseColumns({ path, query, all, chosen, main }: Props) {
  const ticked = new Set(chosen ?? all.map(({ key }) => key))
  const { cols: _cols, ...kept } = query
  // Those in sight first, in their order: they are sent in the order in which they are listed.
  const order = [...ticked, ...all.map(({ key }) => key)]
  const inOrder = all.toSorted((one, other) => order.indexOf(one.key) - order.indexOf(other.key))
  return (
    <Static className="no-print">
      <ActionMenu label={say("Columns")}>
        <form action={path} method="get">
          {Object.entries(kept).flatMap(([name, values]) =>
            [values ?? []]
              .flat()
              .map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
          )}
          <fieldset className="m-0 border-0 p-0">
            <legend className="sr-only">{say("Columns of the list")}</legend>
            <div className="mb-4 max-h-80 overflow-y-auto">
              {inOrder
                .filter(({ key }) => key !== main)
                .map(({ key, label }) => (
                  <label key={key} className="choice break-inside-avoid">
                    <input type="checkbox" name="cols" value={key} defaultChecked={ticked.has(key)} />
                    <span>{label}</span>
                  </label>
                ))}
            </div>
          </fieldset>
          <p className="flex flex-wrap items-center gap-x-5">
            <button type="submit" className="button button-secondary">
              {say("Apply columns")}
            </button>
            <a
              href={withQuery({ path, query: { ...kept, cols: USUAL_COLUMNS } })}
              className="inline-flex min-h-11 items-center"
            >
              {say("The usual columns")}
            </a>
          </p>
        </form>
      </ActionMenu>
    </Static>
  )
}
