import { Radios, Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea, TextField } from "@/app/_ui/fields"
import { ShownWhen } from "@/app/_ui/shown-when"
import { keys, NAMING, PARTS, SOURCE_ANSWERS } from "@/db/vocabulary"
import { SPLITS } from "@/lib/consultations/input"
import { CLOSING_TIMES } from "@/lib/consultations/period"
import { say } from "@/lib/words"
import { NewBody } from "../../_parts/new-body"

/** "17:00" as people say it. */
const SAID: Record<(typeof CLOSING_TIMES)[number], string> = {
  "09:00": "9am",
  "12:00": "midday",
  "17:00": "5pm",
  "20:00": "8pm",
  "23:59": say("the end of the day (11:59pm)"),
}
export const closingTimes = CLOSING_TIMES.map((value) => ({ value, label: SAID[value] }))

type Props = {
  bodies: { id: string; name: string }[]
  /** Left out where who to ask has a page of its own. */
  audiences?: { value: string; label: string; group: string }[]
}

/** What is planned: the subject, whom it asks, until when, and whether answers are named. */
export function PlanFields({ bodies, audiences }: Props) {
  return (
    <>
      <TextField
        name="title"
        label={say("What do you ask?")}
        hint={say("A short question in plain words. It is the subject of the emails.")}
      />
      <TextArea
        name="about"
        label={say("Why do you ask, and what will happen with the answers?")}
        hint={say("Two or three sentences. Groups read this before they start.")}
        optional
      />
      <Select
        name="bodyId"
        label={say("Whose plans is it about?")}
        options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        empty={say("Not about one organisation")}
        optional
      />
      <NewBody />
      <Select
        name="sourceAnswers"
        label={say("Are you passing on the body’s own consultation?")}
        options={keys(SOURCE_ANSWERS).map((value) => ({ value, label: SOURCE_ANSWERS[value] }))}
        empty={say("No, this one is ours")}
        optional
      />
      <ShownWhen name="sourceAnswers" is={keys(SOURCE_ANSWERS)}>
        <TextField
          name="sourceUrl"
          label={say("Where can groups read it?")}
          hint={say("The web address of their document or questions")}
          optional
        />
        <DateFields
          name="sourceClosesOn"
          legend={say("When does theirs close?")}
          optional
          hint={say(
            "Close yours at least a week before theirs, so you have time to put the answers together.",
          )}
        />
      </ShownWhen>
      {audiences ? (
        <Select name="audience" label={say("Who should we ask?")} options={audiences} empty={null} />
      ) : null}
      <DateFields
        name="closesOn"
        legend={say("When does it close?")}
        optional
        hint={say("Groups like 12 weeks. You can set this later. For example, 4 6 2027")}
      />
      <Select name="closesTime" label={say("At what time?")} options={closingTimes} empty={null} />
      <TextArea
        name="periodReason"
        label={say("If that’s less than 12 weeks from now: why?")}
        hint={say("Committees meet every month or two. Groups can read your reason.")}
        rows={2}
        optional
      />
      <TextField
        name="minutes"
        label={say("About how long does it take?")}
        inputMode="numeric"
        width="xs"
        suffix="minutes"
      />
      <Radios
        name="naming"
        legend={say("Are the answers named?")}
        hint={say(
          "Groups read this before they start, and are asked whether they may be quoted. It can’t be changed once it is open.",
        )}
        options={[
          {
            value: "body",
            label: NAMING.body,
            hint: say(
              "Quotes have the group’s name. Numbers are shown in full, also by size, area, theme and sector, however small.",
            ),
          },
          {
            value: "lio",
            label: NAMING.lio,
            hint: say(
              "You see who said what, but nobody else does. Quotes have no name. Numbers are only shown for five or more groups together.",
            ),
          },
          {
            value: "nobody",
            label: NAMING.nobody,
            hint: say(
              "You see who has answered, but never what they said. Answers are locked until it closes, then kept without names. You can’t enter answers from paper. If fewer than five groups answer a question, its answers are never shown. If the server’s secrets are lost while it’s open, answers can’t be restored from a backup.",
            ),
          },
        ]}
      />
      <ShownWhen name="naming" is={["lio", "nobody"]}>
        <Select
          name="partsBy"
          label={say("If they’re not named: how should the numbers be split?")}
          hint={say("One way, for every question. Parts with fewer than five answers are put together.")}
          options={SPLITS.map((value) => ({ value, label: PARTS[value] }))}
          empty={null}
        />
      </ShownWhen>
    </>
  )
}
