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

/** The work of this month by the five functions. */
export function Month({ lio, month }: { lio: string; month: StaffHome["month"] }) {
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
    </section>
  )
}
