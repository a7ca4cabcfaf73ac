import { TextArea } from "@/app/_ui/fields"
import { MOST_OF_BOX } from "@/lib/partnerships/reports/input"
import type { Boxes } from "@/lib/partnerships/reports/queries"
import { say } from "@/lib/words"

/** The four boxes of a report: their names and what goes into each. */
const BOXES = {
  decided: {
    title: say("What was decided"),
    hint: say("What changes for groups and the people they work with. “Nothing” is an answer, too."),
  },
  said: { title: say("What I said"), hint: say("What you raised, and for whom.") },
  promised: {
    title: say("What they promised"),
    hint: say("Who promised what, and by when. Staff keep it, and ask what became of it."),
  },
  needed: { title: say("What I need from groups"), hint: say("Examples, figures, somebody to come along.") },
} as const
const KEYS = Object.keys(BOXES) as (keyof Boxes)[]

/** The four boxes as they are written. */
export const BoxFields = () =>
  KEYS.map((key) => (
    <TextArea
      key={key}
      name={key}
      label={BOXES[key].title}
      hint={BOXES[key].hint}
      rows={4}
      most={MOST_OF_BOX}
      optional
    />
  ))

/** The four boxes as they are read; those that are empty are left out. */
export const BoxesRead = ({ boxes }: { boxes: Boxes }) =>
  KEYS.filter((key) => boxes[key]).map((key) => (
    <section key={key}>
      <h2 className="mb-1 text-xl">{BOXES[key].title}</h2>
      <p className="max-w-3xl whitespace-pre-line">{boxes[key]}</p>
    </section>
  ))
