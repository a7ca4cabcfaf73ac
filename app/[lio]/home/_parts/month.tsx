import { BarChart } from "@/app/_ui/bar-chart"
import type { StaffHome } from "@/lib/home/queries"
import { formatMinutes, inWords, say, sayCount } from "@/lib/words"
import { sayRichCount } from "@/lib/words/rich"

type Functions = StaffHome["month"]["functions"]
const sum = (functions: Functions, what: "minutes" | "sessions") =>
  functions.reduce((total, one) => total + one[what], 0)

function findingOf(functions: Functions) {
  const most = [...functions].sort((one, other) => other.minutes - one.minutes)[0]
  const none = functions.filter((one) => one.sessions === 0).map((one) => one.label.toLowerCase())
  const first = say("Most time this month went into {most}", { most: most?.label.toLowerCase() ?? "" })
  return none.length > 0 ? say("{first}; none into {none}", { first, none: inWords(none) }) : first
}

type Props = { lio: string } & Pick<StaffHome, "month" | "quiet">

/** The work of this month by the five functions. */
export function Month({ lio, month, quiet: { quiet, members } }: Props) {
  const { functions, from } = month
  const minutes = sum(functions, "minutes")
  return (
    <section aria-labelledby="month">
      <h2 id="month">{say("This month")}</h2>
      {minutes === 0 ? (
        <p>{say("No sessions yet this month.")}</p>
      ) : (
        <BarChart
          finding={findingOf(functions)}
          about={sayRichCount(
            sum(functions, "sessions"),
            {
              one: "<link>{count} session</link>, {minutes}, by everybody here. A session with several groups counts once.",
              other:
                "<link>{count} sessions</link>, {minutes}, by everybody here. A session with several groups counts once.",
            },
            {
              link: (text) => <a href={`/${lio}/sessions?whose=team&from=${from}`}>{text}</a>,
              minutes: formatMinutes(minutes),
            },
          )}
          rows={functions.map((one) => ({
            label: one.label,
            values: [one.minutes],
            note: sayCount(one.sessions, { one: "{count} session", other: "{count} sessions" }),
          }))}
          series={[say("Time")]}
          format={formatMinutes}
          rowsAre={say("Function")}
        />
      )}
      {members > 0 ? (
        <p>
          {quiet > 0 ? (
            <a href={`/${lio}/groups?stage=member&quiet=6`}>
              {sayCount(
                members,
                {
                  one: "{quiet} of {count} member has had no call, visit or meeting recorded for 6 months",
                  other:
                    "{quiet} of {count} members have had no call, visit or meeting recorded for 6 months",
                },
                { quiet },
              )}
            </a>
          ) : (
            say("Every member has had a call, visit or meeting recorded in the last 6 months.")
          )}
        </p>
      ) : null}
    </section>
  )
}
