import Link from "next/link"
import { type PageProps, visit } from "@/app/_http/visit"
import { Stat } from "@/app/_ui/card"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { checkImport, getImport } from "@/lib/groups/imports/wizard/queries"
import { plural } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { Doubts } from "../../_parts/doubts"
import { confirmForm } from "../../actions"

/** The third step: what would happen. Nothing is written yet. */
export default async function Check(props: PageProps) {
  const [frame, { one, counts, problems, doubts }] = await visit(props, async (ctx, _query, { id = "" }) => ({
    one: await getImport(ctx, id),
    ...(await checkImport(ctx, id)),
  }))
  const lio = frame.lio.slug
  const at = `/${lio}/groups/import/${one.id}`
  const shown = problems.slice(0, 100)
  return (
    <Frame {...frame} title="Check the rows" at="groups">
      <BackLink href={`${at}/columns`}>Match the columns</BackLink>
      <h1>Check the rows</h1>
      <p className="text-soft">Step 3 of 4. Nothing is written yet.</p>
      <div className="grid max-w-4xl grid-cols-2 gap-4 sm:grid-cols-5">
        <Stat label="New groups" value={counts.new} />
        <Stat label="Changed" value={counts.updated} />
        <Stat label="The same as before" value={counts.unchanged} />
        <Stat label="Possible duplicates left out" value={counts.duplicates} />
        <Stat label="Cannot be a group" value={counts.errors} />
      </div>
      <p className="mt-4">{plural(counts.rows, "row")} in all: each is counted once.</p>
      {one.confirmedAt ? (
        <p>
          <Link href={`${at}/report`}>This list has been brought in. See the report.</Link>
        </p>
      ) : (
        <Form
          action={confirmForm}
          lio={lio}
          submit={`Bring in ${plural(counts.new + counts.updated, "group")}`}
          id="confirm"
          secondary={<Link href={`/${lio}/groups/import`}>Stop here</Link>}
        >
          <input type="hidden" name="id" value={one.id} />
        </Form>
      )}
      {problems.length > 0 ? (
        <>
          <h2>{plural(problems.length, "thing")} to look at</h2>
          <p>
            A value that cannot be read is left out; the rest of its row comes in. You can{" "}
            <a href={`${at}/bad-rows`}>take these rows as a file</a>, mend them, and bring that in.
          </p>
          <table className="table">
            <caption className="sr-only">Problems by row</caption>
            <thead>
              <tr>
                <th scope="col">Row in your file</th>
                <th scope="col">Column</th>
                <th scope="col">What is wrong</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((problem, index) => (
                <tr key={`${problem.row}-${problem.column}-${index}`}>
                  <th scope="row">{problem.row}</th>
                  <td>{problem.column}</td>
                  <td>{problem.problem}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {problems.length > shown.length ? (
            <p>And {problems.length - shown.length} more, all in the file.</p>
          ) : null}
        </>
      ) : null}
      {doubts.length > 0 ? (
        <>
          <h2 id="doubts">{plural(doubts.length, "possible duplicate")}</h2>
          <Doubts lio={lio} importId={one.id} doubts={doubts} />
        </>
      ) : null}
    </Frame>
  )
}
