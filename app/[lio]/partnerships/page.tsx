import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { DataTable } from "@/app/_ui/data-table"
import { EmptyState } from "@/app/_ui/empty-state"
import { Tag } from "@/app/_ui/tag"
import { type Alarm, listAlarms } from "@/lib/partnerships/alarms/queries"
import { alarmInWords } from "@/lib/partnerships/alarms/words"
import { listMeetings } from "@/lib/partnerships/meetings/queries"
import { mayKeepBoards } from "@/lib/partnerships/policy"
import { type BoardRow, listBoards } from "@/lib/partnerships/queries"
import { inWords, say, sayCount } from "@/lib/words"
import { Frame } from "../_parts/frame"
import { Meetings } from "../board-meetings/_parts/meetings"

function SeatsOf({ row }: { row: BoardRow }) {
  if (row.endedOn) return <Tag>{say("Ended")}</Tag>
  if (row.seats === 0) return say("No seats yet")
  if (row.vacant === 0)
    return sayCount(row.seats, { one: "{count} seat, filled", other: "{count} seats, all filled" })
  return (
    <Tag tone="problem">{say("{vacant} of {seats} vacant", { vacant: row.vacant, seats: row.seats })}</Tag>
  )
}

/** What staff should see to, the most pressing first. */
function Alarms({ lio, alarms }: { lio: string; alarms: Alarm[] }) {
  if (alarms.length === 0) return null
  return (
    <section className="card mb-6 bg-wait-wash">
      <h2 className="mt-0 mb-2 text-xl">{say("To see to")}</h2>
      <ul className="m-0">
        {alarms.map((alarm) => (
          <li key={alarm.kind + alarm.path + alarm.about}>
            <a href={`/${lio}/${alarm.path}`}>{alarmInWords(alarm)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The boards on which groups have a seat, and which seats are vacant. */
export default async function Partnerships(props: PageProps) {
  const [frame, { rows, alarms, coming, keeps }] = await visit(props, async (ctx) => {
    const [rows, alarms, { coming }] = await Promise.all([
      listBoards(ctx),
      listAlarms(ctx),
      listMeetings(ctx, { most: 6 }),
    ])
    return { rows, alarms, coming, keeps: mayKeepBoards(ctx.actor) }
  })
  const lio = frame.lio.slug
  const base = `/${lio}/partnerships`
  const add = keeps ? <ButtonLink href={`${base}/new`}>{say("Add a board")}</ButtonLink> : undefined
  return (
    <Frame {...frame} title={say("Boards and seats")} at="partnerships">
      <div className="title-row">
        <h1>{say("Boards and seats")}</h1>
        {rows.length > 0 ? add : null}
      </div>
      {rows.length === 0 ? (
        <EmptyState drawing="letters" title={say("No boards yet")} action={add}>
          <p>
            {say(
              "The boards and partnerships where decisions are made, and the seats that groups have there: who speaks for them, until when, what they take there and what they bring back.",
            )}
          </p>
        </EmptyState>
      ) : (
        <>
          <Alarms lio={lio} alarms={alarms} />
          <DataTable
            caption={say("Boards")}
            captionHidden
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "name",
                label: say("Board"),
                main: true,
                cell: (row) => <a href={`${base}/${row.id}`}>{row.name}</a>,
              },
              { key: "bodies", label: say("Of"), cell: (row) => inWords(row.bodies) },
              { key: "seats", label: say("Seats"), cell: (row) => <SeatsOf row={row} /> },
              {
                key: "shown",
                label: say("Public page"),
                cell: (row) => (row.shown ? say("Shown") : say("Not shown")),
              },
            ]}
          />
          <Meetings lio={lio} coming={coming} past={[]} boards />
          <p>
            <a href={`${base}/elections`}>{say("Votes about seats")}</a>
          </p>
          <p>
            <a href={`/${lio}/representatives`}>{say("Who speaks for groups where: the public page")}</a>
          </p>
        </>
      )}
    </Frame>
  )
}
