import { DateFields } from "@/app/_ui/date-field"
import { Form } from "@/app/_ui/form"
import { say, sayCount } from "@/lib/words"
import { setLastDayForm } from "../actions"

/** For a list of members that was brought in without dates: one answer for all. */
export const LastDay = ({ lio, count }: { lio: string; count: number }) => (
  <>
    <p>
      {say(
        "These came from a list that says who is a member, and not until when. Trellis asks nobody to renew until a last day is known.",
      )}
    </p>
    <Form
      fold={sayCount(count, {
        one: "Give all {count} membership the same last day",
        other: "Give all {count} memberships the same last day",
      })}
      action={setLastDayForm}
      lio={lio}
      id="last-day"
      submit={say("Give them this last day")}
      kind="secondary"
    >
      <DateFields name="endsOn" legend={say("Last day")} hint={say("For example, 31 3 2027")} />
    </Form>
  </>
)
