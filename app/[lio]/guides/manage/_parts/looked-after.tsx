import { Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { Form } from "@/app/_ui/form"
import type { StaffGuide } from "@/lib/guides/writing/overview/queries"
import { say } from "@/lib/words"
import { confirmGuideForm, giveGuideForm } from "../actions"

/** Who looks after a guide, and saying that it is still right. */
export function LookedAfter({ lio, guide }: { lio: string; guide: StaffGuide }) {
  const { slug, ownerId, colleagues, version } = guide
  const its = <input type="hidden" name="slug" value={slug} />
  return (
    <>
      {version === null ? null : (
        <Form
          fold={say("It’s still right")}
          action={confirmGuideForm}
          lio={lio}
          id="confirm"
          submit={say("Checked today, still right")}
          kind="secondary"
        >
          <p>
            {say(
              "Press this when somebody has read it again and nothing needs to change. Readers see the date.",
            )}
          </p>

          {its}
          <DateFields
            name="reviewOn"
            legend={say("When should it be checked again?")}
            hint={say("Leave it blank for a year from now.")}
            optional
          />
        </Form>
      )}
      <Form
        fold={say("Who looks after it")}
        action={giveGuideForm}
        lio={lio}
        id="owner"
        submit={say("Save")}
        kind="secondary"
        values={{ ownerId }}
      >
        {its}
        <Select
          name="ownerId"
          label={say("Looked after by")}
          hint={say(
            "They get a task when it’s time to check it again, and when a reader says what is missing.",
          )}
          options={colleagues.map(({ personId, name }) => ({ value: personId, label: name }))}
          empty={say("Nobody")}
        />
      </Form>
    </>
  )
}
