import { DateFields } from "@/app/_ui/date-field"
import { Disclosure } from "@/app/_ui/disclosure"
import { Form } from "@/app/_ui/form"
import { plural } from "@/lib/words"
import { setLastDayForm } from "../actions"

/** For a list of members that was brought in without dates: one answer for all. */
export const LastDay = ({ lio, count }: { lio: string; count: number }) => (
  <>
    <p>
      These came from a list that says who is a member, and not until when. Trellis asks nobody to renew until
      a last day is known.
    </p>
    <Disclosure summary={`Give all ${plural(count, "membership")} the same last day`}>
      <Form action={setLastDayForm} lio={lio} id="last-day" submit="Give them this last day" kind="secondary">
        <DateFields name="endsOn" legend="Last day" hint="For example, 31 3 2027" />
      </Form>
    </Disclosure>
  </>
)
