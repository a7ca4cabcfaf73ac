import type { ReactNode } from "react"
import { SummaryList } from "@/app/_ui/summary-list"
import type { Consultation } from "@/lib/consultations/queries"
import { aboutNumbers, aboutQuotes } from "@/lib/consultations/words"
import { formatLongDate, formatTime, say, sayCount } from "@/lib/words"

type Props = {
  consultation: Pick<Consultation, "title" | "about" | "body" | "minutes" | "closesAt" | "named" | "partsBy">
  lio: string
  questions: number
  /** Somebody has begun: the way on stands first. */
  begun?: boolean
  /** It stands below another title. */
  below?: boolean
  children?: ReactNode
}

/** What is said before starting: what it is about, how long it takes, until when, who sees what. */
export function Before({ consultation, lio, questions, begun, below, children }: Props) {
  const { title, about, body, minutes, closesAt, named } = consultation
  return (
    <>
      {below ? <h2>{title}</h2> : <h1>{title}</h1>}
      {about ? <p className="max-w-2xl whitespace-pre-line">{about}</p> : null}
      {begun ? children : null}
      <h2>{say("Before you start")}</h2>
      <SummaryList
        items={[
          {
            label: say("How long"),
            value: sayCount(
              questions,
              {
                one: "About {minutes} minutes, {count} question",
                other: "About {minutes} minutes, {count} questions",
              },
              { minutes },
            ),
          },
          {
            label: say("Open until"),
            value: closesAt
              ? say("{closesAt} at {time}", {
                  closesAt: formatLongDate(closesAt),
                  time: formatTime(closesAt),
                })
              : "",
          },
          ...(body ? [{ label: say("Whose plans"), value: body }] : []),
          {
            label: say("Who sees your answers"),
            value: say(
              "The staff of {lio} see what your group sends, with its name. Nobody sees what you have not sent. The other groups see numbers once it has closed.",
              { lio },
            ),
          },
          { label: say("Small numbers"), value: aboutNumbers(consultation) },
          {
            label: say("Your words"),
            value: say(
              "We quote them only if you say that we may, and you can take that back at any time. {named}",
              { named: aboutQuotes(named) },
            ),
          },
          {
            label: say("Together"),
            value: say("The answer is your group’s. Several of you can write it. Its lead sends it."),
          },
        ]}
      />
      {begun ? null : children}
    </>
  )
}
