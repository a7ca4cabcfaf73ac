import { type Place, withQuery } from "@/app/_ui/address"
import { DataTable } from "@/app/_ui/data-table"
import { When } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { csvAddress } from "@/app/_ui/figure"
import { anchorOf } from "@/lib/representations/paper"
import type { Figure, ScoredPaper } from "@/lib/representations/scorecard/figures"
import type { Comment, ScoredBody } from "@/lib/representations/scorecard/queries"
import { FIGURE_NAMES, figureInWords, HOW_COUNTED, outOf } from "@/lib/representations/scorecard/words"
import { versionPath } from "@/lib/representations/versions/citing/words"
import { formatDate, say, sayCount } from "@/lib/words"
import { ReplyTag } from "./words"

type Props = {
  lio: string
  place: Place
  bodies: ScoredBody[]
  period: { from: string; to: string }
  now: Date
  /** The figure whose rows are shown, of the body that the address names. */
  rows?: string | string[]
}

/** How bodies have replied: figures of each with what they are out of, where that’s anything, what the body says of them, and how it was counted. */
export function Scorecard({ lio, place, bodies, period, now, rows }: Props) {
  const opened =
    place.query?.body && bodies.length === 1 ? bodies[0]?.figures.find(({ key }) => key === rows) : undefined
  return (
    <>
      <p>
        {say("Papers sent between {from} and {to}.", {
          from: formatDate(period.from),
          to: formatDate(period.to),
        })}{" "}
        {say("Figures as at")} <When at={now} time />. <a href="#how">{say("How this is counted")}</a>
      </p>
      {bodies.length === 0 ? (
        <EmptyState drawing="letters" title={say("No papers in this period")}>
          {say("Once a paper has been sent to a body, how it replies is counted here.")}
        </EmptyState>
      ) : (
        <p>
          <a href={csvAddress(tableOf(bodies, period))} download="how-bodies-reply.csv">
            {say("Save as CSV")}
          </a>
        </p>
      )}
      {opened && bodies[0] ? <Rows lio={lio} body={bodies[0].name} figure={opened} /> : null}
      {bodies.map((body) => (
        <section key={body.id} className="mt-8 max-w-4xl">
          <h2>{body.name}</h2>
          <DataTable
            plain
            caption={body.name}
            captionHidden
            rows={body.figures.filter(({ key, of }) => key === "papers" || of > 0)}
            rowKey={({ key }) => key}
            columns={[
              {
                key: "name",
                label: say("What"),
                main: true,
                cell: (figure) =>
                  figure.rows.length > 0 ? (
                    <a href={`${withQuery(place, { body: body.id, rows: figure.key })}#rows`}>
                      {FIGURE_NAMES[figure.key]}
                    </a>
                  ) : (
                    FIGURE_NAMES[figure.key]
                  ),
              },
              { key: "value", label: say("Number"), number: true, cell: figureInWords },
              { key: "of", label: say("Out of"), cell: (figure) => outOf(figure, body.figures) },
            ]}
          />
          {body.comment ? <Said body={body.name} comment={body.comment} /> : null}
        </section>
      ))}
      <h2 id="how">{say("How this is counted")}</h2>
      <ul>
        {HOW_COUNTED.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  )
}

function Said({ body, comment }: { body: string; comment: Comment }) {
  return (
    <blockquote className="card">
      <p className="font-semibold">{say("{body} says:", { body })}</p>
      <p className="whitespace-pre-line">{comment.words}</p>
      <p className="mb-0 text-soft">
        {say("{sender}, {day}", { sender: comment.sender, day: formatDate(comment.saidOn) })}
      </p>
    </blockquote>
  )
}

/** The papers or asks behind one figure, each with its address. */
function Rows({ lio, body, figure }: { lio: string; body: string; figure: Figure }) {
  return (
    <section id="rows" className="card max-w-4xl">
      <h2 className="mt-0">{say("{body}: {figure}", { body, figure: FIGURE_NAMES[figure.key] })}</h2>
      <ol className="mb-0 list-decimal pl-6">
        {figure.rows.map(({ paper, ask }) => {
          const at = versionPath(lio, paper.id, paper.version)
          return (
            <li key={`${paper.id} ${ask?.id ?? ask?.text}`}>
              {ask ? (
                <>
                  <a href={ask.id ? `${at}#${anchorOf.ask(ask.id)}` : at}>{ask.text}</a>{" "}
                  <ReplyTag reply={ask.reply} />{" "}
                  {ask.promisedFor ? say("Due {day}.", { day: formatDate(ask.promisedFor) }) : ""}
                </>
              ) : (
                <a href={at}>{paper.title}</a>
              )}
              <br />
              <span className="text-soft">
                {ask
                  ? say("In “{title}”, sent on {day}.", {
                      title: paper.title,
                      day: formatDate(paper.sentOn),
                    })
                  : daysInWords(paper)}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function daysInWords({ sentOn, daysAllowed, daysTaken }: ScoredPaper): string {
  return [
    say("Sent on {day}.", { day: formatDate(sentOn) }),
    daysAllowed === null
      ? ""
      : sayCount(daysAllowed, {
          one: "They had {count} day to reply.",
          other: "They had {count} days to reply.",
        }),
    daysTaken === null
      ? say("No answer yet.")
      : sayCount(daysTaken, {
          one: "The first answer came after {count} day.",
          other: "The first answer came after {count} days.",
        }),
  ].join(" ")
}

const tableOf = (bodies: ScoredBody[], { from, to }: Props["period"]) => ({
  heads: [
    say("Body"),
    say("What"),
    say("Number"),
    say("Out of"),
    say("In words"),
    say("Sent from"),
    say("Sent until"),
  ],
  rows: bodies.flatMap(({ name, figures }) =>
    figures.map((figure) => [
      ...[name, FIGURE_NAMES[figure.key], figure.value ?? "", figure.of],
      ...[outOf(figure, figures), from, to],
    ]),
  ),
})
