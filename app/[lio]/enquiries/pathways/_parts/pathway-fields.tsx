import { TextField } from "@/app/_ui/fields"
import { RowFields } from "@/app/_ui/row-fields"
import { rowValues } from "@/app/_ui/rows"
import { MOST_STEPS } from "@/lib/enquiries/pathways/input"
import type { PathwayStep } from "@/lib/enquiries/pathways/words"
import { say } from "@/lib/words"

/** The steps of a pathway as the rows of its form. */
export const stepValues = (steps: PathwayStep[]) =>
  rowValues(
    "steps",
    steps.map(({ title, about, guide }) => ({ title, about: about ?? "", guide: guide ?? "" })),
    { title: "", about: "", guide: "" },
  )

/** What is said of a pathway: its name and its steps, each with a guide. */
export function PathwayFields({ guides }: { guides: { slug: string; title: string }[] }) {
  return (
    <>
      <TextField name="name" label={say("Name")} />
      <RowFields
        name="steps"
        legend={say("Steps")}
        hint={say("In their usual order. They can be ticked off in any order.")}
        one={say("step")}
        parts={[
          { name: "title", label: say("What to do") },
          { name: "about", label: say("What it’s about (optional)") },
          {
            name: "guide",
            label: say("Guide (optional)"),
            options: guides.map(({ slug, title }) => ({ value: slug, label: title })),
          },
        ]}
        most={MOST_STEPS}
      />
    </>
  )
}
