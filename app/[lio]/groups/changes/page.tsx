import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { DataTable } from "@/app/_ui/data-table"
import { When } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { BackLink } from "@/app/_ui/links"
import { listChanges } from "@/lib/bulk/queries"
import { mayKeepGroups } from "@/lib/groups/policy"
import { Frame } from "../../_parts/frame"
import { Undo } from "../../_parts/undo"

/** Which changes were made to many groups at once, by whom, and the way back. */
export default async function Changes(props: PageProps) {
  const [frame, { changes, keeps, now }] = await visit(props, async (ctx) => ({
    changes: await listChanges(ctx),
    keeps: mayKeepGroups(ctx.actor),
    now: ctx.now,
  }))
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title="Bulk changes" at="groups">
      <BackLink href={`/${lio}/groups`}>Groups</BackLink>
      <h1>Bulk changes</h1>
      {changes.length === 0 ? (
        <EmptyState
          drawing="groups"
          title="Nobody has changed many groups at once yet"
          action={<ButtonLink href={`/${lio}/groups`}>All groups</ButtonLink>}
        >
          Tick groups on the list, and choose what to do with them. What was done stands here, and can be
          undone for 24 hours.
        </EmptyState>
      ) : (
        <>
          <p>
            A change can be undone for 24 hours. Groups in which somebody has changed the same thing since are
            then left alone.
          </p>
          <DataTable
            caption="Changes, newest first"
            rows={changes}
            rowKey={(change) => change.id}
            columns={[
              { key: "what", label: "What", main: true, cell: (change) => change.summary },
              { key: "at", label: "When", cell: (change) => <When at={change.madeAt} now={now} /> },
              { key: "by", label: "By", cell: (change) => change.by ?? "Trellis" },
              {
                key: "undo",
                label: "Undo",
                cell: (change) =>
                  change.undoneAt ? (
                    <>
                      Undone <When at={change.undoneAt} now={now} />
                      {change.undoneBy ? ` by ${change.undoneBy}` : ""}
                    </>
                  ) : !change.fresh ? (
                    "24 hours have passed"
                  ) : keeps ? (
                    <Undo lio={lio} undo={{ what: "bulk", id: change.id }} formId={change.id} />
                  ) : (
                    "Staff who keep the list can undo this"
                  ),
              },
            ]}
          />
        </>
      )}
    </Frame>
  )
}
