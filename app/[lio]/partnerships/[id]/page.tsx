import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { formatDate } from "@/app/_ui/date"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Markdown } from "@/app/_ui/markdown"
import { SummaryList } from "@/app/_ui/summary-list"
import { Tag } from "@/app/_ui/tag"
import { found } from "@/lib/errors"
import { listFiles } from "@/lib/files/queries"
import { listDecisions } from "@/lib/partnerships/decisions/queries"
import { type Declared, listDeclared } from "@/lib/partnerships/declarations/queries"
import { type Election, listElections } from "@/lib/partnerships/elections/queries"
import { goesOn } from "@/lib/partnerships/elections/words"
import { listHandovers } from "@/lib/partnerships/handover/queries"
import { listMeetings } from "@/lib/partnerships/meetings/queries"
import { mayKeepBoards, mayReadAllBoards } from "@/lib/partnerships/policy"
import { listPromisesAt } from "@/lib/partnerships/promises/queries"
import { type Board, getBoard } from "@/lib/partnerships/queries"
import { inWords, say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { Meetings } from "../../board-meetings/_parts/meetings"
import { FilesOf, toldIn } from "../../files/_parts/files-of"
import { Decisions } from "../_parts/decisions"
import { Handovers } from "../_parts/handovers"
import { Choosing, Holders } from "../_parts/holders"
import { Promises } from "../_parts/promises"
import { turnBoardForm } from "../actions"

const names = (of: { name: string }[]) => inWords(of.map(({ name }) => name))

/** One board as staff keep it: its seats and who holds them, what it decided, its papers. */
export default async function BoardPage(props: PageProps) {
  const [
    frame,
    { board, votes, meetings, promises, decisions, declared, left, files, keeps, told, today, now },
  ] = await visit(props, async (ctx, query, { id = "" }) => {
    found(mayReadAllBoards(ctx.actor) || null)
    const board = await getBoard(ctx, id)
    const [votes, meetings, promises, decisions, declared, left, files] = await Promise.all([
      listElections(ctx, { boardId: id }),
      listMeetings(ctx, { boardId: id }),
      listPromisesAt(ctx, id),
      listDecisions(ctx, id),
      listDeclared(ctx, id),
      listHandovers(ctx, id),
      listFiles(ctx, "board", id),
    ])
    const keeps = mayKeepBoards(ctx.actor)
    return {
      ...{ board, votes: votes.filter(goesOn), meetings, promises, decisions, declared, left, files, keeps },
      ...{ told: toldIn(query), today: ctx.today, now: ctx.now },
    }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/partnerships/${board.id}`
  return (
    <Frame {...frame} title={board.name} at="partnerships">
      <BackLink href={`/${lio}/partnerships`}>{say("Boards and seats")}</BackLink>
      <div className="title-row">
        <h1>{board.name}</h1>
        {keeps ? (
          <ButtonLink href={`${at}/edit`} kind="secondary">
            {say("Change")}
          </ButtonLink>
        ) : null}
      </div>
      {board.endedOn ? (
        <p>
          <Tag>{say("Ended")}</Tag>{" "}
          {say("On {day}: {reason}", { day: formatDate(board.endedOn), reason: board.endedReason ?? "" })}
        </p>
      ) : null}
      {board.purpose ? <p className="lead">{board.purpose}</p> : null}
      <SummaryList
        missing={say("None yet")}
        items={[
          {
            label: say("Public bodies"),
            value:
              board.bodies.length > 0
                ? board.bodies.map(({ id, name }) => (
                    <a key={id} href={`/${lio}/groups/${id}`} className="block">
                      {name}
                    </a>
                  ))
                : null,
          },
          { label: say("Networks that are asked what to raise"), value: names(board.networks) },
          { label: say("Themes"), value: names(board.themes) },
          { label: say("Who runs it"), value: board.contact },
          {
            label: say("Web page"),
            value: board.website ? <a href={board.website}>{board.website}</a> : null,
          },
        ]}
      />
      <Seats lio={lio} board={board} votes={votes} keeps={keeps && !board.endedOn} />
      <Meetings lio={lio} {...meetings} addTo={keeps && !board.endedOn ? board.id : undefined} />
      <Promises lio={lio} promises={promises} today={today} staff addTo={keeps ? board.id : undefined} />
      <Decisions lio={lio} boardId={board.id} decisions={decisions} keeps={keeps} />
      <Interests declared={declared} />
      <Handovers left={left} />
      {board.terms ? (
        <>
          <h2>{say("Terms of reference")}</h2>
          <Markdown text={board.terms} />
        </>
      ) : null}
      <FilesOf lio={lio} on={{ kind: "board", id: board.id }} {...files} {...{ told, today, now }} />
      {keeps ? <OnPublicPage lio={lio} board={board} /> : null}
    </Frame>
  )
}

type SeatsProps = { lio: string; board: Board; votes: Election[]; keeps: boolean }

function Seats({ lio, board, votes, keeps }: SeatsProps) {
  const at = `/${lio}/partnerships/${board.id}/seats`
  return (
    <>
      <h2 id="seats">{say("Seats")}</h2>
      {board.seats.length === 0 ? (
        <p>{say("Groups have no seat here yet, or none is written down.")}</p>
      ) : null}
      <ul className="list-none p-0">
        {board.seats.map((seat) => (
          <li key={seat.id} className="card mb-3">
            <h3 className="mt-0 mb-1 text-lg">
              <a href={`${at}/${seat.id}`}>{seat.title}</a>
            </h3>
            <Holders seat={seat} />
            {votes
              .filter(({ seats }) => seats.some(({ id }) => id === seat.id))
              .map((vote) => (
                <Choosing key={vote.id} lio={lio} vote={vote} />
              ))}
          </li>
        ))}
      </ul>
      {keeps ? (
        <p>
          <ButtonLink href={`${at}/new`} kind="secondary">
            {say("Add a seat")}
          </ButtonLink>
        </p>
      ) : null}
    </>
  )
}

function Interests({ declared }: { declared: Declared[] }) {
  if (declared.length === 0) return null
  return (
    <>
      <h2 id="interests">{say("Declarations of interest")}</h2>
      <SummaryList
        items={declared.map(({ name, words, declaredOn, due }) => ({
          label: name,
          value: declaredOn ? (
            <>
              {words ?? say("Nothing to declare")}{" "}
              <span className="text-soft">({formatDate(declaredOn)})</span>{" "}
              {due ? <Tag tone="wait">{say("More than a year ago")}</Tag> : null}
            </>
          ) : (
            <Tag tone="wait">{say("Not declared yet")}</Tag>
          ),
        }))}
      />
    </>
  )
}

function OnPublicPage({ lio, board }: { lio: string; board: Board }) {
  return (
    <>
      <h2 id="public">{say("Public page")}</h2>
      <p>
        {board.shownAt
          ? say(
              "Anybody can see this board, its seats and vacancies, and the representatives who agreed to be named.",
            )
          : say("Only staff and your groups can see this board.")}
      </p>
      <Form
        action={turnBoardForm}
        lio={lio}
        submit={board.shownAt ? say("Take it off the public page") : say("Show it on the public page")}
        kind="secondary"
        id="turn"
      >
        <input type="hidden" name="id" value={board.id} />
        <input type="hidden" name="to" value={board.shownAt ? "hidden" : "shown"} />
      </Form>
    </>
  )
}
