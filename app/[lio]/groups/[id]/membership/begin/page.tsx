import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { getGroupHeader } from "@/lib/groups/queries"
import { periodFrom } from "@/lib/memberships/period"
import { mayKeepMemberships } from "@/lib/memberships/policy"
import { listOpenTypes } from "@/lib/memberships/types/queries"
import { feeInWords, lengthInWords } from "@/lib/memberships/words"
import { formatDate } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { beginMembershipForm } from "../../../../memberships/actions"

/** Begins a group's membership. */
export default async function BeginMembership(props: PageProps) {
  const [frame, { group, types, lastDays }] = await visit(props, async (ctx, _query, { id = "" }) => {
    const group = await getGroupHeader(ctx, id)
    ensure(mayKeepMemberships(ctx.actor), "Only workers and managers can change a membership.")
    const types = await listOpenTypes(ctx)
    const lastDays = Object.fromEntries(types.map((type) => [type.id, periodFrom(type, ctx.today).endsOn]))
    return { group, types, lastDays }
  })
  const lio = frame.lio.slug
  const back = `/${lio}/groups/${group.id}/membership`
  return (
    <Frame {...frame} title={`Begin a membership: ${group.name}`} at="groups">
      <BackLink href={back}>{group.name}</BackLink>
      <h1>Begin a membership</h1>
      {types.length === 0 ? (
        <p>There are no kinds of membership yet. A manager says in the settings what groups can join.</p>
      ) : (
        <Form
          action={beginMembershipForm}
          lio={lio}
          submit="Begin it"
          values={{ typeId: types[0]?.id }}
          secondary={<a href={back}>Cancel</a>}
        >
          <input type="hidden" name="groupId" value={group.id} />
          <Radios
            name="typeId"
            legend="Which membership?"
            options={types.map((type) => ({
              value: type.id,
              label: type.name,
              hint: `${feeInWords(type.feePence, type)}. ${lengthInWords(type)}${lastDays[type.id] ? `: from today until ${formatDate(lastDays[type.id] ?? "")}` : ""}.`,
            }))}
          />
          <DateFields name="startsOn" legend="When does it begin?" quick />
        </Form>
      )}
    </Frame>
  )
}
