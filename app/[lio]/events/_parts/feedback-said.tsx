import { BarChart } from "@/app/_ui/bar-chart"
import type { getFeedback } from "@/lib/events/feedback/queries"
import { percent, say, sayCount } from "@/lib/words"

type Props = { feedback: Awaited<ReturnType<typeof getFeedback>> }

const Said = ({ title, words }: { title: string; words: string[] }) =>
  words.length > 0 ? (
    <>
      <h3>{title}</h3>
      <ul className="max-w-3xl">
        {words.map((one) => (
          <li key={one} className="whitespace-pre-line">
            {one}
          </li>
        ))}
      </ul>
    </>
  ) : null

/** What those who came said of a date, without their names. */
export function FeedbackSaid({ feedback: { asked, answered, fewest, useful, changes, betters } }: Props) {
  const good = useful ? useful.slice(0, 2).reduce((sum, { count }) => sum + count, 0) : 0
  return (
    <section aria-labelledby="feedback">
      <h2 id="feedback">{say("Feedback")}</h2>
      <p>
        {sayCount(
          asked,
          {
            one: "{count} booking had a place. {answered} answered.",
            other: "{count} bookings had places. {answered} answered ({share}).",
          },
          { answered, share: percent(answered, asked) },
        )}{" "}
        {useful
          ? ""
          : say("You’ll see the answers once there are {fewest}, so that nobody can tell who said what.", {
              fewest,
            })}
      </p>
      {useful ? (
        <BarChart
          finding={say("{good} of {answered} found it useful or very useful.", { good, answered })}
          about={say("How useful it was")}
          series={[say("Answers")]}
          rowsAre={say("How useful")}
          rows={useful.map(({ label, count }) => ({ label, values: [count] }))}
        />
      ) : null}
      <Said title={say("What they’ll do differently")} words={changes} />
      <Said title={say("What could be better")} words={betters} />
    </section>
  )
}
