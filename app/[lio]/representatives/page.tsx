import { type PageProps, visitAny } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { listElections } from "@/lib/partnerships/elections/queries"
import { groupsChoose } from "@/lib/partnerships/elections/words"
import { listSpokenFor } from "@/lib/partnerships/speaking/queries"
import { inWords, say, sayCount } from "@/lib/words"
import { AnyFrame } from "../_parts/any-frame"
import { SeatShown } from "./_parts/seat-shown"

/** Who speaks for voluntary groups where, and which seats are vacant: for anybody. */
export default async function Representatives(props: PageProps) {
  const { frame, face, read } = await visitAny(props, async (ctx) => ({
    boards: await listSpokenFor(ctx),
    votes: (await listElections(ctx)).filter(groupsChoose),
  }))
  const { boards, votes } = read
  const vacant = boards.flatMap(({ seats }) => seats).filter((seat) => seat.vacant).length
  const title = say("Who speaks for groups")
  return (
    <AnyFrame
      frame={frame}
      face={face}
      title={title}
      at={frame?.actor.kind === "staff" ? "partnerships" : "representing"}
      found={{
        about: say("Who speaks for voluntary groups on boards and partnerships, and which seats are vacant."),
        path: `/${face.slug}/representatives`,
      }}
    >
      <h1>{title}</h1>
      {boards.length === 0 ? (
        <EmptyState title={say("Nothing here yet")}>
          {say(
            "When groups have seats on boards and partnerships, this page says who speaks for them there.",
          )}
        </EmptyState>
      ) : (
        <p className="lead max-w-3xl">
          {say(
            "The boards and partnerships where voluntary groups have a seat, and who speaks for them there.",
          )}{" "}
          {vacant > 0
            ? sayCount(vacant, { one: "{count} seat is vacant.", other: "{count} seats are vacant." })
            : null}
        </p>
      )}
      {votes.length > 0 ? (
        <p>
          <a href={`/${face.slug}/elections`}>
            {sayCount(votes.length, {
              one: "Groups are choosing somebody at the moment: {count} vote",
              other: "Groups are choosing people at the moment: {count} votes",
            })}
          </a>
        </p>
      ) : null}
      {boards.map((board) => (
        <section key={board.id} className="mb-8">
          <h2 className="mb-1">{board.name}</h2>
          {board.bodies.length > 0 ? <p className="m-0 text-soft">{inWords(board.bodies)}</p> : null}
          {board.purpose ? <p className="max-w-3xl">{board.purpose}</p> : null}
          {board.website ? (
            <p>
              <a href={board.website}>{say("The web page of this board")}</a>
            </p>
          ) : null}
          <ul className="list-none p-0">
            {board.seats.map((seat) => (
              <SeatShown
                key={seat.id}
                lio={face.slug}
                seat={seat}
                vote={votes.find((vote) => vote.seats.some(({ id }) => id === seat.id))}
              />
            ))}
          </ul>
        </section>
      ))}
    </AnyFrame>
  )
}
