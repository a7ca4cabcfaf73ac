import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayKeepPeople } from "@/lib/people/policy"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { PersonFields } from "../_parts/person-fields"
import { addPersonForm } from "../actions"

export default async function AddPerson(props: PageProps) {
  const [frame] = await visit(props, async (ctx) =>
    ensure(mayKeepPeople(ctx.actor), say("Only staff can add people.")),
  )
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("Add a person")} at="people">
      <BackLink href={`/${lio}/people`}>{say("People")}</BackLink>
      <h1>{say("Add a person")}</h1>
      <p>{say("Somebody who belongs to a group is added on the page of that group, under People.")}</p>
      <Form action={addPersonForm} lio={lio} submit={say("Add this person")}>
        <PersonFields address={{ changes: true }} notes />
      </Form>
    </Frame>
  )
}
