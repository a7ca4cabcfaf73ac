import { Radios } from "@/app/_ui/choices"
import { Disclosure } from "@/app/_ui/disclosure"
import { TextField } from "@/app/_ui/fields"
import { AREA_KINDS } from "@/db/vocabulary"
import { say } from "@/lib/words/say"

/** What kind of area a typed one is. */
export function AreaKind() {
  return (
    <Radios
      name="newAreaKind"
      legend={say("What kind of area?")}
      value="neighbourhood"
      options={Object.entries(AREA_KINDS).map(([value, label]) => ({ value, label }))}
    />
  )
}

/** The name and kind of an area, without the fold. */
export function NewAreaFields() {
  return (
    <>
      <TextField
        name="newArea"
        label={say("Name of the area")}
        hint={say("It’s added to the areas you serve.")}
        width="md"
      />
      <AreaKind />
    </>
  )
}

/** Under a choice of areas: an area that the list lacks, which is added with whatever else is being saved. */
export function NewArea() {
  return (
    <Disclosure summary={say("It isn’t on the list")}>
      <NewAreaFields />
    </Disclosure>
  )
}
