import Link from "next/link"
import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { Stat } from "@/app/_ui/card"
import { formatMoment } from "@/app/_ui/date"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { getImport } from "@/lib/groups/imports/wizard/queries"
import { countMemberships } from "@/lib/memberships/queries"
import { plural } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { undoForm } from "../../actions"

/** The last step: what was done, and the way back. */
export default async function Report(props: PageProps) {
  const [frame, { one, endless }] = await visit(props, async (ctx, _query, { id = "" }) => ({
    one: await getImport(ctx, id),
    endless: (await countMemberships(ctx)).endless,
  }))
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
          : one.stage === "undone"
            ? "This import was taken back"
            : "Your list is in"}
      </h1>
      <p className="text-soft">Step 4 of 4. {one.fileName}</p>
      {one.stage === "waiting" ? (
        <p role="status">
          You can leave this page. It shows the result by itself when it is done; 1,000 rows take about a
          second.
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
          <p className="mt-4">
            {one.finishedAt ? `Done on ${formatMoment(one.finishedAt)}.` : null}{" "}
            <Link href={`/${lio}/groups/import/${one.id}/check`}>See the rows again</Link>
          </p>
          {one.stage === "done" && endless > 0 ? (
            <p>
              {plural(endless, "membership has", "memberships have")} no last day yet.{" "}
              <Link href={`/${lio}/memberships?show=endless`}>Say until when they go</Link>
            </p>
          ) : null}
          <p>
            <ButtonLink href={`/${lio}/groups`}>See your groups</ButtonLink>
          </p>
          {one.stage === "done" ? (
            <>
              <h2>Take it back</h2>
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
