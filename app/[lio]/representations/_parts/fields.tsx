import { Select } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { say } from "@/lib/words"
import { NewBody } from "../../_parts/new-body"

type Named = { id: string; name: string }

/** What a representation says before its asks. */
export function RepresentationFields({
  bodies,
  consultations,
}: {
  bodies: Named[]
  consultations: { id: string; title: string }[]
}) {
  return (
    <>
      <TextField name="title" label={say("Title")} hint={say("What it is about, as the body will read it")} />
      <Select
        name="bodyId"
        label={say("Who is it to?")}
        options={bodies.map((body) => ({ value: body.id, label: body.name }))}
      />
      <NewBody />
      <TextField
        name="addressee"
        label={say("Who is it addressed to?")}
        hint={say("An officer, a member or a committee")}
        optional
      />
      <Select
        name="consultationId"
        label={say("Which consultation is it based on?")}
        empty={say("None")}
        options={consultations.map((one) => ({ value: one.id, label: one.title }))}
        optional
      />
      <TextArea name="introduction" label={say("Introduction")} rows={8} optional />
    </>
  )
}
