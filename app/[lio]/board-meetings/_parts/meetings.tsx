import { ButtonLink } from "@/app/_ui/button-link"
import { Tag } from "@/app/_ui/tag"
import { whenInWords } from "@/lib/calendar/words"
import type { MeetingRow } from "@/lib/partnerships/meetings/queries"
import { say, sayCount } from "@/lib/words"

type Props = {
  lio: string
  coming: MeetingRow[]
  past: MeetingRow[]
  /** Says also of which board each is. */
  boards?: boolean
  /** The board to which staff add a meeting. */
  addTo?: string
}

function Stands({ row, over }: { row: MeetingRow; over: boolean }) {
  if (row.cancelled) return <Tag tone="problem">{say("Cancelled")}</Tag>
  if (!over)
    return (
      <>
        {row.questions > 0
          ? sayCount(row.questions, { one: "{count} thing to raise.", other: "{count} things to raise." })
          : null}{" "}
        {row.brief === "sent" ? <Tag tone="good">{say("Brief sent")}</Tag> : null}
        {row.brief === "gathered" ? <Tag tone="wait">{say("Brief to look at")}</Tag> : null}
      </>
    )
  if (row.report === "published") return <Tag tone="good">{say("Reported")}</Tag>
  if (row.report === "sent") return <Tag tone="wait">{say("Report to look at")}</Tag>
  return <Tag tone="wait">{say("No report yet")}</Tag>
}

const Row = ({
  lio,
  row,
  boards,
  over,
}: {
  lio: string
  row: MeetingRow
  boards?: boolean
  over: boolean
}) => (
  <li className="border-b border-line py-2">
    <a href={`/${lio}/board-meetings/${row.id}`}>
      {boards ? say("{board}: {when}", { board: row.board, when: whenInWords(row) }) : whenInWords(row)}
    </a>{" "}
    <Stands row={row} over={over} />
  </li>
)

/** Meetings to come and those that are over, each with how far its brief or report is. */
export function Meetings({ lio, coming, past, boards, addTo }: Props) {
  return (
    <>
      <h2 id="meetings">{say("Meetings")}</h2>
      {coming.length === 0 ? <p>{say("None planned.")}</p> : null}
      <ul className="list-none p-0">
        {coming.map((row) => (
          <Row key={row.id} {...{ lio, row, boards }} over={false} />
        ))}
      </ul>
      {past.length > 0 ? (
        <>
          <h3>{say("Before now")}</h3>
          <ul className="list-none p-0">
            {past.map((row) => (
              <Row key={row.id} {...{ lio, row, boards }} over />
            ))}
          </ul>
        </>
      ) : null}
      {addTo ? (
        <p>
          <ButtonLink href={`/${lio}/board-meetings/new?board=${addTo}`} kind="secondary">
            {say("Plan a meeting")}
          </ButtonLink>
        </p>
      ) : null}
    </>
  )
}
