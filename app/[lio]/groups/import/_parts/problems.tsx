import { Form } from "@/app/_ui/form"
import type { Kind, Value } from "@/lib/imports/wizard/problems"
import { say, sayCount, shortened } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { mendForm } from "../actions"

type Props = {
  lio: string
  importId: string
  kinds: Kind[]
  open: boolean
  only: number | null
  page: number
}

/** So many values of a kind are shown at once; all of them on a page of the kind's own. */
const SHOWN = 10
const ON_A_PAGE = 100
const pagesOf = (values: number) => Array.from({ length: Math.ceil(values / ON_A_PAGE) }, (_, at) => at + 1)

const rowsIn = (rows: number[]) =>
  rows.length > 6
    ? say("{rows} and {more} more", { rows: rows.slice(0, 5).join(", "), more: rows.length - 5 })
    : rows.join(", ")

/** What could not be read, by kind, each value once with a box to put it right in every row that says it. */
export function Problems({ lio, importId, kinds, open, only, page }: Props) {
  const at = `/${lio}/groups/import/${importId}`
  const total = kinds.reduce((sum, kind) => sum + kind.rows, 0)
  const firsts = new Set<string>()
  const shown = only === null ? kinds : kinds.slice(only, only + 1)
  const lists = shown.map((kind) => {
    const number = kinds.indexOf(kind)
    const values =
      only === null
        ? kind.values.slice(0, SHOWN)
        : kind.values.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE)
    const more = only === null ? kind.values.length - values.length : 0
    return (
      <section key={kind.key}>
        <h3>
          {kind.column}: {sayCount(kind.rows, { one: "{count} row", other: "{count} rows" })}
        </h3>
        <ul className="max-w-3xl list-none border-t border-line p-0">
          {values.map((value) => (
            <ValueLine
              key={`${value.at} ${value.value} ${value.rows[0]}`}
              {...{ value, kind, open, firsts }}
            />
          ))}
        </ul>
        {more > 0 ? (
          <p>
            <a href={`${at}/check?kind=${number + 1}`}>
              {say("See all {values} values of this kind", { values: kind.values.length })}
            </a>
          </p>
        ) : null}
        {only !== null && kind.values.length > ON_A_PAGE ? (
          <p>
            {pagesOf(kind.values.length).map((one) => (
              <span key={one}>
                {one === page ? (
                  <b>{one}</b>
                ) : (
                  <a href={`${at}/check?kind=${number + 1}&page=${one}`}>{one}</a>
                )}{" "}
              </span>
            ))}
          </p>
        ) : null}
      </section>
    )
  })
  return (
    <>
      <h2 id="problems">
        {sayCount(total, { one: "{count} thing to look at", other: "{count} things to look at" })}
      </h2>
      <p>
        {sayRich(
          "A value we can’t read is left out; the rest of its row comes in. Correct a value here and it’s corrected in every row that says it, or <link>download these rows</link> with what is wrong in the last column, correct them and import that file.",
          { link: (text) => <a href={`${at}/bad-rows`}>{text}</a> },
        )}
      </p>
      {only !== null ? (
        <p>
          <a href={`${at}/check`}>{say("See every kind of problem")}</a>
        </p>
      ) : null}
      {open ? (
        <Form action={mendForm} lio={lio} submit={say("Check again")} kind="secondary" id="mend">
          <input type="hidden" name="id" value={importId} />
          {lists}
        </Form>
      ) : (
        lists
      )}
    </>
  )
}

type Line = { value: Value; kind: Kind; open: boolean; firsts: Set<string> }

function ValueLine({ value, kind, open, firsts }: Line) {
  const key = value.value ? `${value.at}=${value.value}` : `${value.rows[0]}:${value.at}`
  const first = open && value.at >= 0 && !firsts.has(key)
  firsts.add(key)
  return (
    <li className="grid gap-2 border-b border-line py-3 wrap-anywhere sm:grid-cols-2">
      <div>
        {value.problem}
        <span className="block text-soft">
          {sayCount(
            value.rows.length,
            { one: "Row {rows} in your file", other: "Rows {rows} in your file" },
            { rows: rowsIn(value.rows) },
          )}
          {value.value ? `: ${shortened(value.value, 80)}` : ""}
        </span>
      </div>
      {first ? (
        <div>
          <input type="hidden" name="words[]" value={key} />
          <input
            className="input"
            name="values[]"
            defaultValue={value.value}
            aria-label={sayCount(
              value.rows.length,
              { one: "{column} of row {rows}", other: "{column} of rows {rows}" },
              { column: kind.column, rows: rowsIn(value.rows) },
            )}
          />
        </div>
      ) : null}
    </li>
  )
}
