import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink, Tabs } from "@/app/_ui/links"
import { checkImport, getImport } from "@/lib/imports/wizard/queries"
import { pageIn } from "@/lib/input"
import { say, sayCount, shortened } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { Doubts } from "../../_parts/doubts"
import { Problems } from "../../_parts/problems"
import { Words } from "../../_parts/words"
import { confirmForm } from "../../actions"

const SHOWN = 200
const VIEWS = ["problem", "new", "update", "unchanged", "duplicate"] as const

/** The number in an address as a place in a list; null for anything else. */
const place = (value: unknown) =>
  typeof value === "string" && /^[1-9]\d{0,4}$/.test(value) ? Number(value) - 1 : null

/** The third step: what would happen. Nothing is written yet. */
export default async function Check(props: PageProps) {
  const [frame, { one, counts, kinds, words, doubts, rows, view, only, page }] = await visit(
    props,
    async (ctx, query, { id = "" }) => ({
      one: await getImport(ctx, id),
      ...(await checkImport(ctx, id)),
      view: VIEWS.find((view) => view === query.show) ?? "problem",
      only: place(query.kind),
      page: pageIn(query.page),
    }),
  )
  const lio = frame.lio.slug
  const at = `/${lio}/groups/import/${one.id}`
  const problems = kinds.reduce((sum, kind) => sum + kind.rows, 0)
  const wanted = rows.filter((row) => row.verdict === view)
  const tab = (show: (typeof VIEWS)[number], label: string, count: number) => ({
    label,
    href: show === "problem" ? `${at}/check` : `${at}/check?show=${show}`,
    current: view === show,
    count,
  })
  return (
    <Frame {...frame} title={say("Check the rows")} at="groups">
      <BackLink href={`${at}/columns`}>{say("Match the columns")}</BackLink>
      <h1>{say("Check the rows")}</h1>
      <p className="text-soft">
        {one.confirmedAt ? "" : `${say("Step 3 of 4.")} `}
        {one.sheet ? `${one.fileName}, ${one.sheet}` : one.fileName}.{" "}
        {one.confirmedAt
          ? say("It has been imported. This is how its rows compare with your list today.")
          : say("Nothing has been saved yet.")}
      </p>
      <p>
        {sayCount(
          counts.rows,
          {
            one: "{count} row: {new} new, {updated} changed, {unchanged} the same as before, {duplicates} left out, {errors} not a group.",
            other:
              "{count} rows: {new} new, {updated} changed, {unchanged} the same as before, {duplicates} left out, {errors} not a group.",
          },
          {
            new: counts.new,
            updated: counts.updated,
            unchanged: counts.unchanged,
            duplicates: sayCount(counts.duplicates, {
              one: "{count} possible duplicate",
              other: "{count} possible duplicates",
            }),
            errors: counts.errors,
          },
        )}
      </p>
      {one.confirmedAt ? (
        <p>
          <a href={`${at}/report`}>{say("This list has been imported. See the report.")}</a>
        </p>
      ) : counts.new + counts.updated === 0 ? (
        <p className="font-bold">{say("There’s nothing to import yet.")}</p>
      ) : (
        <Form
          action={confirmForm}
          lio={lio}
          submit={sayCount(counts.new + counts.updated, {
            one: "Import {count} group",
            other: "Import {count} groups",
          })}
          id="confirm"
          secondary={<a href={`/${lio}/groups/import`}>{say("Finish later")}</a>}
        >
          <input type="hidden" name="id" value={one.id} />
        </Form>
      )}
      <Tabs
        label={say("Rows by what they are")}
        tabs={[
          tab("problem", say("Problem"), problems),
          tab("new", say("New"), counts.new),
          tab("update", say("Update"), counts.updated),
          tab("unchanged", say("Unchanged"), counts.unchanged),
          tab("duplicate", say("Possible duplicate"), doubts.length),
        ]}
      />
      {view === "problem" && words.length > 0 && !one.confirmedAt && only === null ? (
        <Words lio={lio} importId={one.id} words={words} />
      ) : null}
      {view === "problem" && problems > 0 ? (
        <Problems
          lio={lio}
          importId={one.id}
          kinds={kinds}
          open={!one.confirmedAt}
          only={only !== null && only < kinds.length ? only : null}
          page={page}
        />
      ) : null}
      {view === "problem" && problems === 0 ? <p>{say("Everything in this list could be read.")}</p> : null}
      {(view === "problem" || view === "duplicate") && doubts.length > 0 ? (
        <>
          <h2 id="doubts">
            {sayCount(doubts.length, {
              one: "{count} possible duplicate",
              other: "{count} possible duplicates",
            })}
          </h2>
          <Doubts lio={lio} importId={one.id} doubts={doubts} />
        </>
      ) : null}
      {view !== "problem" && view !== "duplicate" ? (
        <>
          <ul className="max-w-3xl list-none border-t border-line p-0">
            {wanted.slice(0, SHOWN).map((row) => (
              <li key={row.row} className="border-b border-line py-2 wrap-anywhere">
                <span className="text-soft">{say("Row {row}:", { row: row.row })}</span>{" "}
                {row.groupId ? <a href={`/${lio}/groups/${row.groupId}`}>{row.name}</a> : row.name}
                {view === "update" && row.because ? (
                  <span className="text-soft"> ({row.because})</span>
                ) : null}
                <RowChanges row={row} />
              </li>
            ))}
          </ul>
          {wanted.length === 0 ? <p>{say("No row of this list.")}</p> : null}
          {wanted.length > SHOWN ? (
            <p>{say("And {wanted} more.", { wanted: wanted.length - SHOWN })}</p>
          ) : null}
        </>
      ) : null}
    </Frame>
  )
}

type Row = Awaited<ReturnType<typeof checkImport>>["rows"][number]

/** What a row would change in a group that is on the list already, and the membership that it tells of. */
function RowChanges({ row }: { row: Row }) {
  if (row.changes.length + row.membership.length === 0 && !row.adds) return null
  return (
    <ul className="mt-1 mb-0 pl-5">
      {row.changes.map(({ name, label, from, to }) => (
        <li key={name}>
          {label}: {from ? <del className="text-soft">{shortened(from, 80)}</del> : say("not known")}
          <span className="sr-only"> {say("becomes")}</span>
          <span aria-hidden="true"> →</span> {shortened(to ?? "", 80)}
        </li>
      ))}
      {row.membership.map((words) => (
        <li key={words}>{words}</li>
      ))}
      {row.adds ? <li>{say("Numbers, areas, words of your lists or people are added.")}</li> : null}
    </ul>
  )
}
