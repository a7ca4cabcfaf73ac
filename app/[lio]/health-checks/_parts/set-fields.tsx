import { TextField } from "@/app/_ui/fields"
import { RowFields } from "@/app/_ui/row-fields"
import { rowValues } from "@/app/_ui/rows"
import type { HelpToChoose } from "@/lib/health-checks/helping/queries"
import { MOST_QUESTIONS } from "@/lib/health-checks/sets/input"
import type { SetQuestion } from "@/lib/health-checks/sets/words"
import { say } from "@/lib/words"

/** The questions of a set as the rows of its form. */
export const questionValues = (questions: SetQuestion[]) =>
  rowValues(
    "questions",
    questions.map(({ question, hint, guide, resourceId, themeId, offersSession }) => ({
      ...{ question, hint: hint ?? "", guide: guide ?? "", resourceId: resourceId ?? "" },
      ...{ themeId: themeId ?? "", offersSession: offersSession ? "yes" : "" },
    })),
    { question: "", hint: "", guide: "", resourceId: "", themeId: "", offersSession: "" },
  )

/** What is said of a set: its name and its questions, each with what helps where the answer is weak. */
export function SetFields({ guides, resources, themes }: HelpToChoose) {
  return (
    <>
      <TextField name="name" label={say("Name")} />
      <RowFields
        name="questions"
        legend={say("Questions")}
        hint={say(
          "Ask so that “Yes, in place” is the good answer. What you choose below a question is offered to a group whose answer is weak. Up to 20 in a set.",
        )}
        one={say("question")}
        parts={[
          { name: "question", label: say("Question") },
          { name: "hint", label: say("What helps to answer it (optional)") },
          {
            name: "guide",
            label: say("Guide (optional)"),
            options: guides,
          },
          ...(resources.length > 0
            ? [{ name: "resourceId", label: say("Resource (optional)"), options: resources }]
            : []),
          ...(themes.length > 0
            ? [{ name: "themeId", label: say("Next events about (optional)"), options: themes }]
            : []),
          {
            name: "offersSession",
            label: say("Can they ask you for a session?"),
            options: [{ value: "yes", label: say("Yes") }],
          },
        ]}
        most={MOST_QUESTIONS}
      />
    </>
  )
}
