import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { DataTable } from "@/app/_ui/data-table"
import { formatDate } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { Tag } from "@/app/_ui/tag"
import { isManager } from "@/lib/access/may"
import { listAskedOfUs } from "@/lib/representations/joint/queries"
import { mayRepresent } from "@/lib/representations/policy"
import { listRepresentations } from "@/lib/representations/queries"
import { say } from "@/lib/words"
import { Frame } from "../_parts/frame"
import { AskedToJoin } from "./_parts/joint"
import { StageTag } from "./_parts/words"

/** What was put to which body, and how far each has come. */
export default async function Representations(props: PageProps) {
  const [frame, { rows, asked, writes, decides, today }] = await visit(props, async (ctx) => ({
    rows: await listRepresentations(ctx),
    asked: await listAskedOfUs(ctx),
    decides: isManager(ctx.actor),
    writes: mayRepresent(ctx.actor),
    today: ctx.today,
  }))
  const base = `/${frame.lio.slug}/representations`
  return (
    <Frame {...frame} title={say("Representations")} at="representations">
      <div className="title-row">
        <h1>{say("Representations")}</h1>
        {writes ? <ButtonLink href={`${base}/new`}>{say("New representation")}</ButtonLink> : null}
      </div>
      {rows.length === 0 ? (
        <EmptyState
          drawing="letters"
          title={say("No representations yet")}
          action={
            writes ? <ButtonLink href={`${base}/new`}>{say("Begin the first one")}</ButtonLink> : undefined
          }
        >
          <p>
            {say(
              "What groups told you becomes asks of a council or an NHS body here, each with the words it’s based on. The reply to each ask comes back to every group that spoke.",
            )}
          </p>
        </EmptyState>
      ) : (
        <DataTable
          caption={say("Representations")}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "title",
              label: say("Representation"),
              main: true,
              cell: (row) => <a href={`${base}/${row.id}`}>{row.title}</a>,
            },
            { key: "body", label: say("To"), cell: (row) => row.body },
            {
              key: "stage",
              label: say("Stage"),
              cell: (row) =>
                row.stage === "sent" && row.replyDueOn && row.replyDueOn < today ? (
                  <Tag tone="problem">{say("Reply overdue")}</Tag>
                ) : (
                  <StageTag stage={row.stage} />
                ),
            },
            { key: "sent", label: say("Sent"), cell: (row) => (row.sentOn ? formatDate(row.sentOn) : null) },
            {
              key: "asks",
              label: say("Asks answered"),
              number: true,
              cell: (row) => say("{answered} of {asks}", { answered: row.answered, asks: row.asks }),
            },
          ]}
        />
      )}
      <AskedToJoin lio={frame.lio.slug} asked={asked} decides={decides} />
    </Frame>
  )
}
