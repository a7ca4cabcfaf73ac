import { Select } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { FUNCTIONS } from "@/db/vocabulary"

/** What is said of a service. */
export const ServiceFields = () => (
  <>
    <TextField name="name" label="What is it called?" hint="Like “Help to start a group”" width="md" />
    <TextArea name="about" label="What is it?" rows={4} optional />
    <TextField name="forWhom" label="Who is it for?" optional />
    <TextArea
      name="cannot"
      label="What can it not do?"
      hint="Groups ask less in vain when they read it before."
      rows={3}
      optional
    />
    <TextArea name="how" label="How does a group ask for it?" rows={3} optional />
    <TextField name="cost" label="What does it cost?" hint="Leave it empty when it costs nothing." optional />
    <Select
      name="counts"
      label="Type of work"
      empty="Not said"
      optional
      options={Object.entries(FUNCTIONS).map(([value, label]) => ({ value, label }))}
    />
  </>
)
