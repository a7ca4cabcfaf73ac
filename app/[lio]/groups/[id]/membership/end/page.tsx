import { type PageProps, visit } from "@/app/_http/visit"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { periodInWords } from "@/lib/membership-status/words"
import { say } from "@/lib/words"
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
    <Frame {...frame} title={say("End the membership of {group}", { group: group.name })} at="groups">
      <BackLink href={back}>{group.name}</BackLink>
      <h1>{say("End the membership of {group}", { group: group.name })}</h1>
      <p>
        {say("{typeName}, {period}. The group stays on your list and in your history.", {
          typeName: period.typeName,
          period: periodInWords(period),
        })}
      </p>
      <Form
        action={endMembershipForm}
        lio={lio}
        submit={say("End the membership")}
        kind="danger"
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="groupId" value={group.id} />
        <input type="hidden" name="id" value={period.id} />
        <DateFields name="cancelledOn" legend={say("From which day?")} quick />
        <TextArea
          name="reason"
          label={say("Why does it end?")}
          hint={say("The group can read this.")}
          rows={2}
        />
      </Form>
    </Frame>
  )
}
