import type { Tongue } from "@/lib/consultations/languages/words"
import type { Question } from "@/lib/consultations/queries"
import { marking } from "./tongue"

type Props = {
  question: Pick<Question, "setting">
  tongue?: Tongue | null
  /** It stands above one question alone, whose words are the page’s heading. */
  alone?: boolean
}

/** The heading and the words of a section, above the question with which it begins. */
export function SectionBegins({ question, tongue, alone = false }: Props) {
  const m = marking(tongue)
  const { section } = question.setting
  if (!section) return null
  return (
    <>
      {alone ? (
        <p className="m-0 font-serif text-xl font-bold">{m(section.heading)}</p>
      ) : (
        <h2>{m(section.heading)}</h2>
      )}
      {section.words ? <p className="max-w-2xl whitespace-pre-line">{m(section.words)}</p> : null}
    </>
  )
}
