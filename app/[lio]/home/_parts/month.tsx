import { BarChart } from "@/app/_ui/bar-chart"
import type { StaffHome } from "@/lib/home/queries"
import { formatMinutes, inWords, plural } from "@/lib/words"

type Functions = StaffHome["month"]["functions"]
const sum = (functions: Functions, what: "minutes" | "sessions") =>
  functions.reduce((total, one) => total + one[what], 0)

function findingOf(functions: Functions) {
  const most = [...functions].sort((one, other) => other.minutes - one.minutes)[0]
  const none = functions.filter((one) => one.sessions === 0).map((one) => one.label.toLowerCase())
  const first = `Most time this month went into ${most?.label.toLowerCase()}`
  return none.length > 0 ? `${first}; none into ${inWords(none)}` : first
}

type Props = { lio: string } & Pick<StaffHome, "month" | "quiet">

/** The work of this month by the five functions. */
export function Month({ lio, month, quiet: { quiet, members } }: Props) {
  const { functions, from } = month
  const minutes = sum(functions, "minutes")
  return (
    <section aria-labelledby="month">
      <h2 id="month">This month</h2>
      {minutes === 0 ? (
        <p>No sessions yet this month.</p>
      ) : (
        <BarChart
          finding={findingOf(functions)}
          about={
            <>
              <a href={`/${lio}/sessions?whose=team&from=${from}`}>
                {plural(sum(functions, "sessions"), "session")}
              </a>
              , {formatMinutes(minutes)}, by everybody here. A session with several groups counts once.
            </>
          }
          rows={functions.map((one) => ({
            label: one.label,
            values: [one.minutes],
            note: plural(one.sessions, "session"),
          }))}
          series={["Time"]}
          format={formatMinutes}
          rowsAre="Function"
        />
      )}
      {members > 0 ? (
        <p>
          {quiet > 0 ? (
            <a href={`/${lio}/groups?stage=member&quiet=6`}>
              {quiet} of {plural(members, "member")} haven’t heard from us for 6 months
            </a>
          ) : (
            "You’ve been in touch with every member in the last 6 months."
          )}
        </p>
      ) : null}
    </section>
  )
}
