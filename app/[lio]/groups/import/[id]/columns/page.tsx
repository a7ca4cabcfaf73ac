import { type PageProps, visit } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { Form } from "@/app/_ui/form"
import { BackLink, Tabs } from "@/app/_ui/links"
import { listFields } from "@/lib/fields/queries"
import { ownColumn } from "@/lib/imports/columns/answers"
import { FIELDS } from "@/lib/imports/columns/fields"
import { rememberedFor } from "@/lib/imports/mappings/queries"
import { getImport, listSheets, sampleImport, topRows } from "@/lib/imports/wizard/queries"
import { formatDate, say, sayCount, shortened } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { columnsForm, forgetForm, headersForm } from "../../actions"

/** The second step: which sheet, which row holds the headers, and what each column is. */
export default async function Columns(props: PageProps) {
  const [frame, { one, rows, columns, sheets, top, remembered, questions }] = await visit(
    props,
    async (ctx, _query, { id = "" }) => {
      const one = await getImport(ctx, id)
      const { samples, rows } = await sampleImport(ctx, id)
      return {
        one,
        rows,
        sheets: await listSheets(ctx, one.bookId),
        top: await topRows(ctx, id),
        remembered: await rememberedFor(ctx, one.headers),
        questions: await listFields(ctx),
        columns: one.headers.map((header, at) => ({
          header,
          samples: samples(at),
          field: one.mapping[header] ?? "",
        })),
      }
    },
  )
  const lio = frame.lio.slug
  const base = `/${lio}/groups/import`
  return (
    <Frame {...frame} title={say("Match the columns")} at="groups">
      <BackLink href={base}>{say("Choose another file")}</BackLink>
      <h1>{say("Match the columns")}</h1>
      <p className="text-soft">{say("Step 2 of 4")}</p>
      {sheets.length > 1 ? (
        <>
          <p>
            {sayCount(
              sheets.length,
              {
                one: "{fileName} has {count} sheet. Each list is imported by itself: choose one now, and come back for the others.",
                other:
                  "{fileName} has {count} sheets. Each list is imported by itself: choose one now, and come back for the others.",
              },
              { fileName: one.fileName },
            )}
          </p>
          <Tabs
            label={say("Sheets")}
            tabs={sheets.map((sheet) => ({
              label:
                sheet.stage === "done"
                  ? say("{sheet} (imported)", { sheet: sheet.sheet ?? "" })
                  : sheet.isList
                    ? (sheet.sheet ?? "")
                    : say("{sheet} (no list of groups)", { sheet: sheet.sheet ?? "" }),
              href: `${base}/${sheet.id}/columns`,
              current: sheet.id === one.id,
            }))}
          />
        </>
      ) : null}
      <p>
        {rowsInWords(
          one.sheet ? say("The sheet “{sheet}”", { sheet: one.sheet }) : one.fileName,
          rows,
          one.headerRow,
        )}{" "}
        {say(
          "We have guessed what each column is. Correct anything that’s wrong. A column that you leave out isn’t lost from your file.",
        )}
      </p>
      {remembered ? (
        <div className="card mb-4 max-w-3xl">
          <p>
            {say("Matched as last time, {usedAt} ({remembered}).", {
              usedAt: formatDate(remembered.usedAt),
              remembered: remembered.name,
            })}
          </p>
          <Form
            action={forgetForm}
            lio={lio}
            submit={say("Forget it and guess anew")}
            kind="plain"
            id="forget"
          >
            <input type="hidden" name="id" value={one.id} />
          </Form>
        </div>
      ) : null}
      <Form
        fold={say("The headers are in another row")}
        action={headersForm}
        lio={lio}
        submit={say("Use this row")}
        kind="secondary"
        id="headers"
        values={{ row: String(one.headerRow ?? 1) }}
      >
        <input type="hidden" name="id" value={one.id} />
        <Select
          name="row"
          label={say("Row with the headers")}
          empty={null}
          options={top.map(({ row, said }) => ({
            value: String(row),
            label: `${row}: ${shortened(said, 70)}`,
          }))}
        />
      </Form>
      <Form
        action={columnsForm}
        lio={lio}
        submit={say("Check the rows")}
        secondary={<a href={base}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={one.id} />
        <ul className="max-w-3xl list-none border-t border-line p-0">
          {columns.map((column, at) => (
            <li key={column.header} className="grid gap-3 border-b border-line py-4 sm:grid-cols-2">
              <div className="min-w-0">
                <label className="font-bold" htmlFor={`column-${at}`}>
                  {column.header}
                </label>
                <p className="mb-0 text-soft wrap-anywhere">
                  {column.samples.length
                    ? column.samples.map((sample) => shortened(sample, 60)).join(" · ")
                    : say("Empty")}
                </p>
              </div>
              <select
                key={column.field}
                className="input"
                id={`column-${at}`}
                name="columns[]"
                defaultValue={column.field}
              >
                <option value="">{say("Do not import")}</option>
                {Object.entries(FIELDS).map(([field, [label]]) => (
                  <option key={field} value={field}>
                    {label}
                  </option>
                ))}
                {questions.length > 0 ? (
                  <optgroup label={say("Your own questions")}>
                    {questions.map((question) => (
                      <option key={question.id} value={ownColumn(question)}>
                        {question.label}
                      </option>
                    ))}
                  </optgroup>
                ) : null}
              </select>
            </li>
          ))}
        </ul>
      </Form>
    </Frame>
  )
}

const rowsInWords = (list: string, rows: number, headerRow: number | null) =>
  headerRow
    ? sayCount(
        rows,
        {
          one: "{list} has {count} row under the headers in row {headerRow}.",
          other: "{list} has {count} rows under the headers in row {headerRow}.",
        },
        { list, headerRow },
      )
    : sayCount(rows, { one: "{list} has {count} row.", other: "{list} has {count} rows." }, { list })
