import { Checkboxes, Radios, Select, Tick } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea, TextField } from "@/app/_ui/fields"
import { RULES_ASKED } from "@/db/vocabulary"
import { say } from "@/lib/words"

type Props = { seats: { id: string; title: string }[]; networks: { id: string; name: string }[] }

/** The days of an election. */
export const DayFields = () => (
  <>
    <DateFields name="nominationsUntil" legend={say("Last day for nominations")} hint={say("Until 5pm")} />
    <DateFields
      name="votingFrom"
      legend={say("Voting opens on")}
      hint={say("From 9am, if all nominations are checked by then")}
    />
    <DateFields name="votingUntil" legend={say("Voting closes on")} hint={say("At 5pm")} />
  </>
)

/** What staff say of a vote about seats. */
export const ElectionFields = ({ seats, networks }: Props) => (
  <>
    <TextField name="title" label={say("What groups decide")} width="md" />
    <Checkboxes
      name="seatIds"
      legend={say("Which seats?")}
      options={seats.map(({ id, title }) => ({ value: id, label: title }))}
    />
    <Select
      name="networkId"
      label={say("Which groups choose?")}
      empty={say("All member groups")}
      options={networks.map(({ id, name }) => ({
        value: id,
        label: say("Groups of {network}", { network: name }),
      }))}
      hint={say("Only groups whose membership is in good standing.")}
    />
    <TextField
      name="memberMonths"
      label={say("They must have been members for so many months")}
      inputMode="numeric"
      width="xs"
      optional
    />
    <TextArea
      name="whoMayStand"
      label={say("Who may stand?")}
      hint={say("For example: people who work with older people. You check this for each nomination.")}
      optional
    />
    <TextField
      name="endorsements"
      label={say("How many other groups must endorse each nomination?")}
      inputMode="numeric"
      width="xs"
    />
    <Tick name="networkEndorses" label={say("A network must endorse it, too")} />
    <Radios
      name="ruleAsked"
      legend={say("How do groups vote?")}
      hint={say(
        "In order of preference means: with two for one seat the most votes win, with more an instant run-off, and for several seats the single transferable vote.",
      )}
      options={Object.entries(RULES_ASKED).map(([value, label]) => ({ value, label }))}
    />
    <DayFields />
    <DateFields
      name="rollOn"
      legend={say("The roll is fixed on")}
      hint={say("Groups in good standing on that day vote. Leave it empty for the last day for nominations.")}
      optional
    />
    <DateFields
      name="startsOn"
      legend={say("First day of the term")}
      hint={say("Leave it empty for the day after the count.")}
      optional
    />
  </>
)
