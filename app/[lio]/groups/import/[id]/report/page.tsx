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
import { formatNumber, plural } from "@/lib/words"
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
      title={one.stage === "waiting" ? "Being brought in" : "What was brought in"}
      at="groups"
    >
      {one.stage === "waiting" ? <meta httpEquiv="refresh" content="3" /> : null}
      <BackLink href={`/${lio}/groups/import`}>Imports</BackLink>
      <h1>
        {one.stage === "waiting"
          ? "Your list is being brought in"
          : one.stage === "failed"
            ? "Your list could not be brought in"
            : one.stage === "undone"
              ? "This import was undone"
              : "Your list is in"}
      </h1>
      <p className="text-soft">Step 4 of 4. {one.sheet ? `${one.fileName}, ${one.sheet}` : one.fileName}</p>
      {one.stage === "failed" ? (
        <>
          <Banner kind="problem">{one.failedWith} Nothing of the list was brought in.</Banner>
          <Form
            action={confirmForm}
            lio={lio}
            submit="Try again"
            secondary={<a href={`/${lio}/groups/import/${one.id}/columns`}>Look at the columns again</a>}
          >
            <input type="hidden" name="id" value={one.id} />
          </Form>
        </>
      ) : one.stage === "waiting" ? (
        <p role="status">
          {formatNumber(one.progress)} of {plural(total, "row")} written. You can leave this page: you get an
          email when it is done. 1,000 rows take about a second.
        </p>
      ) : (
        <>
          <div className="grid max-w-4xl grid-cols-2 gap-4 sm:grid-cols-5">
            <Stat label="New groups" value={counts.new ?? 0} />
            <Stat label="Changed" value={counts.updated ?? 0} />
            <Stat label="The same as before" value={counts.unchanged ?? 0} />
            <Stat label="Possible duplicates left out" value={counts.duplicates ?? 0} />
            <Stat label="Could not be a group" value={counts.errors ?? 0} />
          </div>
          <p className="mt-4">{one.finishedAt ? `Done on ${formatMoment(one.finishedAt)}.` : null}</p>
          <p className="flex flex-wrap gap-x-5 gap-y-2">
            <a href={`/${lio}/groups/import/${one.id}/check`}>See the rows again</a>
            <a href={`/${lio}/groups/import/${one.id}/bad-rows`}>Download the rows with something to mend</a>
          </p>
          {one.stage === "done" && endless > 0 ? (
            <p>
              {plural(endless, "membership has", "memberships have")} no last day yet.{" "}
              <a href={`/${lio}/memberships?show=endless`}>Say until when they go</a>
            </p>
          ) : null}
          {next.map((sheet) => (
            <p key={sheet.id}>
              <ButtonLink href={`/${lio}/groups/import/${sheet.id}/columns`}>
                Go on with the sheet “{sheet.sheet}”
              </ButtonLink>
            </p>
          ))}
          <p>
            {next.length > 0 ? (
              <a href={`/${lio}/groups`}>See your groups</a>
            ) : (
              <ButtonLink href={`/${lio}/groups`}>See your groups</ButtonLink>
            )}
          </p>
          {left.length > 0 ? (
            <>
              <h2>{plural(left.length, "group")} left alone</h2>
              <p>Somebody had worked on them since the import:</p>
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
              <h2>Undo this import</h2>
              <p>
                For seven days. New groups go, changed ones say what they said before. What somebody has
                worked on since is left alone.
              </p>
              <Form action={undoForm} lio={lio} submit="Take this import back" kind="danger">
                <input type="hidden" name="id" value={one.id} />
              </Form>
            </>
          ) : null}
        </>
      )}
    </Frame>
  )
}
