import Link from "next/link"
import { type PageProps, visit } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { When } from "@/app/_ui/date"
import { BackLink } from "@/app/_ui/links"
import { Tag } from "@/app/_ui/tag"
import { type ImportStage, listImports } from "@/lib/groups/imports/wizard/queries"
import { Frame } from "../../_parts/frame"

const STAGES: Record<ImportStage, string> = {
  columns: "Not finished",
  waiting: "Being brought in",
  done: "Brought in",
  undone: "Taken back",
  failed: "Failed",
}

/** The first step: choose the file. And the imports before it. */
export default async function ImportGroups(props: PageProps) {
  const [frame, { imports, problem, now }] = await visit(props, async (ctx, query) => ({
    imports: await listImports(ctx),
    problem: typeof query.problem === "string" ? query.problem.slice(0, 400) : null,
    now: ctx.now,
  }))
  const base = `/${frame.lio.slug}/groups/import`
  return (
    <Frame {...frame} title={problem ? "Error: Import a list" : "Import a list"} at="groups">
      <BackLink href={`/${frame.lio.slug}/groups`}>Groups</BackLink>
      <h1>Import a list of groups</h1>
      {problem ? <Banner kind="problem">{problem}</Banner> : null}
      <p className="text-soft">Step 1 of 4</p>
      <p>
        Any spreadsheet will do: .xlsx, .ods or .csv, with any headers. Nothing is written before you have
        seen what would happen, and you can take it back for seven days.
      </p>
      <form action={`${base}/upload`} method="post" encType="multipart/form-data">
        <p>
          <label className="label" htmlFor="file">
            Your file
          </label>
          <input className="input" id="file" name="file" type="file" accept=".csv,.xlsx,.ods,.txt,.tsv" />
        </p>
        <p>
          <label className="label" htmlFor="sheet">
            Sheet (optional)
          </label>
          <span className="hint block" id="sheet-hint">
            The name of the sheet, if the workbook has several. Without it, the first that is not empty.
          </span>
          <input className="input" id="sheet" name="sheet" aria-describedby="sheet-hint" />
        </p>
        <p>
          <button className="button" type="submit">
            Go on
          </button>
        </p>
      </form>
      <details className="fold">
        <summary>Which headers does Trellis know?</summary>
        <p>
          Name or Organisation, Charity number, Company number, Address, Postcode, Email, Telephone, Website,
          Activities, Status, Legal form, Income, Joined, Area, Themes, Volunteers, Trustees, Contact name and
          Contact person email, and many like them. What it does not know you can choose in the next step.
        </p>
      </details>
      {imports.length > 0 ? (
        <>
          <h2>Earlier imports</h2>
          <ul className="max-w-3xl list-none border-t border-line p-0">
            {imports.map((one) => (
              <li
                key={one.id}
                className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3"
              >
                <Link href={`${base}/${one.id}/${one.stage === "columns" ? "columns" : "report"}`}>
                  {one.fileName}
                </Link>
                <span>
                  <When at={one.createdAt} now={now} />{" "}
                  <Tag tone={one.stage === "done" ? "good" : one.stage === "failed" ? "problem" : undefined}>
                    {STAGES[one.stage]}
                  </Tag>
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Frame>
  )
}
