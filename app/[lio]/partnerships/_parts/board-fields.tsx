import { Checkboxes } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { say } from "@/lib/words"
import { NewBody } from "../../_parts/new-body"

type Named = { id: string; name: string }
type Choices = { bodies: Named[]; networks: Named[]; themes: Named[] }

const listed = (rows: Named[]) => rows.map(({ id, name }) => ({ value: id, label: name }))

/** What a board says of itself. */
export function BoardFields({ choices }: { choices: Choices }) {
  return (
    <>
      <TextField name="name" label={say("Name of the board or partnership")} />
      {choices.bodies.length > 0 ? (
        <Checkboxes
          name="bodyIds"
          legend={say("Which public bodies does it belong to?")}
          hint={say("The brief gathers what groups have asked of them.")}
          options={listed(choices.bodies)}
          optional
        />
      ) : null}
      <NewBody />
      <TextArea name="purpose" label={say("What is it for?")} rows={3} optional />
      <TextArea
        name="terms"
        label={say("Terms of reference")}
        hint={say("What it can decide and how it works. You can add the document itself as a paper.")}
        rows={6}
        optional
      />
      <TextField name="website" label={say("Its web page")} width="md" optional />
      <TextArea
        name="contact"
        label={say("Who runs it?")}
        hint={say(
          "The officer who sends the papers, with phone and email. Only staff and representatives see this.",
        )}
        rows={2}
        optional
      />
      {choices.networks.length > 0 ? (
        <Checkboxes
          name="networkIds"
          legend={say("Which networks should be asked what to raise?")}
          hint={say("Their groups also read the report afterwards.")}
          options={listed(choices.networks)}
          optional
        />
      ) : null}
      {choices.themes.length > 0 ? (
        <Checkboxes name="themeIds" legend={say("Themes")} options={listed(choices.themes)} optional />
      ) : null}
    </>
  )
}
