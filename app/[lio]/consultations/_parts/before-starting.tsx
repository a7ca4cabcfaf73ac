import type { ReactNode } from "react"
import { SummaryList } from "@/app/_ui/summary-list"
import type { Tongue } from "@/lib/consultations/languages/words"
import type { Consultation } from "@/lib/consultations/queries"
import { aboutLocks, aboutNames, aboutNumbers, aboutQuotes } from "@/lib/consultations/words"
import { formatLongDate, formatTime, say, sayCount } from "@/lib/words"
import { marking } from "./tongue"

type Props = {
  consultation: Pick<
    Consultation,
    | "title"
    | "about"
    | "body"
    | "minutes"
    | "closesAt"
    | "naming"
    | "partsBy"
    | "sourceAnswers"
    | "sourceUrl"
    | "sourceClosesOn"
    | "periodReason"
  >
  lio: string
  questions: number
  /** The language of its words, where that isn’t English. */
  tongue?: Tongue | null
  /** It stands below another title. */
  below?: boolean
  /** The way to start or to go on. */
  children?: ReactNode
}

/** What is said before starting: what it is about, how long it takes, until when, and who sees what. */
export function Before({ consultation, lio, questions, tongue, below, children }: Props) {
  const m = marking(tongue)
  const { title, about, body, minutes, closesAt, periodReason } = consultation
  const { sourceAnswers, sourceUrl, sourceClosesOn } = consultation
  const locks = aboutLocks(consultation)
  return (
    <>
      {below ? <h2>{m(title)}</h2> : <h1>{m(title)}</h1>}
      {about ? <p className="max-w-2xl whitespace-pre-line">{m(about)}</p> : null}
      <p className="max-w-2xl">
        <strong>
          {sayCount(
            questions,
            {
              one: "It takes about {minutes} minutes: {count} question.",
              other: "It takes about {minutes} minutes: {count} questions.",
            },
            { minutes },
          )}
        </strong>{" "}
        {closesAt
          ? say("Open until {closesAt} at {time}.", {
              closesAt: formatLongDate(closesAt),
              time: formatTime(closesAt),
            })
          : null}
      </p>
      <p className="max-w-2xl">{aboutNames(consultation, lio)}</p>
      {children}
      <h2>{say("Good to know")}</h2>
      <SummaryList
        items={[
          ...(body ? [{ label: say("Whose plans"), value: body }] : []),
          ...(sourceAnswers
            ? [
                {
                  label: say("Their consultation"),
                  value: (
                    <>
                      {sourceAnswers === "joint"
                        ? say("We’ll answer on everybody’s behalf, using what groups tell us.")
                        : say("You can also answer it yourselves. We’ll tell them what groups told us.")}{" "}
                      {sourceUrl ? <a href={sourceUrl}>{say("Read it")}</a> : null}
                    </>
                  ),
                },
                ...(sourceClosesOn
                  ? [{ label: say("Their closing date"), value: formatLongDate(sourceClosesOn) }]
                  : []),
              ]
            : []),
          ...(periodReason ? [{ label: say("Why less than 12 weeks"), value: periodReason }] : []),
          { label: say("Small numbers"), value: aboutNumbers(consultation) },
          ...(locks ? [{ label: say("Staying anonymous"), value: locks }] : []),
          {
            label: say("Your words"),
            value: locks
              ? say("We only quote them if you say we may when you send them. {named}", {
                  named: aboutQuotes(consultation),
                })
              : say(
                  "We quote them only if you say that we may, and you can take that back at any time. {named}",
                  { named: aboutQuotes(consultation) },
                ),
          },
          {
            label: say("Together"),
            value: say("The answer is your group’s. Several of you can write it. Its lead sends it."),
          },
        ]}
      />
    </>
  )
}
