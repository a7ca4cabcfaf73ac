import { Checkboxes, Radios, Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea, TextField } from "@/app/_ui/fields"
import { CPV_DIVISIONS, OPPORTUNITY_STANDS } from "@/db/vocabulary"
import { CLOSING_TIMES } from "@/lib/consultations/period"
import { say } from "@/lib/words"

const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** What is said of an opportunity that is added by hand. */
export function OpportunityFields({ areas }: { areas: { value: string; label: string }[] }) {
  return (
    <>
      <TextField name="title" label={say("What is it called?")} />
      <TextField
        name="buyer"
        label={say("Who wants it done?")}
        hint={say("For example, Fold Valley Council")}
      />
      <TextField name="buyerEmail" label={say("Their email address for questions")} type="email" optional />
      <TextArea name="description" label={say("What do they want?")} rows={8} optional />
      <TextField name="link" label={say("Where it can be read")} hint={say("A web address")} optional />
      <Radios
        name="stands"
        legend={say("Where does it stand?")}
        options={optionsOf(OPPORTUNITY_STANDS)}
        inline
      />
      <TextField
        name="valueMost"
        label={say("How much is it worth at most?")}
        hint={say("In pounds, for all its years together")}
        prefix="£"
        width="sm"
        optional
      />
      <DateFields name="closesOn" legend={say("Bids have to be in by")} optional />
      <Select
        name="closesTime"
        label={say("At what time?")}
        options={CLOSING_TIMES.map((time) => ({ value: time, label: time }))}
        empty={null}
      />
      <DateFields name="startsOn" legend={say("The contract starts on")} optional />
      <DateFields name="endsOn" legend={say("It ends on")} optional />
      <Radios
        name="vcse"
        legend={say("Does the buyer say that it suits voluntary groups?")}
        options={[
          { value: "yes", label: say("Yes") },
          { value: "no", label: say("No") },
          { value: "", label: say("Nothing is said") },
        ]}
        inline
      />
      <Select
        name="division"
        label={say("What is it about?")}
        options={optionsOf(CPV_DIVISIONS).sort((one, other) => (one.label < other.label ? -1 : 1))}
        optional
      />
      {areas.length > 0 ? (
        <Checkboxes name="areaIds" legend={say("Where is the work done?")} options={areas} optional />
      ) : null}
    </>
  )
}
