import { Checkboxes, Radios } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { say } from "@/lib/words"
import { GroupPicker } from "../../_parts/group-picker"

type Props = {
  lio: string
  chosen: { id: string | null; name: string }[]
  /** Who may work on it: people who work here, and those who work on it already. */
  people: { id: string; name: string }[]
  /** It is open to all staff so far, and has a history that stays so. */
  wasOpen?: boolean
}

/** What is said of a case: what about, with whom, what for, who works on it, and who may see it. */
export function CaseFields({ lio, chosen, people, wasOpen = false }: Props) {
  return (
    <>
      <TextField
        name="title"
        label={say("What is it about?")}
        hint={say("For example: Moving out of the church hall")}
      />
      <GroupPicker lio={lio} chosen={chosen} next="aim" />
      <TextArea name="aim" label={say("What does the group want to achieve?")} rows={3} optional />
      <Checkboxes
        name="personIds"
        legend={say("Who works on it?")}
        hint={say("They alone can write and read its confidential notes.")}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Radios
        name="confidential"
        legend={say("Who can see this case?")}
        options={[
          {
            value: "no",
            label: say("All staff"),
            hint: say("Confidential notes are still only for those who work on it."),
          },
          {
            value: "yes",
            label: say("Only the people who work on it"),
            hint: wasOpen
              ? say(
                  "Its tasks and files go with it. What stands in the history so far can still be read by all staff.",
                )
              : say(
                  "Nobody else finds it, in lists, in search or in the group’s history. Sessions stay visible to all staff.",
                ),
          },
        ]}
      />
    </>
  )
}
