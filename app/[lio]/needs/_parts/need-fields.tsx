import { Select } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { say } from "@/lib/words"
import { NewArea } from "../../_parts/new-area"

type Choices = { areas: { id: string; name: string }[]; themes: { id: string; name: string }[] }

/** What a need says of itself. */
export function NeedFields({ choices }: { choices: Choices }) {
  return (
    <>
      <TextField
        name="title"
        label={say("What is needed?")}
        hint={say("In one sentence, as people say it")}
      />
      <TextArea
        name="about"
        label={say("More about it")}
        hint={say("Who needs it, when, and what happens without it")}
        optional
      />
      <Select
        name="areaId"
        label={say("Where?")}
        empty={say("The whole district")}
        options={choices.areas.map((area) => ({ value: area.id, label: area.name }))}
        optional
      />
      <NewArea />
      <Select
        name="themeId"
        label={say("Theme")}
        empty={say("No theme")}
        options={choices.themes.map((theme) => ({ value: theme.id, label: theme.name }))}
        optional
      />
    </>
  )
}
