import { Checkboxes } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { NATIONS } from "@/db/vocabulary"
import { say } from "@/lib/words"
import { BodyEditor } from "./body-editor"

/** What is written of a guide, with how it will look beside it. `html`: what stands in it now, as it will look. */
export function GuideFields({ lio, html }: { lio: string; html: string }) {
  return (
    <>
      <TextField
        name="title"
        label={say("Title")}
        hint={say("What people would look for: “Hire our rooms”")}
      />
      <TextArea
        name="summary"
        label={say("What somebody can do once they’ve read it")}
        hint={say("One plain sentence: “You will be able to book a room.”")}
        rows={2}
        most={300}
      />
      <Checkboxes
        name="nations"
        legend={say("Where does it apply?")}
        options={Object.entries(NATIONS).map(([value, label]) => ({ value, label }))}
        inline
      />
      <BodyEditor address={`/${lio}/guides/manage/preview`} html={html} />
      <TextField
        name="related"
        label={say("Guides that go with it")}
        hint={say("The last part of their addresses, with commas: start-a-group, open-a-bank-account")}
        optional
        spellCheck={false}
      />
    </>
  )
}
