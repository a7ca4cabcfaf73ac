import { Radios, Tick } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { RowFields } from "@/app/_ui/row-fields"
import { ShownWhen } from "@/app/_ui/shown-when"
import { CONSULTATION_QUESTIONS, QUESTION_KINDS } from "@/db/vocabulary"
import { NO_FILES } from "@/lib/consultations/questions/files/input"
import { LONGEST_STATEMENT, MOST_STATEMENTS, MOST_STEPS } from "@/lib/consultations/questions/input"
import { MOST_OPTIONS } from "@/lib/consultations/questions/kinds/input"
import { type Hook, ONLY_NAMED, saidField } from "@/lib/consultations/questions/showing/input"
import { say, shortened } from "@/lib/words"

const LINE = [{ name: "line", label: say("Option") }]

type Props = {
  to?: "groups" | "people"
  /** Questions before this one on which it can hang; null where answers aren’t named, so that none can. */
  earlier?: readonly Hook[] | null
  /** Answers are named to nobody, so nobody is asked for a file. */
  anonymous?: boolean
}

/** The fields of a question to groups or to people, for a long form: what is asked besides follows from its kind. */
export function QuestionFields({ to = "groups", earlier = [], anonymous = false }: Props) {
  const kinds = Object.entries(to === "groups" ? CONSULTATION_QUESTIONS : QUESTION_KINDS)
  return (
    <>
      <Radios
        name="kind"
        legend={say("What kind of answer?")}
        hint={anonymous ? NO_FILES : undefined}
        options={kinds
          .filter(([value]) => !(anonymous && value === "file"))
          .map(([value, label]) => ({ value, label }))}
        inline
      />
      <TextField name="title" label={say("The question")} hint={say("One thing at a time, in plain words")} />
      <TextArea
        name="help"
        label={say("Help text")}
        hint={
          to === "groups" && !anonymous
            ? say("If you ask for a file, say which. For example, your latest accounts")
            : undefined
        }
        rows={2}
        optional
      />
      <ShownWhen name="kind" is={["single", "multiple", "ranking"]}>
        <RowFields
          name="options"
          legend={say("Options")}
          one="option"
          hint={say(
            "For “Choose one” and “Choose any”: at least 2 and up to {mostOptions}. “Not sure or prefer not to say” is added by itself. “None of these” goes with no other option; “Other, please say” asks for the words.",
            { mostOptions: MOST_OPTIONS },
          )}
          parts={LINE}
          most={MOST_OPTIONS}
        />
      </ShownWhen>
      {to === "groups" ? (
        <ShownWhen name="kind" is={["multiple", "ranking"]}>
          <LimitFields />
        </ShownWhen>
      ) : null}
      {to === "groups" ? (
        <ShownWhen name="kind" is={["matrix"]}>
          <TextArea
            name="things"
            label={say("Things to put on the scale, one on each line")}
            hint={say(
              "For “Several things on one scale”: 2 to {most}. Groups choose a point for each; six or fewer are quick to answer on a phone.",
              { most: MOST_OPTIONS },
            )}
            rows={5}
          />
        </ShownWhen>
      ) : null}
      <ShownWhen name="kind" is={["scale", "matrix"]}>
        <ScaleFields />
      </ShownWhen>
      {to === "groups" ? (
        <ShownWhen name="kind" is={["statements"]}>
          <TextArea
            name="statements"
            label={say("Statements, one on each line")}
            hint={say(
              "For “Votes on statements”: 2 to {most} statements of up to {longest} characters. Groups agree, disagree or pass on one at a time. They can also propose their own, which nobody else sees until you’ve checked them. Make one point in each, and include some that people will disagree with.",
              { most: MOST_STATEMENTS, longest: LONGEST_STATEMENT },
            )}
            rows={8}
          />
        </ShownWhen>
      ) : null}
      {to === "groups" ? (
        <ShownWhen name="kind" is={["number"]}>
          <NumberFields />
        </ShownWhen>
      ) : null}
      {to === "groups" ? <SectionFields /> : null}
      {to === "groups" ? <OnlyIfFields earlier={earlier} /> : null}
      <Tick
        name="required"
        label={to === "groups" ? say("Every group must answer this") : say("Everybody must answer this")}
        hint={say(
          "Only if you truly need it. “Not sure or prefer not to say” is an answer, too, where there are options.",
        )}
      />
    </>
  )
}

/** Who is asked: everybody, or those who gave one of some answers to an earlier question. */
function OnlyIfFields({ earlier }: { earlier: readonly Hook[] | null }) {
  if (!earlier) return <p className="hint max-w-2xl">{ONLY_NAMED}</p>
  if (earlier.length === 0) return null
  return (
    <RowFields
      name="onlyIf"
      legend={say("Ask only groups that gave this answer")}
      one="answer"
      hint={say("Choose answers to one earlier question. If you choose none, every group is asked.")}
      parts={[{ name: "said", label: say("Answer"), options: earlier.flatMap(answersTo) }]}
      optional
    />
  )
}

const answersTo = ({ id, number, title, options }: Hook) =>
  options.map((option) => ({
    value: saidField(id, option.id),
    label: say("{number}. {title}: {option}", { number, title: shortened(title, 60), option: option.label }),
  }))

function SectionFields() {
  return (
    <>
      <TextField
        name="section"
        label={say("Section heading, if a new section starts here")}
        hint={say(
          "It’s shown above this question. On the check page, it’s also above the questions that follow.",
        )}
        optional
      />
      <TextArea name="sectionWords" label={say("Text below the heading")} rows={2} optional />
    </>
  )
}

function LimitFields() {
  return (
    <>
      <TextField
        name="atLeast"
        label={say("Fewest they can choose")}
        hint={say("For “Choose any”")}
        inputMode="numeric"
        width="xs"
        optional
      />
      <TextField
        name="atMost"
        label={say("Most they can choose")}
        hint={say("For “Choose any”. For “Put in order”, how many places there are")}
        inputMode="numeric"
        width="xs"
        optional
      />
      <TextField
        name="alone"
        label={say("Options that can’t be chosen with any other")}
        hint={say(
          "For “Choose any”. Enter their numbers. For example, 4, 5. Groups that choose one of them can’t choose anything else. “None of these” already works like this.",
        )}
        width="xs"
        optional
      />
    </>
  )
}

function NumberFields() {
  return (
    <>
      <TextField
        name="unit"
        label={say("What are you counting?")}
        hint={say("For “Number”. For example, hours, people or £")}
        width="md"
        optional
      />
      <TextField name="least" label={say("Lowest allowed")} inputMode="decimal" width="xs" optional />
      <TextField name="most" label={say("Highest allowed")} inputMode="decimal" width="xs" optional />
      <Tick name="decimals" label={say("Allow up to two decimal places")} />
      <TextField
        name="bands"
        label={say("Bands")}
        hint={say(
          "Enter 3 to 5 numbers, smallest first. For example, 10, 50, 200 gives four bands: under 10, 10 to 49, 50 to 199, and 200 or more. If the body doesn’t see groups’ names, results only show how many groups are in each band, so you need to set bands before it opens.",
        )}
        width="md"
        optional
      />
    </>
  )
}

function ScaleFields() {
  return (
    <>
      <TextField
        name="steps"
        label={say("How many points?")}
        hint={say("For a scale: 2 to {mostSteps}", { mostSteps: MOST_STEPS })}
        inputMode="numeric"
        width="xs"
      />
      <TextField name="low" label={say("What does 1 mean?")} width="md" optional />
      <TextField name="high" label={say("What does the highest point mean?")} width="md" optional />
    </>
  )
}
