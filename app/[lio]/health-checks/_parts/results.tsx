import type { ReactNode } from "react"
import { Static } from "@/app/_ui/static"
import { Tag, type Tone } from "@/app/_ui/tag"
import { HEALTH_ANSWERS } from "@/db/vocabulary"
import type { Helps } from "@/lib/health-checks/helping/queries"
import type { HealthCheck } from "@/lib/health-checks/queries"
import { bySet, type HealthAnswer, isWeak } from "@/lib/health-checks/words"
import { formatDate, say } from "@/lib/words"
import { AnsweredBefore } from "./answered-before"
import { WhatHelps } from "./what-helps"

const TONES: Partial<Record<HealthAnswer, Tone>> = {
  in_place: "good",
  partly: "wait",
  not_yet: "problem",
  unsure: "note",
}

type Props = {
  lio: string
  check: HealthCheck
  /** What helps with each question, by its id. */
  help: Record<string, Helps>
  /** Where something about a question is put on the plan; nowhere by those who only look. */
  planAt?: (questionId: string) => string
  /** For staff: the needs heard in a question, and where one is raised if its answer is weak. */
  needsAt?: (questionId: string, weak: boolean) => ReactNode
  /** Where a session about a question is asked for, by the group. */
  sessionAt?: (questionId: string) => string
}

/** How a group stands in each set, what has changed since its earlier check, and what helps where something is missing. */
export function Results({ lio, check, help, planAt, needsAt, sessionAt }: Props) {
  const before = new Map(bySet(check.earlier?.questions ?? []).map((set) => [set.key, set]))
  return (
    <Static>
      {bySet(check.questions).map((set) => {
        const earlier = before.get(set.key)
        const was = new Map(earlier?.questions.map(({ question, answer }) => [question, answer]))
        return (
          <section key={set.key} className="max-w-3xl">
            <h2>{set.name}</h2>
            {set.score === null ? null : (
              <p>
                {earlier && earlier.score !== null && check.earlier
                  ? say("{score} of 100 points in place. On {day} it was {before}.", {
                      score: set.score,
                      before: earlier.score,
                      day: formatDate(check.earlier.handedInAt),
                    })
                  : say("{score} of 100 points in place. “Partly” counts half.", { score: set.score })}
              </p>
            )}
            <ul className="act-list">
              {set.questions.map(
                ({ id, question, answer, earlier: before, offersSession, sessionAskedAt }) => (
                  <li key={id} className="act-row">
                    <div className="act-words">
                      {question} {answer ? <Tag tone={TONES[answer]}>{HEALTH_ANSWERS[answer]}</Tag> : null}
                      <Before answer={answer} was={was.get(question)} />
                      <AnsweredBefore earlier={before} />
                      {isWeak(answer) ? (
                        <WhatHelps
                          {...{ lio, question }}
                          {...help[id]}
                          offersSession={offersSession}
                          sessionAskedAt={sessionAskedAt}
                          plan={planAt?.(id)}
                          session={sessionAt?.(id)}
                        />
                      ) : null}
                      {answer ? needsAt?.(id, isWeak(answer)) : null}
                    </div>
                  </li>
                ),
              )}
            </ul>
          </section>
        )
      })}
      <p className="max-w-3xl">
        <a href={`/${lio}/events`}>{say("See events and training")}</a>
      </p>
    </Static>
  )
}

function Before({ answer, was }: { answer: HealthAnswer | null; was?: HealthAnswer | null }) {
  if (!was || was === answer) return null
  return <p className="hint m-0">{say("Last time: {answer}", { answer: HEALTH_ANSWERS[was] })}</p>
}
