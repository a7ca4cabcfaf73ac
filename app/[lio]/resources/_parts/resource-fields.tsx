import { Checkboxes, Radios, Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea, TextField } from "@/app/_ui/fields"
import { RESOURCE_KINDS, RESOURCE_READERS } from "@/db/vocabulary"
import { say } from "@/lib/words"

type Option = { value: string; label: string }
type Props = { themes: Option[]; colleagues: Option[] }

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** What is said of a resource. */
export const ResourceFields = ({ themes, colleagues }: Props) => (
  <>
    <TextField
      name="title"
      label={say("Name of the resource")}
      hint={say("For example: Volunteer agreement template")}
    />
    <Select name="kind" label={say("What is it?")} options={options(RESOURCE_KINDS)} />
    <TextArea
      name="summary"
      label={say("What is it for?")}
      hint={say("A sentence or two that help a group decide whether it’s what they need")}
      rows={3}
      optional
    />
    <TextField
      name="link"
      label={say("Link")}
      hint={say("If it’s on a website. You can upload files once it’s saved.")}
      inputMode="url"
      optional
    />
    {themes.length > 0 ? (
      <Checkboxes name="termIds" legend={say("Themes")} options={themes} optional />
    ) : null}
    <Radios name="openTo" legend={say("Who can open it?")} options={options(RESOURCE_READERS)} />
    <Select
      name="ownerId"
      label={say("Who looks after it?")}
      hint={say("They get a task when it’s time to check it again")}
      empty={say("Nobody in particular")}
      options={colleagues}
      optional
    />
    <DateFields
      name="reviewOn"
      legend={say("Review due")}
      hint={say("Leave this empty for a year from now")}
      optional
    />
  </>
)
