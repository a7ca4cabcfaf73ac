import { type PageProps, visit } from "@/app/_http/visit"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { periodInWords } from "@/lib/membership-status/words"
import { Frame } from "../../../../_parts/frame"
import { endMembershipForm } from "../../../../memberships/actions"
import { readPeriod } from "../_parts/period"

/** Ends a group's membership before its time. */
export default async function EndMembership(props: PageProps) {
  const [frame, { group, period }] = await visit(props, (ctx, query, { id = "" }) =>
    readPeriod(ctx, query, id),
  )
  const lio = frame.lio.slug
  const back = `/${lio}/groups/${group.id}/membership`
  return (
    <Frame {...frame} title={`End the membership of ${group.name}`} at="groups">
      <BackLink href={back}>{group.name}</BackLink>
      <h1>End the membership of {group.name}</h1>
      <p>
        {period.typeName}, {periodInWords(period)}. The group stays on your list and in your history.
      </p>
      <Form
        action={endMembershipForm}
        lio={lio}
        submit="End the membership"
        kind="danger"
        secondary={<a href={back}>Cancel</a>}
      >
        <input type="hidden" name="groupId" value={group.id} />
        <input type="hidden" name="id" value={period.id} />
        <DateFields name="cancelledOn" legend="From which day?" quick />
        <TextArea name="reason" label="Why does it end?" hint="The group can read this." rows={2} />
      </Form>
    </Frame>
  )
}
