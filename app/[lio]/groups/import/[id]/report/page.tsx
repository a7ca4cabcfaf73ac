import { type PageProps, visit } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { ButtonLink } from "@/app/_ui/button-link"
import { Stat } from "@/app/_ui/card"
import { formatMoment } from "@/app/_ui/date"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { listLeft } from "@/lib/imports/undo/queries"
import { getImport, listSheets, sampleImport } from "@/lib/imports/wizard/queries"
import { countMemberships } from "@/lib/memberships/list/queries"
import { say, sayCount } from "@/lib/words"
import { sayRichCount } from "@/lib/words/rich"
import { Frame } from "../../../../_parts/frame"
import { confirmForm, undoForm } from "../../actions"

/** The last step: what was done, and the way back. */
export default async function Report(props: PageProps) {
  const [frame, { one, next, left, total, endless }] = await visit(
    props,
    async (ctx, _query, { id = "" }) => {
      const one = await getImport(ctx, id)
      const sheets = await listSheets(ctx, one.bookId)
      return {
        one,
        endless: (await countMemberships(ctx)).endless,
        next: sheets.filter((sheet) => sheet.isList && sheet.stage === "columns"),
        left: one.stage === "undone" ? await listLeft(ctx, id) : [],
        total: one.stage === "waiting" ? (await sampleImport(ctx, id)).rows : 0,
      }
    },
  )
  const lio = frame.lio.slug
  const { counts } = one
  return (
    <Frame
      {...frame}
      title={one.stage === "waiting" ? say("Being imported") : say("What was imported")}
      at="groups"
    >
      {one.stage === "waiting" ? <meta httpEquiv="refresh" content="3" /> : null}
      <BackLink href={`/${lio}/groups/import`}>{say("Imports")}</BackLink>
      <h1>
        {one.stage === "waiting"
          ? say("Your list is being imported")
          : one.stage === "failed"
            ? say("Your list couldn’t be imported")
            : one.stage === "undone"
              ? say("This import was undone")
              : say("Your list has been imported")}
      </h1>
      <p className="text-soft">
        {say("Step 4 of 4.")} {one.sheet ? `${one.fileName}, ${one.sheet}` : one.fileName}
      </p>
      {one.stage === "failed" ? (
        <>
          <Banner kind="problem">
            {say("{failedWith} Nothing from the list was imported.", { failedWith: one.failedWith ?? "" })}
          </Banner>
          <Form
            action={confirmForm}
            lio={lio}
            submit={say("Try again")}
            secondary={
              <a href={`/${lio}/groups/import/${one.id}/columns`}>{say("Look at the columns again")}</a>
            }
          >
            <input type="hidden" name="id" value={one.id} />
          </Form>
        </>
      ) : one.stage === "waiting" ? (
        <p role="status">
          {sayCount(
            total,
            {
              one: "{progress} of {count} row written. You can leave this page: you get an email when it is done. 1,000 rows take about a second.",
              other:
                "{progress} of {count} rows written. You can leave this page: you get an email when it is done. 1,000 rows take about a second.",
            },
            { progress: one.progress },
          )}
        </p>
      ) : (
        <>
          <div className="grid max-w-4xl grid-cols-2 gap-4 sm:grid-cols-5">
            <Stat label={say("New groups")} value={counts.new ?? 0} />
            <Stat label={say("Changed")} value={counts.updated ?? 0} />
            <Stat label={say("The same as before")} value={counts.unchanged ?? 0} />
            <Stat label={say("Possible duplicates left out")} value={counts.duplicates ?? 0} />
            <Stat label={say("Not a group")} value={counts.errors ?? 0} />
          </div>
          <p className="mt-4">
            {one.finishedAt
              ? say("Done on {finishedAt}.", { finishedAt: formatMoment(one.finishedAt) })
              : null}
          </p>
          <p className="flex flex-wrap gap-x-5 gap-y-2">
            <a href={`/${lio}/groups/import/${one.id}/check`}>{say("See the rows again")}</a>
            <a href={`/${lio}/groups/import/${one.id}/bad-rows`}>
              {say("Download the rows with something to mend")}
            </a>
          </p>
          {one.stage === "done" && endless > 0 ? (
            <p>
              {sayRichCount(
                endless,
                {
                  one: "{count} membership has no last day yet. <link>Say until when they go</link>",
                  other: "{count} memberships have no last day yet. <link>Say until when they go</link>",
                },
                { link: (text) => <a href={`/${lio}/memberships?show=endless`}>{text}</a> },
              )}
            </p>
          ) : null}
          {next.map((sheet) => (
            <p key={sheet.id}>
              <ButtonLink href={`/${lio}/groups/import/${sheet.id}/columns`}>
                {say("Continue with the sheet “{sheet}”", { sheet: sheet.sheet })}
              </ButtonLink>
            </p>
          ))}
          <p>
            {next.length > 0 ? (
              <a href={`/${lio}/groups`}>{say("See your groups")}</a>
            ) : (
              <ButtonLink href={`/${lio}/groups`}>{say("See your groups")}</ButtonLink>
            )}
          </p>
          {left.length > 0 ? (
            <>
              <h2>
                {sayCount(left.length, {
                  one: "{count} group left alone",
                  other: "{count} groups left alone",
                })}
              </h2>
              <p>{say("Somebody had worked on them since the import:")}</p>
              <ul>
                {left.map((group) => (
                  <li key={group.id}>
                    <a href={`/${lio}/groups/${group.id}`}>{group.name}</a>: {group.who},{" "}
                    {formatMoment(group.at)}: {group.summary}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {one.stage === "done" ? (
            <>
              <h2>{say("Undo this import")}</h2>
              <p>
                {say(
                  "For seven days. New groups go, changed ones say what they said before. What somebody has worked on since is left alone.",
                )}
              </p>
              <Form action={undoForm} lio={lio} submit={say("Undo this import")} kind="danger">
                <input type="hidden" name="id" value={one.id} />
              </Form>
            </>
          ) : null}
        </>
      )}
    </Frame>
  )
}
