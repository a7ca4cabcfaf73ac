import { type PageProps, visit } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { cellsOf } from "@/lib/cells/input"
import { cellsInput } from "@/lib/cells/many/input"
import { openCells } from "@/lib/cells/many/queries"
import { found } from "@/lib/errors"
import type { NavigationPath } from "@/lib/rooms"
import { say } from "@/lib/words"
import { CellField } from "../../_parts/cell-field"
import { Frame } from "../../_parts/frame"
import { changeCellsForm } from "../actions"

/** One column of the rows that were ticked in a list, set to the same value for all of them. */
export default async function SetForMany(props: PageProps) {
  const [frame, { asked, rows, cell }] = await visit(props, async (ctx, query) => {
    const asked = found(cellsInput.safeParse(query).data)
    return { asked, ...(await openCells(ctx, asked)) }
  })
  const { of, column, from } = asked
  const { list, many } = cellsOf(of)
  const { count, columns } = found(many)
  const back = `/${frame.lio.slug}/${list.name}${from ? `?${from}` : ""}`
  const title = `${columns[column]}: ${count(rows.length)}`
  return (
    <Frame {...frame} title={title} at={list.name as NavigationPath}>
      <BackLink href={back}>{say("Back to the list")}</BackLink>
      <h1>{title}</h1>
      {cell ? (
        <Form
          action={changeCellsForm}
          lio={frame.lio.slug}
          submit={say("Save for {rows}", { rows: count(rows.length) })}
          secondary={<a href={back}>{say("Cancel")}</a>}
        >
          <input type="hidden" name="of" value={of} />
          <input type="hidden" name="column" value={column} />
          <input type="hidden" name="from" value={from} />
          {rows.map(({ id }) => (
            <input key={id} type="hidden" name="id[]" value={id} />
          ))}
          <CellField cell={cell} />
          <p className="hint">{say("We’ll change:")}</p>
          <ul className="mb-6 max-h-48 max-w-2xl overflow-y-auto">
            {rows.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </Form>
      ) : (
        <EmptyState drawing="search" title={say("Nothing is selected")}>
          {say("Go back to the list and tick the boxes in front of what you want to change.")}
        </EmptyState>
      )}
    </Frame>
  )
}
