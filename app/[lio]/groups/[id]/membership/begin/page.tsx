import { withDates } from "@/app/_http/form-data"
import { type PageProps, type Query, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { dayFrom } from "@/lib/days"
import { ensure } from "@/lib/errors"
import { getGroupHeader } from "@/lib/groups/queries"
import { feeInWords, lengthWithDays } from "@/lib/membership-status/words"
import { mayKeepMemberships } from "@/lib/memberships/policy"
import { listOpenTypes } from "@/lib/memberships/types/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { HowLong } from "../../../../memberships/_parts/how-long"
import { beginMembershipForm } from "../../../../memberships/actions"

/** What was chosen when somebody without scripts asked for the last day: it came back in the address. */
function chosenIn(query: Query, today: string) {
  const typed = Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      typeof value === "string" && /^(typeId|startsOn\.)/.test(name) ? [[name, value.slice(0, 100)]] : [],
    ),
  )
  return { said: typed, startsOn: dayFrom(String(withDates(typed, today).startsOn ?? "")) ?? today }
}

/** Begins a group's membership. */
export default async function BeginMembership(props: PageProps) {
  const [frame, { group, types, chosen, today }] = await visit(props, async (ctx, query, { id = "" }) => {
    const group = await getGroupHeader(ctx, id)
    ensure(mayKeepMemberships(ctx.actor), say("Only workers and managers can change a membership."))
    const types = await listOpenTypes(ctx)
    return { group, types, chosen: chosenIn(query, ctx.today), today: ctx.today }
  })
  const lio = frame.lio.slug
  const back = `/${lio}/groups/${group.id}/membership`
  return (
    <Frame {...frame} title={say("Begin a membership: {group}", { group: group.name })} at="groups">
      <BackLink href={back}>{group.name}</BackLink>
      <h1>{say("Begin a membership")}</h1>
      {types.length === 0 ? (
        <p>
          {say("There are no kinds of membership yet. A manager says in the settings what groups can join.")}
        </p>
      ) : (
        <Form
          action={beginMembershipForm}
          lio={lio}
          submit={say("Begin it")}
          values={{ typeId: types[0]?.id, ...chosen.said }}
          secondary={<a href={back}>{say("Cancel")}</a>}
        >
          <input type="hidden" name="groupId" value={group.id} />
          <Radios
            name="typeId"
            legend={say("Which membership?")}
            options={types.map((type) => ({
              value: type.id,
              label: type.name,
              hint: `${feeInWords(type.feePence, type)}. ${lengthWithDays(type, chosen.startsOn, today)}.`,
            }))}
          />
          <DateFields name="startsOn" legend={say("When does it begin?")} quick />
          <HowLong kinds={types} today={today} />
          <noscript>
            <p>
              <button
                type="submit"
                className="button button-secondary"
                formAction={`${back}/begin`}
                formMethod="get"
              >
                {say("Show the last day")}
              </button>
            </p>
          </noscript>
        </Form>
      )}
    </Frame>
  )
}
