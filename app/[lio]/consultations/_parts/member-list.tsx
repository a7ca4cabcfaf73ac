import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import type { Yours } from "@/lib/consultations/queries"
import { leftInWords } from "@/lib/consultations/words"
import { formatLongDate, formatMoment, inWords, say, sayCount } from "@/lib/words"
import { addressOf } from "./paths"

type Props = { lio: string; name: string; rows: Yours[]; now: Date }

const isWaiting = (row: Yours) => row.state === "open" && !row.signedOffAt && !row.declinedAt

/** What a member's groups were asked: to answer, answered, and what came out. */
export function MemberList({ lio, name, rows, now }: Props) {
  const waiting = rows
    .filter(isWaiting)
    .sort((one, other) => (one.closesAt?.getTime() ?? 0) - (other.closesAt?.getTime() ?? 0))
  const open = rows.filter((row) => row.state === "open" && !isWaiting(row))
  const past = rows.filter((row) => row.state === "closed" || row.state === "finished")
  const stopped = rows.filter((row) => row.state === "stopped")
  if (rows.length === 0) {
    return (
      <>
        <h1>{say("Our answers")}</h1>
        <EmptyState drawing="letters" title={say("Nothing asked yet")}>
          {say(
            "When {name} asks your group what it thinks, you’ll find the questions here, and later what came of your answers. We’ll email you, too.",
            { name },
          )}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <h1>{say("Our answers")}</h1>
      {waiting.length > 0 ? (
        <h2>{say("To answer")}</h2>
      ) : (
        <p>{say("You’re up to date: there’s nothing to answer.")}</p>
      )}
      {waiting.map((row) => (
        <Waiting key={`${row.id}${row.groupId}`} lio={lio} row={row} now={now} />
      ))}
      {open.length > 0 ? (
        <>
          <h2>{say("Answered, still open")}</h2>
          <ul className="list-none space-y-4 p-0">
            {open.map((row) => (
              <li key={`${row.id}${row.groupId}`}>
                <a
                  href={addressOf(lio, row.id, row.signedOffAt ? "ours" : "", {
                    group: row.signedOffAt ? row.groupId : null,
                  })}
                >
                  {row.title}
                </a>
                <span className="hint m-0">
                  {row.signedOffAt
                    ? `${say("Sent for {group} on {moment}.", { group: row.group, moment: formatMoment(row.signedOffAt) })} ${
                        row.changed > 0
                          ? sayCount(row.changed, {
                              one: "{count} answer changed since and not sent.",
                              other: "{count} answers changed since and not sent.",
                            })
                          : say("You can change it until it closes.")
                      }`
                    : say("{group} has nothing to say.", { group: row.group })}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {past.length > 0 ? (
        <>
          <h2>{say("Results")}</h2>
          <ul className="list-none space-y-4 p-0">
            {[...Map.groupBy(past, (row) => row.id).values()].map((rows) => (
              <Past key={rows[0]?.id} lio={lio} rows={rows} />
            ))}
          </ul>
        </>
      ) : null}
      {stopped.length > 0 ? (
        <>
          <h2>{say("Stopped")}</h2>
          <ul className="list-none space-y-4 p-0">
            {[...Map.groupBy(stopped, (row) => row.id).values()].map(([row]) =>
              row ? (
                <li key={row.id}>
                  <a href={addressOf(lio, row.id, "")}>{row.title}</a>
                  <span className="hint m-0">
                    {say("You don’t need to do anything, and any answers you sent won’t be used. {reason}", {
                      reason: row.stoppedReason ?? "",
                    })}
                  </span>
                </li>
              ) : null,
            )}
          </ul>
        </>
      ) : null}
    </>
  )
}

function Waiting({ lio, row, now }: { lio: string; row: Yours; now: Date }) {
  return (
    <section className="card mb-4 max-w-2xl">
      <h3 className="mt-0">{row.title}</h3>
      <p>
        {say("For {group}. About {minutes} minutes.", { group: row.group, minutes: row.minutes })}
        {row.closesAt
          ? ` ${say("Open until {closesAt}: {left}.", { closesAt: formatLongDate(row.closesAt), left: leftInWords(row.closesAt, now) })}`
          : ""}
      </p>
      <p className="mb-0">
        <ButtonLink
          href={addressOf(lio, row.id, row.startedAt ? "answer" : "", {
            group: row.startedAt ? row.groupId : null,
          })}
        >
          {row.startedAt ? say("Continue") : say("Answer")}
        </ButtonLink>
      </p>
    </section>
  )
}

/** One consultation that has closed, with which of one's groups answered. */
function Past({ lio, rows }: { lio: string; rows: Yours[] }) {
  const [first] = rows
  if (!first) return null
  const answered = rows.filter((row) => row.signedOffAt).map((row) => row.group)
  const silent = rows.filter((row) => !row.signedOffAt).map((row) => row.group)
  return (
    <li>
      <a href={addressOf(lio, first.id, "results")}>{first.title}</a>
      <span className="hint m-0">
        {answered.length > 0 ? `${say("{groups} answered.", { groups: inWords(answered) })} ` : ""}
        {silent.length > 0 ? `${say("No answer from {groups}.", { groups: inWords(silent) })} ` : ""}
        {rows
          .filter((row) => row.startedAt)
          .map((row) => (
            <span key={row.groupId}>
              <a href={addressOf(lio, row.id, "ours", { group: row.groupId })}>
                {rows.length > 1 ? say("The answer of {group}", { group: row.group }) : say("Our answer")}
              </a>
              .{" "}
            </span>
          ))}
        {first.outcome
          ? say("What came of it: {outcome}", { outcome: first.outcome })
          : say("What comes of it is not known yet.")}
      </span>
    </li>
  )
}
