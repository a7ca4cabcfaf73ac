import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { Tick } from "@/app/_ui/choices"
import { formatDate } from "@/app/_ui/date"
import { DateFields } from "@/app/_ui/date-field"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { Tag } from "@/app/_ui/tag"
import { CHOSEN_BY, SEAT_HOLDERS, TERM_ENDINGS } from "@/db/vocabulary"
import { listElections } from "@/lib/partnerships/elections/queries"
import { goesOn, STATES } from "@/lib/partnerships/elections/words"
import { mayKeepBoards } from "@/lib/partnerships/policy"
import { getSeat, type Term } from "@/lib/partnerships/seats/queries"
import { termInWords } from "@/lib/partnerships/words"
import { say } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { Choosing, termWords } from "../../../_parts/holders"
import { changeTermForm } from "../../../actions"

/** One seat: what it is for, who holds it and who did before. */
export default async function SeatPage(props: PageProps) {
  const [frame, { board, seat, terms, keeps, votes }] = await visit(
    props,
    async (ctx, _query, { seatId = "" }) => ({
      ...(await getSeat(ctx, seatId)),
      votes: await listElections(ctx, { seatId }),
      keeps: mayKeepBoards(ctx.actor),
    }),
  )
  const lio = frame.lio.slug
  const at = `/${lio}/partnerships/${board.id}/seats/${seat.id}`
  const open = keeps && !seat.endedOn
  const vote = votes.find(goesOn)
  const before = votes.filter((one) => !goesOn(one))
  const isOver = ({ endedOn, inOffice }: Term) => endedOn !== null && !inOffice
  const over = terms.filter(isOver)
  return (
    <Frame {...frame} title={seat.title} at="partnerships">
      <BackLink href={`/${lio}/partnerships/${board.id}`}>{board.name}</BackLink>
      <div className="title-row">
        <h1>{seat.title}</h1>
        {open ? (
          <ButtonLink href={`${at}/edit`} kind="secondary">
            {say("Change")}
          </ButtonLink>
        ) : null}
      </div>
      {seat.endedOn ? (
        <p>
          <Tag>{say("Ended")}</Tag>{" "}
          {say("On {day}: {reason}", { day: formatDate(seat.endedOn), reason: seat.endedReason ?? "" })}
        </p>
      ) : null}
      {seat.vacant ? (
        <p>
          <Tag tone="problem">{say("Vacant")}</Tag>
        </p>
      ) : null}
      <SummaryList
        missing={say("Not said yet")}
        items={[
          { label: say("Mandate"), value: seat.mandate },
          { label: say("What the role asks"), value: seat.role },
          { label: say("Time"), value: seat.time },
          { label: say("Length of a term"), value: termInWords(seat.termMonths) },
        ]}
      />
      <h2>{say("Who holds it")}</h2>
      {terms.length === over.length ? <p>{say("Nobody at the moment.")}</p> : null}
      {terms
        .filter((term) => !isOver(term))
        .map((term) => (
          <OneTerm key={term.termId} lio={lio} at={at} term={term} keeps={keeps} />
        ))}
      {vote ? <Choosing lio={lio} vote={vote} /> : null}
      {open && vote && !seat.vacant ? (
        <p>
          <ButtonLink href={`${at}/fill`} kind="secondary">
            {say("Add a substitute")}
          </ButtonLink>
        </p>
      ) : null}
      {open && !vote ? (
        <p>
          <ButtonLink href={`${at}/fill`} kind={seat.vacant ? undefined : "secondary"}>
            {seat.vacant ? say("Fill this seat") : say("Add a representative or substitute")}
          </ButtonLink>{" "}
          <ButtonLink href={`${at}/vote`} kind="secondary">
            {say("Choose by a vote")}
          </ButtonLink>
        </p>
      ) : null}
      {before.length > 0 ? (
        <>
          <h2>{say("Votes about this seat")}</h2>
          <ul>
            {before.map((vote) => (
              <li key={vote.id}>
                <a href={`/${lio}/partnerships/elections/${vote.id}`}>{vote.title}</a>{" "}
                <span className="text-soft">{STATES[vote.state]}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {over.length > 0 ? (
        <>
          <h2>{say("Before them")}</h2>
          <SummaryList
            items={over.map((term) => ({
              label: term.name,
              value: say("{holds} from {from} to {to}: {why}", {
                ...{ holds: SEAT_HOLDERS[term.holds], from: formatDate(term.from) },
                to: formatDate(term.endedOn ?? term.from),
                why: term.endedReason ?? (term.ending ? TERM_ENDINGS[term.ending] : ""),
              }),
            }))}
          />
        </>
      ) : null}
    </Frame>
  )
}

type Props = { lio: string; at: string; term: Term; keeps: boolean }

function OneTerm({ lio, at, term, keeps }: Props) {
  return (
    <div className="card mb-3">
      <p className="m-0">
        {SEAT_HOLDERS[term.holds]}: <a href={`/${lio}/people/${term.personId}`}>{term.name}</a>
        {term.group ? `, ${term.group}` : null} <span className="text-soft">({termWords(term)})</span>
      </p>
      <p className="m-0 text-soft">
        {say("{how}, from {day}", { how: CHOSEN_BY[term.chosenBy], day: formatDate(term.from) })}
        {term.chosenNote ? `. ${term.chosenNote}` : null}
      </p>
      <p className="m-0 text-soft">
        {term.named ? say("Named on the public page.") : say("Not named on the public page.")}{" "}
        {term.declaredOn
          ? say("Interests declared on {day}.", { day: formatDate(term.declaredOn) })
          : say("No interests declared yet.")}
      </p>
      {keeps && !term.endedOn ? (
        <>
          <Form
            action={changeTermForm}
            lio={lio}
            values={{ endsOn: term.until }}
            kind="secondary"
            id={`term-${term.termId}`}
            fold={say("Change this term")}
          >
            <input type="hidden" name="id" value={term.termId} />
            <DateFields name="endsOn" legend={say("Until")} optional />
            <Tick
              name="named"
              label={say("They agree to be named on our public page")}
              checked={term.named}
            />
          </Form>
          <a href={`${at}/end?term=${term.termId}`}>{say("End this term")}</a>
        </>
      ) : null}
    </div>
  )
}
