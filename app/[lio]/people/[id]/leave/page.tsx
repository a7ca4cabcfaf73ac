import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ROLES } from "@/db/vocabulary"
import { ensure, RuleBroken } from "@/lib/errors"
import { mayKeepPeople } from "@/lib/people/policy"
import { getPerson } from "@/lib/people/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { leavePersonForm } from "../../actions"

/** Before somebody is said to have left: what that ends. */
export default async function LeavePerson(props: PageProps) {
  const [frame, person] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayKeepPeople(ctx.actor), say("Only staff can say that somebody has left."))
    const person = await getPerson(ctx, id)
    if (person.leftAt) throw new RuleBroken(say("They have left already."))
    return person
  })
  const lio = frame.lio.slug
  const back = `/${lio}/people/${person.id}`
  const held = person.roles.filter((role) => role.held)
  return (
    <Frame {...frame} title={say("{person} has left", { person: person.name })} at="people">
      <BackLink href={back}>{person.name}</BackLink>
      <h1>{say("Has {person} left?", { person: person.name })}</h1>
      <p>{say("Use this if someone has moved away, has died or doesn’t want to hear from you any more.")}</p>
      {held.length > 0 ? (
        <>
          <p>{say("These roles end today:")}</p>
          <ul>
            {held.map((role) => (
              <li key={role.id}>
                {[
                  say("{group}: {role}", { group: role.group, role: role.title ?? ROLES[role.role] }),
                  ...(role.speaks ? [say("may speak for the group")] : []),
                  ...(role.main ? [say("main contact")] : []),
                ].join(", ")}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        {say(
          "They are signed out, and no email goes to them any more. What they said and did stays in the history.",
        )}
      </p>
      <Form
        action={leavePersonForm}
        lio={lio}
        submit={say("Yes, {person} has left", { person: person.name })}
        kind="danger"
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={person.id} />
      </Form>
    </Frame>
  )
}
