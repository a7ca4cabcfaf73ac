import { type PageProps, visit } from "@/app/_http/visit"
import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { poundsTyped } from "@/lib/membership-status/words"
import { say } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { changeMembershipForm } from "../../../../memberships/actions"
import { readPeriod } from "../_parts/period"

/** Puts one period of a group's membership right. */
export default async function ChangeMembership(props: PageProps) {
  const [frame, { group, period }] = await visit(props, (ctx, query, { id = "" }) =>
    readPeriod(ctx, query, id),
  )
  const lio = frame.lio.slug
  const back = `/${lio}/groups/${group.id}/membership`
  return (
    <Frame {...frame} title={say("Dates and fee: {group}", { group: group.name })} at="groups">
      <BackLink href={back}>{group.name}</BackLink>
      <h1>{say("Dates and fee")}</h1>
      <p>
        {period.typeName}, {group.name}.
      </p>
      <Form
        action={changeMembershipForm}
        lio={lio}
        values={{
          startsOn: period.startsOn,
          endsOn: period.endsOn,
          fee: poundsTyped(period.feePence),
          paidOn: period.paidOn,
        }}
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="groupId" value={group.id} />
        <input type="hidden" name="id" value={period.id} />
        <DateFields
          name="startsOn"
          legend={say("First day")}
          hint={say("Leave it empty when nobody knows.")}
          optional
        />
        <DateFields
          name="endsOn"
          legend={say("Last day")}
          hint={say("Leave it empty if you don’t know it, or if the membership has no end date.")}
          optional
        />
        <TextField
          name="fee"
          label={say("Fee for this period")}
          prefix="£"
          inputMode="decimal"
          width="sm"
          optional
        />
        <DateFields name="paidOn" legend={say("Paid on")} optional />
      </Form>
    </Frame>
  )
}
