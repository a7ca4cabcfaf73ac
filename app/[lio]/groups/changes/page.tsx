import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { DataTable } from "@/app/_ui/data-table"
import { When } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { BackLink } from "@/app/_ui/links"
import { listChanges } from "@/lib/bulk/queries"
import { mayKeepGroups } from "@/lib/groups/policy"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
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
    <Frame {...frame} title={say("Bulk changes")} at="groups">
      <BackLink href={`/${lio}/groups`}>{say("Groups")}</BackLink>
      <h1>{say("Bulk changes")}</h1>
      {changes.length === 0 ? (
        <EmptyState
          drawing="groups"
          title={say("Nobody has changed many groups at once yet")}
          action={<ButtonLink href={`/${lio}/groups`}>{say("All groups")}</ButtonLink>}
        >
          {say(
            "Tick groups on the list, and choose what to do with them. What was done is listed here, and can be undone for 24 hours.",
          )}
        </EmptyState>
      ) : (
        <>
          <p>
            {say(
              "A change can be undone for 24 hours. Groups in which somebody has changed the same thing since are then left alone.",
            )}
          </p>
          <DataTable
            caption={say("Changes, newest first")}
            rows={changes}
            rowKey={(change) => change.id}
            columns={[
              { key: "what", label: say("What"), main: true, cell: (change) => change.summary },
              { key: "at", label: say("When"), cell: (change) => <When at={change.madeAt} now={now} /> },
              { key: "by", label: say("By"), cell: (change) => change.by ?? "Trellis" },
              {
                key: "undo",
                label: say("Undo"),
                cell: (change) =>
                  change.undoneAt ? (
                    change.undoneBy ? (
                      sayRich("Undone {when} by {name}", {
                        when: <When at={change.undoneAt} now={now} />,
                        name: change.undoneBy,
                      })
                    ) : (
                      sayRich("Undone {when}", { when: <When at={change.undoneAt} now={now} /> })
                    )
                  ) : !change.fresh ? (
                    say("24 hours have passed")
                  ) : keeps ? (
                    <Undo lio={lio} undo={{ what: "bulk", id: change.id }} formId={change.id} />
                  ) : (
                    say("Staff who keep the list can undo this")
                  ),
              },
            ]}
          />
        </>
      )}
    </Frame>
  )
}
