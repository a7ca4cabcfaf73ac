import { type PageProps, visit } from "@/app/_http/visit"
import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { poundsTyped } from "@/lib/membership-status/words"
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
    <Frame {...frame} title={`Dates and fee: ${group.name}`} at="groups">
      <BackLink href={back}>{group.name}</BackLink>
      <h1>Dates and fee</h1>
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
        secondary={<a href={back}>Cancel</a>}
      >
        <input type="hidden" name="groupId" value={group.id} />
        <input type="hidden" name="id" value={period.id} />
        <DateFields name="startsOn" legend="First day" hint="Leave it empty when nobody knows." optional />
        <DateFields
          name="endsOn"
          legend="Last day"
          hint="Leave it empty when it is not known, or when it goes on until it is ended."
          optional
        />
        <TextField
          name="fee"
          label="Fee for this period"
          prefix="£"
          inputMode="decimal"
          width="sm"
          optional
        />
        <DateFields name="paidOn" legend="Paid on" optional />
      </Form>
    </Frame>
  )
}
