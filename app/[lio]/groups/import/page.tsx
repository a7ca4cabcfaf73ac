import { told } from "@/app/_http/told"
import { type PageProps, visit } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { When } from "@/app/_ui/date"
import { FileToRead } from "@/app/_ui/file-to-read"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Tag } from "@/app/_ui/tag"
import { type ImportStage, listImports } from "@/lib/imports/wizard/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../_parts/frame"
import { undoForm } from "./actions"

const STAGES: Record<ImportStage, string> = {
  columns: say("Not finished"),
  waiting: say("Being imported"),
  done: say("Imported"),
  undone: say("Undone"),
  failed: say("Failed"),
}

/** The first step: choose the file. And the imports before it. */
export default async function ImportGroups(props: PageProps) {
  const [frame, { imports, problem, now }] = await visit(props, async (ctx, query) => ({
    imports: await listImports(ctx),
    problem: told(query, "problem"),
    now: ctx.now,
  }))
  const base = `/${frame.lio.slug}/groups/import`
  return (
    <Frame {...frame} title={problem ? say("Error: Import a list") : say("Import a list")} at="groups">
      <BackLink href={`/${frame.lio.slug}/groups`}>{say("Groups")}</BackLink>
      <h1>{say("Import a list of groups")}</h1>
      {problem ? <Banner kind="problem">{problem}</Banner> : null}
      <p className="text-soft">{say("Step 1 of 4")}</p>
      <p>
        {say(
          "Any spreadsheet will do: .xlsx, .ods or .csv, with any headers. Nothing is written before you have seen what would happen, and you can undo it for seven days. A workbook may have several sheets: you choose in the next step.",
        )}
      </p>
      <FileToRead to={`${base}/upload`} accept=".csv,.xlsx,.ods,.txt,.tsv" submit={say("Continue")} />
      <details className="fold">
        <summary>{say("Start from an empty list, or see which headers Trellis knows")}</summary>
        <p>
          {sayRich("Download an empty list: <link>as a workbook (.xlsx)</link> or <link2>as .csv</link2>.", {
            link: (text) => <a href={`${base}/template?format=xlsx`}>{text}</a>,
            link2: (text) => <a href={`${base}/template?format=csv`}>{text}</a>,
          })}
        </p>
        <p>
          {say(
            "Name or Organisation, Charity number, Company number, Address, Postcode, Email, Telephone, Website, Activities, Status, Legal form, Income, Joined, Area, Themes, Volunteers, Trustees, Contact name, Chair, Chair email, Treasurer phone, Secretary name, and many like them. What it does not know you can choose in the next step.",
          )}
        </p>
      </details>
      {imports.length > 0 ? (
        <>
          <h2>{say("Earlier imports")}</h2>
          <ul className="max-w-3xl list-none border-t border-line p-0">
            {imports.map((one) => (
              <li
                key={one.id}
                className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3"
              >
                <a
                  href={`${base}/${one.id}/${one.stage === "columns" ? (one.mappedAt ? "check" : "columns") : "report"}`}
                >
                  {one.sheet ? `${one.fileName}, ${one.sheet}` : one.fileName}
                </a>
                <span className="flex flex-wrap items-center gap-3">
                  {one.undoable ? (
                    <Form
                      action={undoForm}
                      lio={frame.lio.slug}
                      submit={sayRich("Undo{fileName}", {
                        fileName: <span className="sr-only"> {one.fileName}</span>,
                      })}
                      kind="plain"
                      id={one.id}
                    >
                      <input type="hidden" name="id" value={one.id} />
                    </Form>
                  ) : null}
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
