import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { formatDate } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { SEAT_HOLDERS } from "@/db/vocabulary"
import { whenInWords } from "@/lib/calendar/words"
import { listMeetings, listToReport } from "@/lib/partnerships/meetings/queries"
import { listOwnBoards } from "@/lib/partnerships/queries"
import { say } from "@/lib/words"
import { Frame } from "../_parts/frame"
import { Meetings } from "../board-meetings/_parts/meetings"

/** The boards on which one sits. */
export default async function Representing(props: PageProps) {
  const [frame, { boards, coming, due }] = await visit(props, async (ctx) => {
    const boards = await listOwnBoards(ctx)
    const { coming } = await listMeetings(ctx, { boardIds: boards.map(({ id }) => id), most: 6 })
    return { boards, coming, due: await listToReport(ctx) }
  })
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("Your boards")} at="representing">
      <h1>{say("Your boards")}</h1>
      {due.map((row) => (
        <div key={row.id} className="card mb-3 bg-wait-wash">
          <p className="mt-0">
            {say("How did it go at {board} on {when}?", { board: row.board, when: whenInWords(row) })}
          </p>
          <ButtonLink href={`/${lio}/board-meetings/${row.id}/report`}>
            {row.report === "none" ? say("Write your report") : say("Go on with your report")}
          </ButtonLink>
        </div>
      ))}
      {boards.length === 0 ? (
        <EmptyState title={say("You don’t sit on a board")}>
          {say("When groups have chosen you for a seat, its papers and dates are here.")}
        </EmptyState>
      ) : (
        <ul className="list-none p-0">
          {boards.map((board) => (
            <li key={board.seatId} className="card mb-3">
              <h2 className="mt-0 mb-1 text-xl">
                <a href={`/${lio}/representing/${board.id}`}>{board.name}</a>
              </h2>
              <p className="m-0">
                {SEAT_HOLDERS[board.holds]}: {board.seat}
              </p>
              {board.until ? (
                <p className="m-0 text-soft">{say("Until {day}", { day: formatDate(board.until) })}</p>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {boards.length > 0 ? <Meetings lio={lio} coming={coming} past={[]} boards /> : null}
      <p>
        <a href={`/${lio}/representatives`}>{say("Everybody who speaks for groups")}</a>
      </p>
    </Frame>
  )
}
