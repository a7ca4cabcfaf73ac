import type { Question } from "../../queries"

/** Questions that stand under one heading, each with its number; those before the first heading have none. */
type Section<Q> = { heading: string | null; questions: { question: Q; number: number }[] }

/** Questions in their order, put together by section. */
export function inSections<Q extends Pick<Question, "setting">>(questions: readonly Q[]): Section<Q>[] {
  const sections: Section<Q>[] = []
  for (const [at, question] of questions.entries()) {
    const one = { question, number: at + 1 }
    const heading = question.setting.section?.heading
    const last = sections.at(-1)
    if (heading || !last) sections.push({ heading: heading ?? null, questions: [one] })
    else last.questions.push(one)
  }
  return sections
}
