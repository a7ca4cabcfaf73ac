import { Select } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { NewArea } from "../../_parts/new-area"

type Choices = { areas: { id: string; name: string }[]; themes: { id: string; name: string }[] }

/** What a need says of itself. */
export function NeedFields({ choices }: { choices: Choices }) {
  return (
    <>
      <TextField name="title" label="What is needed?" hint="In one sentence, as people say it" />
      <TextArea
        name="about"
        label="More about it"
        hint="Who needs it, when, and what happens without it"
        optional
      />
      <Select
        name="areaId"
        label="Where?"
        empty="The whole district"
        options={choices.areas.map((area) => ({ value: area.id, label: area.name }))}
        optional
      />
      <NewArea />
      <Select
        name="themeId"
        label="Theme"
        empty="No theme"
        options={choices.themes.map((theme) => ({ value: theme.id, label: theme.name }))}
        optional
      />
    </>
  )
}
