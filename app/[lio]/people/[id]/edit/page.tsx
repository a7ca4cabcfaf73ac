import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { personSeen } from "@/lib/people/input"
import { mayChangeAddress, mayChangePerson, maySeePeople } from "@/lib/people/policy"
import { getPerson } from "@/lib/people/queries"
import { asSeen } from "@/lib/seen"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { Seen } from "../../../_parts/seen"
import { PersonFields } from "../../_parts/person-fields"
import { changePersonForm } from "../../actions"

export default async function EditPerson(props: PageProps) {
  const [frame, { person, address, staff }] = await visit(props, async (ctx, _query, { id = "" }) => {
    const person = await getPerson(ctx, id)
    ensure(mayChangePerson(ctx.actor, person), say("You may not change this person. Ask the staff to do it."))
    return { person, address: mayChangeAddress(ctx.actor, person), staff: maySeePeople(ctx.actor) }
  })
  const lio = frame.lio.slug
  const back = `/${lio}/people/${person.id}`
  return (
    <Frame {...frame} title={say("Change {person}", { person: person.name })} at="people">
      <BackLink href={back}>{person.name}</BackLink>
      <h1>{say("Change {person}", { person: person.name })}</h1>
      <Form
        action={changePersonForm}
        lio={lio}
        values={{ ...personSeen(person), seen: asSeen(personSeen(person)) }}
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={person.id} />
        <Seen />
        <PersonFields
          address={address ? { changes: true } : { changes: false, email: person.email ?? "" }}
          notes={staff}
        />
      </Form>
    </Frame>
  )
}
