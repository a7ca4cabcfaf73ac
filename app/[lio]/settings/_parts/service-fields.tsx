import { Select } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { FUNCTIONS } from "@/db/vocabulary"
import { say } from "@/lib/words"

/** What is said of a service. */
export const ServiceFields = () => (
  <>
    <TextField
      name="name"
      label={say("What is it called?")}
      hint={say("Like “Help to start a group”")}
      width="md"
    />
    <TextArea name="about" label={say("What is it?")} rows={4} optional />
    <TextField name="forWhom" label={say("Who is it for?")} optional />
    <TextArea
      name="cannot"
      label={say("What can it not do?")}
      hint={say("Groups ask less in vain when they read it before.")}
      rows={3}
      optional
    />
    <TextArea name="how" label={say("How does a group ask for it?")} rows={3} optional />
    <TextField
      name="cost"
      label={say("What does it cost?")}
      hint={say("Leave it empty when it costs nothing.")}
      optional
    />
    <Select
      name="counts"
      label={say("Type of work")}
      empty={say("Not said")}
      optional
      options={Object.entries(FUNCTIONS).map(([value, label]) => ({ value, label }))}
    />
  </>
)
