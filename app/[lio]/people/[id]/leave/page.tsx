import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ROLES } from "@/db/vocabulary"
import { ensure, RuleBroken } from "@/lib/errors"
import { mayKeepPeople } from "@/lib/people/policy"
import { getPerson } from "@/lib/people/queries"
import { Frame } from "../../../_parts/frame"
import { leavePersonForm } from "../../actions"

/** Before somebody is said to have left: what that ends. */
export default async function LeavePerson(props: PageProps) {
  const [frame, person] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayKeepPeople(ctx.actor), "Only staff can say that somebody has left.")
    const person = await getPerson(ctx, id)
    if (person.leftAt) throw new RuleBroken("They have left already.")
    return person
  })
  const lio = frame.lio.slug
  const back = `/${lio}/people/${person.id}`
  const held = person.roles.filter((role) => role.held)
  return (
    <Frame {...frame} title={`${person.name} has left`} at="people">
      <BackLink href={back}>{person.name}</BackLink>
      <h1>Has {person.name} left?</h1>
      <p>Use this if someone has moved away, has died or doesn’t want to hear from you any more.</p>
      {held.length > 0 ? (
        <>
          <p>These roles end today:</p>
          <ul>
            {held.map((role) => (
              <li key={role.id}>
                {role.group}: {role.title ?? ROLES[role.role]}
                {role.speaks ? ", may speak for the group" : ""}
                {role.main ? ", main contact" : ""}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        They are signed out, and no email goes to them any more. What they said and did stays in the history.
      </p>
      <Form
        action={leavePersonForm}
        lio={lio}
        submit={`Yes, ${person.name} has left`}
        kind="danger"
        secondary={<a href={back}>Cancel</a>}
      >
        <input type="hidden" name="id" value={person.id} />
      </Form>
    </Frame>
  )
}
