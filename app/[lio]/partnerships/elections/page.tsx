import { type PageProps, visit } from "@/app/_http/visit"
import { DataTable } from "@/app/_ui/data-table"
import { EmptyState } from "@/app/_ui/empty-state"
import { BackLink } from "@/app/_ui/links"
import { Tag } from "@/app/_ui/tag"
import { ensure } from "@/lib/errors"
import { listElections } from "@/lib/partnerships/elections/queries"
import { momentInWords, STATES } from "@/lib/partnerships/elections/words"
import { mayReadAllBoards } from "@/lib/partnerships/policy"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"

/** Every vote about seats, those that go on first. */
export default async function StaffElections(props: PageProps) {
  const [frame, { rows, zone }] = await visit(props, async (ctx) => {
    ensure(mayReadAllBoards(ctx.actor))
    return { rows: await listElections(ctx), zone: ctx.lio.timezone }
  })
  const base = `/${frame.lio.slug}/partnerships`
  return (
    <Frame {...frame} title={say("Votes about seats")} at="partnerships">
      <BackLink href={base}>{say("Boards and seats")}</BackLink>
      <h1>{say("Votes about seats")}</h1>
      {rows.length === 0 ? (
        <EmptyState title={say("No votes yet")}>
          {say("To have groups choose somebody, open a seat and choose “Choose by a vote”.")}
        </EmptyState>
      ) : (
        <DataTable
          caption={say("Votes about seats")}
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "title",
              label: say("Vote"),
              main: true,
              cell: ({ id, title }) => <a href={`${base}/elections/${id}`}>{title}</a>,
            },
            { key: "board", label: say("Board"), cell: ({ board }) => board },
            {
              key: "state",
              label: say("Where it stands"),
              cell: ({ state }) => (
                <Tag tone={state === "checking" ? "problem" : state === "ended" ? "plain" : "wait"}>
                  {STATES[state]}
                </Tag>
              ),
            },
            {
              key: "until",
              label: say("Until"),
              cell: ({ state, nominationsUntil, votingUntil }) =>
                momentInWords(state === "nominating" ? nominationsUntil : votingUntil, zone),
            },
          ]}
        />
      )}
    </Frame>
  )
}
