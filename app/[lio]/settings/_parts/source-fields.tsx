import { Checkboxes, Select } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { AREA_KINDS, SOURCE_KINDS, SPECIALISMS } from "@/db/vocabulary"
import { say } from "@/lib/words"

type Area = { kind: keyof typeof AREA_KINDS; code: string | null; name: string }
type Option = { value: string; label: string }

/** The areas of the LIO that have a code, to tick: only by its code is an area the same for everybody. */
export const areaOptions = (areas: Area[]): Option[] =>
  areas.flatMap(({ kind, code, name }) =>
    code ? [{ value: code, label: `${name} (${AREA_KINDS[kind].toLowerCase()})` }] : [],
  )

/** What is said of another source of support. */
export const SourceFields = ({ areas }: { areas: Option[] }) => (
  <>
    <TextField name="name" label={say("What is it called?")} width="md" />
    <Select
      name="kind"
      label={say("What kind of organisation is it?")}
      options={Object.entries(SOURCE_KINDS).map(([value, label]) => ({ value, label }))}
    />
    <Select
      name="specialism"
      label={say("Which groups is it for?")}
      hint={say("Groups like these see it higher up")}
      empty={say("Any group")}
      optional
      options={Object.entries(SPECIALISMS).map(([value, label]) => ({ value, label }))}
    />
    {areas.length > 0 ? (
      <Checkboxes
        name="areaCodes"
        legend={say("Where does it work?")}
        hint={say("Tick none if it works wherever you do")}
        options={areas}
        optional
      />
    ) : null}
    <TextArea name="can" label={say("What can it do for groups?")} rows={3} optional />
    <TextArea name="cannot" label={say("What can’t it do?")} rows={3} optional />
    <TextField name="phone" label={say("Phone number")} type="tel" width="md" optional />
    <TextField name="email" label={say("Email address")} type="email" width="md" optional />
    <TextField name="website" label={say("Website")} type="url" width="md" optional />
    <TextArea name="openingTimes" label={say("Opening times")} rows={3} optional />
  </>
)
