import { type FrameData, type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { formatDate } from "@/app/_ui/date"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Markdown } from "@/app/_ui/markdown"
import { SummaryList } from "@/app/_ui/summary-list"
import { personOf } from "@/lib/access/ctx"
import { sitsOn } from "@/lib/access/may"
import { found } from "@/lib/errors"
import { listFiles } from "@/lib/files/queries"
import { listDecisions } from "@/lib/partnerships/decisions/queries"
import { type Declared, listDeclared } from "@/lib/partnerships/declarations/queries"
import { listHandovers } from "@/lib/partnerships/handover/queries"
import { listMeetings } from "@/lib/partnerships/meetings/queries"
import { listPromisesAt } from "@/lib/partnerships/promises/queries"
import { findOwnTerm, getBoard, type OwnTerm } from "@/lib/partnerships/queries"
import { inWords, say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { Meetings } from "../../board-meetings/_parts/meetings"
import { FilesOf, toldIn } from "../../files/_parts/files-of"
import { Decisions } from "../../partnerships/_parts/decisions"
import { Handovers } from "../../partnerships/_parts/handovers"
import { Holders } from "../../partnerships/_parts/holders"
import { Promises } from "../../partnerships/_parts/promises"
import { handOverForm } from "../actions"

/** One board as its representative and substitute see it; whoever did or will sit there reads when. */
export default async function OwnBoard(props: PageProps) {
  const [frame, read] = await visit(props, async (ctx, query, { id = "" }) => {
    if (!sitsOn(ctx.actor, id)) return { outside: found(await findOwnTerm(ctx, id)), today: ctx.today }
    const board = await getBoard(ctx, id)
    const [meetings, promises, decisions, declared, left, files] = await Promise.all([
      listMeetings(ctx, { boardId: id, most: 6 }),
      listPromisesAt(ctx, id),
      listDecisions(ctx, id, 20),
      listDeclared(ctx, id),
      listHandovers(ctx, id),
      listFiles(ctx, "board", id),
    ])
    const me = personOf(ctx.actor)?.personId
    const mine = declared.filter(({ personId }) => personId === me)
    return {
      ...{ board, meetings, promises, decisions, mine, left, files },
      ...{ told: toldIn(query), today: ctx.today, now: ctx.now },
    }
  })
  if (read.outside) return <Outside frame={frame} term={read.outside} today={read.today} />
  const { board, meetings, promises, decisions, mine, left, files, told, today, now } = read
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={board.name} at="representing">
      <BackLink href={`/${lio}/representing`}>{say("Your boards")}</BackLink>
      <h1>{board.name}</h1>
      {board.purpose ? <p className="lead">{board.purpose}</p> : null}
      <ToDeclare at={`/${lio}/representing/${board.id}`} mine={mine} />
      <Meetings lio={lio} {...meetings} />
      <Handovers left={left} />
      {mine.map(({ termId }) => (
        <HandOver
          key={termId}
          lio={lio}
          termId={termId}
          words={left.find((one) => one.termId === termId)?.words ?? null}
        />
      ))}
      <Promises lio={lio} promises={promises} today={today} staff={false} />
      <FilesOf lio={lio} on={{ kind: "board", id: board.id }} {...files} {...{ told, today, now }} />
      <Decisions lio={lio} boardId={board.id} decisions={decisions} keeps={false} />
      <h2>{say("Seats")}</h2>
      {board.seats.map((seat) => (
        <div key={seat.id} className="card mb-3">
          <h3 className="mt-0 mb-1 text-lg">{seat.title}</h3>
          <Holders seat={seat} />
          {seat.mandate ? (
            <>
              <h4 className="mt-3 mb-1">{say("Mandate")}</h4>
              <p className="m-0 whitespace-pre-line">{seat.mandate}</p>
            </>
          ) : null}
        </div>
      ))}
      <SummaryList
        missing={say("None yet")}
        items={[
          { label: say("Public bodies"), value: inWords(board.bodies.map(({ name }) => name)) },
          { label: say("Who runs it"), value: board.contact },
        ]}
      />
      {board.terms ? (
        <>
          <h2>{say("Terms of reference")}</h2>
          <Markdown text={board.terms} />
        </>
      ) : null}
    </Frame>
  )
}

/** Says when somebody’s time on a board begins or ended: the board itself is for those who sit there. */
function Outside({ frame, term, today }: { frame: FrameData; term: OwnTerm; today: string }) {
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={term.board} at="representing">
      <h1>{term.board}</h1>
      <p>
        {term.from > today
          ? say("You speak for groups here from {day}. Its papers and dates are on this page from then on.", {
              day: formatDate(term.from),
            })
          : say("Your time on this board ended on {day}. Thank you for speaking for groups.", {
              day: formatDate(term.endedOn ?? term.from),
            })}
      </p>
      <p>
        <a href={`/${lio}/representatives`}>{say("Everybody who speaks for groups")}</a>
      </p>
    </Frame>
  )
}

/** What one leaves to whoever comes next, written a little at a time. */
const HandOver = ({ lio, termId, words }: { lio: string; termId: string; words: string | null }) => (
  <Form
    action={handOverForm}
    lio={lio}
    kind="secondary"
    id={`handover-${termId}`}
    values={{ words }}
    fold={words ? say("Change what you hand over") : say("Write down what whoever comes next should know")}
  >
    <input type="hidden" name="termId" value={termId} />
    <TextArea
      name="words"
      label={say("What should whoever comes next know?")}
      hint={say(
        "Who to talk to, what’s still open, what you wish you’d known. Staff and others on this board read it.",
      )}
      rows={6}
      optional
    />
  </Form>
)

function ToDeclare({ at, mine }: { at: string; mine: Declared[] }) {
  return mine.map(({ termId, declaredOn, words, due }) => (
    <div key={termId} className={due ? "card mb-6 bg-wait-wash" : "mb-6"}>
      <p className="m-0">
        {declaredOn
          ? say("You declared on {day}: {words}", {
              ...{ day: formatDate(declaredOn), words: words ?? say("nothing to declare") },
            })
          : say("You haven’t declared your interests for this board yet.")}
      </p>
      {due ? (
        <ButtonLink href={`${at}/declare?term=${termId}`}>{say("Declare your interests")}</ButtonLink>
      ) : (
        <a href={`${at}/declare?term=${termId}`}>{say("Declare something else")}</a>
      )}
    </div>
  ))
}
