import { Disclosure } from "@/app/_ui/disclosure"
import { SummaryList } from "@/app/_ui/summary-list"
import type { Ours } from "@/lib/consultations/answering/own/queries"
import { shownIn } from "@/lib/consultations/answering/queries"
import type { Tongue } from "@/lib/consultations/languages/words"
import { notAsked, shownTo } from "@/lib/consultations/questions/showing/words"
import { formatMoment, say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { answerShown, wordsShown } from "../../../_parts/answer-shown"
import { marking } from "../../../_parts/tongue"

type Props = {
  ours: NonNullable<Ours>
  /** The language of its words, where that isn’t English. */
  tongue: Tongue | null
  /** The consultation. */
  at: { lio: string; id: string }
}

/** Each question with the words as they stand, who wrote them last, what of them was sent, and what stood there before. */
export function OurWords({ ours, tongue, at }: Props) {
  const m = marking(tongue)
  const { questions, answers, sent, unsent, earlier } = ours
  const changed = new Set(unsent.map(({ id }) => id))
  const shown = new Set(shownIn(ours))
  return (
    <SummaryList
      missing={say("Not provided")}
      items={questions.map((question) => {
        const draft = answers.get(question.id)
        const before = earlier.filter(({ questionId }) => questionId === question.id)
        const words = shown.has(question)
          ? answerShown(question, draft?.value, at, m)
          : m(notAsked(question, questions))
        return {
          label: question.title,
          shown: m(question.title),
          value: (
            <>
              <span className="whitespace-pre-line">{words || say("Not provided")}</span>
              {draft?.saver ? (
                <span className="hint m-0 block">
                  {draft.saver}, {formatMoment(draft.savedAt)}
                </span>
              ) : null}
              {sent && changed.has(question.id) ? (
                <span className="block">
                  {sayRich("<b>Not sent.</b> What was sent: {answer}", {
                    b: (text) => <strong>{text}</strong>,
                    answer: answerShown(question, sent.answers[question.id], at, m) || say("nothing"),
                  })}
                </span>
              ) : null}
              {before.length > 0 ? (
                <Disclosure
                  summary={
                    question.kind === "file"
                      ? sayCount(before.length, {
                          one: "{count} earlier file",
                          other: "{count} earlier files",
                        })
                      : sayCount(before.length, {
                          one: "{count} earlier wording",
                          other: "{count} earlier wordings",
                        })
                  }
                >
                  <ul>
                    {before.map((one) => (
                      <li key={one.revision}>
                        <span className="whitespace-pre-line">{wordsShown(question, one.value, m)}</span>
                        <span className="hint m-0 block">
                          {one.saver ? `${one.saver}, ` : ""}
                          {formatMoment(one.savedAt)}
                        </span>
                      </li>
                    ))}
                  </ul>
                </Disclosure>
              ) : null}
            </>
          ),
        }
      })}
    />
  )
}

/** Every version that was sent, with all it said. They stay as they were. */
export function Versions({ ours, tongue, at }: Props) {
  const m = marking(tongue)
  return (
    <section>
      <h2>{say("Versions sent")}</h2>
      {ours.versions.map((version) => (
        <Disclosure
          key={version.version}
          summary={say("Version {version}, {signedOffAt}, by {signedOffName}", {
            version: version.version,
            signedOffAt: formatMoment(version.signedOffAt),
            signedOffName: version.signedOffName,
          })}
        >
          <SummaryList
            missing={say("Not provided")}
            items={shownTo(ours.questions, (id) => version.answers[id]).map((question) => ({
              label: question.title,
              shown: m(question.title),
              value: answerShown(question, version.answers[question.id], at, m),
            }))}
          />
          <p className="hint break-all">
            {say("Fingerprint of this version (SHA-256): {digest}", { digest: version.digest })}
          </p>
        </Disclosure>
      ))}
    </section>
  )
}
