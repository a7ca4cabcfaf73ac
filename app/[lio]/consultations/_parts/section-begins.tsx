import type { Question } from "@/lib/consultations/queries"

type Props = {
  question: Pick<Question, "setting">
  /** It stands above one question alone, whose words are the page’s heading. */
  alone?: boolean
}

/** The heading and the words of a section, above the question with which it begins. */
export function SectionBegins({ question, alone = false }: Props) {
  const { section } = question.setting
  if (!section) return null
  return (
    <>
      {alone ? (
        <p className="m-0 font-serif text-xl font-bold">{section.heading}</p>
      ) : (
        <h2>{section.heading}</h2>
      )}
      {section.words ? <p className="max-w-2xl whitespace-pre-line">{section.words}</p> : null}
    </>
  )
}
