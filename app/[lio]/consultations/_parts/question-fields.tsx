import { Radios, Tick } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { RowFields } from "@/app/_ui/row-fields"
import { ShownWhen } from "@/app/_ui/shown-when"
import { CONSULTATION_QUESTIONS, QUESTION_KINDS } from "@/db/vocabulary"
import { LONGEST_STATEMENT, MOST_STATEMENTS, MOST_STEPS } from "@/lib/consultations/questions/input"
import { MOST_OPTIONS } from "@/lib/consultations/questions/kinds/input"
import { say } from "@/lib/words"

const LINE = [{ name: "line", label: say("Option") }]

/** The fields of a question to groups or to people, for a long form: what is asked besides follows from its kind. */
export function QuestionFields({ to = "groups" }: { to?: "groups" | "people" }) {
  return (
    <>
      <Radios
        name="kind"
        legend={say("What kind of answer?")}
        options={Object.entries(to === "groups" ? CONSULTATION_QUESTIONS : QUESTION_KINDS).map(
          ([value, label]) => ({ value, label }),
        )}
        inline
      />
      <TextField name="title" label={say("The question")} hint={say("One thing at a time, in plain words")} />
      <TextArea name="help" label={say("Help text")} rows={2} optional />
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
      <ShownWhen name="kind" is={["scale"]}>
        <ScaleFields />
      </ShownWhen>
      {to === "groups" ? (
        <ShownWhen name="kind" is={["statements"]}>
          <TextArea
            name="statements"
            label={say("Statements, one on each line")}
            hint={say(
              "For “Votes on statements”: 2 to {most}, up to {longest} characters each. Groups agree, disagree or pass, one statement at a time, and can propose statements of their own, which nobody else sees until you’ve looked at them. Say one thing in each, and say some that people will disagree with.",
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

function SectionFields() {
  return (
    <>
      <TextField
        name="section"
        label={say("Heading, if a section begins here")}
        hint={say("It stands above this question, and above it and those that follow on the check page.")}
        optional
      />
      <TextArea name="sectionWords" label={say("Words below the heading")} rows={2} optional />
    </>
  )
}

function LimitFields() {
  return (
    <>
      <TextField
        name="atLeast"
        label={say("Choose at least")}
        hint={say("For “Choose any”")}
        inputMode="numeric"
        width="xs"
        optional
      />
      <TextField
        name="atMost"
        label={say("Choose at most")}
        hint={say("For “Choose any”, and how many places there are to “Put in order”")}
        inputMode="numeric"
        width="xs"
        optional
      />
      <Tick
        name="lastAlone"
        label={say("The last option goes with no other")}
        hint={say("Whoever ticks it ticks nothing else. “None of these” goes with no other by itself.")}
      />
    </>
  )
}

function NumberFields() {
  return (
    <>
      <TextField
        name="unit"
        label={say("What is counted?")}
        hint={say("For a number: hours, people, £")}
        width="md"
        optional
      />
      <TextField name="least" label={say("The least")} inputMode="decimal" width="xs" optional />
      <TextField name="most" label={say("The most")} inputMode="decimal" width="xs" optional />
      <Tick name="decimals" label={say("With up to two decimals")} />
      <TextField
        name="bands"
        label={say("Bands")}
        hint={say(
          "3 to 5 numbers, the smallest first. 10, 50, 200 counts the groups that say under 10, 10 to 49, 50 to 199, and 200 or more. Where answers don’t carry the group’s name to the body, the bands are all that is shown, so they are needed before it opens.",
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
