import { TextField } from "@/app/_ui/fields"
import { RowFields } from "@/app/_ui/row-fields"
import { rowValues } from "@/app/_ui/rows"
import { MOST_QUESTIONS } from "@/lib/health-checks/sets/input"
import type { SetQuestion } from "@/lib/health-checks/sets/words"
import { say } from "@/lib/words"

/** The questions of a set as the rows of its form. */
export const questionValues = (questions: SetQuestion[]) =>
  rowValues(
    "questions",
    questions.map(({ question, hint, guide }) => ({ question, hint: hint ?? "", guide: guide ?? "" })),
    { question: "", hint: "", guide: "" },
  )

/** What is said of a set: its name and its questions, each with a guide. */
export function SetFields({ guides }: { guides: { slug: string; title: string }[] }) {
  return (
    <>
      <TextField name="name" label={say("Name")} />
      <RowFields
        name="questions"
        legend={say("Questions")}
        hint={say("Ask so that “Yes, in place” is the good answer. Up to 20 in a set.")}
        one={say("question")}
        parts={[
          { name: "question", label: say("Question") },
          { name: "hint", label: say("What helps to answer it (optional)") },
          {
            name: "guide",
            label: say("Guide (optional)"),
            options: guides.map(({ slug, title }) => ({ value: slug, label: title })),
          },
        ]}
        most={MOST_QUESTIONS}
      />
    </>
  )
}
