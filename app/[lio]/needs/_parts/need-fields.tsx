import { Checkboxes, Radios } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { EVIDENCE_STRENGTHS } from "@/db/vocabulary"
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
      <TextField
        name="affected"
        label={say("Who is affected?")}
        hint={say("For example: older people in Thornclough without a car, about 200")}
        optional
      />
      <Checkboxes
        name="areaIds"
        legend={say("Where?")}
        hint={say("Leave all of them unticked for the whole district.")}
        options={choices.areas.map((area) => ({ value: area.id, label: area.name }))}
        optional
      />
      <NewArea />
      <Radios
        name="strength"
        legend={say("How strong is the evidence?")}
        options={Object.entries(EVIDENCE_STRENGTHS).map(([value, label]) => ({ value, label }))}
        optional
      />
      <TextArea name="strengthWhy" label={say("Why do you think so?")} rows={2} optional />
      <Checkboxes
        name="themeIds"
        legend={say("Themes")}
        options={choices.themes.map((theme) => ({ value: theme.id, label: theme.name }))}
        optional
      />
    </>
  )
}
