import Link from "next/link"
import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { FIELDS } from "@/lib/groups/imports/columns/fields"
import { getImport, sampleImport } from "@/lib/groups/imports/wizard/queries"
import { plural, shortened } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { columnsForm } from "../../actions"

/** The second step: what each column is. */
export default async function Columns(props: PageProps) {
  const [frame, { one, rows, columns }] = await visit(props, async (ctx, _query, { id = "" }) => {
    const one = await getImport(ctx, id)
    const { samples, rows } = await sampleImport(ctx, id)
    return {
      one,
      rows,
      columns: one.headers.map((header, at) => ({
        header,
        samples: samples(at),
        field: one.mapping[header] ?? "",
      })),
    }
  })
  const base = `/${frame.lio.slug}/groups/import`
  return (
    <Frame {...frame} title="Match the columns" at="groups">
      <BackLink href={base}>Choose another file</BackLink>
      <h1>Match the columns</h1>
      <p className="text-soft">Step 2 of 4</p>
      <p>
        {one.fileName} has {plural(rows, "row")}. We have guessed what each column is. Put right what is
        wrong; a column that you leave out is not lost from your file.
      </p>
      <Form
        action={columnsForm}
        lio={frame.lio.slug}
        submit="Check the rows"
        secondary={<Link href={base}>Cancel</Link>}
      >
        <input type="hidden" name="id" value={one.id} />
        <ul className="max-w-3xl list-none border-t border-line p-0">
          {columns.map((column, at) => (
            <li key={column.header} className="grid gap-3 border-b border-line py-4 sm:grid-cols-2">
              <div className="min-w-0">
                <label className="font-bold" htmlFor={`column-${at}`}>
                  {column.header}
                </label>
                <p className="mb-0 text-soft">
                  {column.samples.length
                    ? column.samples.map((sample) => shortened(sample, 60)).join(" · ")
                    : "Empty"}
                </p>
              </div>
              <select className="input" id={`column-${at}`} name="columns[]" defaultValue={column.field}>
                <option value="">Do not import</option>
                {Object.entries(FIELDS).map(([field, [label]]) => (
                  <option key={field} value={field}>
                    {label}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
      </Form>
    </Frame>
  )
}
