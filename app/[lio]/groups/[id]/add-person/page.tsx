import { type PageProps, visit } from "@/app/_http/visit"
import { Radios, Select, Tick } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ROLES } from "@/db/vocabulary"
import { ensure } from "@/lib/errors"
import { mayDescribeGroup, mayKeepGroups } from "@/lib/groups/policy"
import { getGroupHeader } from "@/lib/groups/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { addPersonForm } from "../../actions"
import { SPEAKING } from "../_parts/role-card"

export default async function AddPersonToGroup(props: PageProps) {
  const [frame, { group, keeps }] = await visit(props, async (ctx, _query, { id = "" }) => {
    const group = await getGroupHeader(ctx, id)
    ensure(
      mayDescribeGroup(ctx.actor, id),
      say("Only a lead of the group or the staff can change its people."),
    )
    return { group, keeps: mayKeepGroups(ctx.actor) }
  })
  const lio = frame.lio.slug
  const back = `/${lio}/groups/${group.id}/people`
  return (
    <Frame {...frame} title={say("Add a person to {group}", { group: group.name })} at="groups">
      <BackLink href={back}>{group.name}</BackLink>
      <h1>{say("Add a person")}</h1>
      <Form
        action={addPersonForm}
        lio={lio}
        submit={say("Add this person")}
        values={{ speaks: "no" }}
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="groupId" value={group.id} />
        <TextField name="name" label={say("Name")} autoComplete="off" />
        <TextField
          name="email"
          label={say("Email")}
          type="email"
          autoComplete="off"
          hint={
            keeps
              ? say("If we know somebody with this address, they’re added and not entered twice.")
              : say("We’ll email them and ask. They’re listed once they say yes.")
          }
          optional
        />
        <TextField name="phone" label={say("Phone")} type="tel" width="sm" autoComplete="off" optional />
        <Select
          name="role"
          label={say("What are they in the group?")}
          options={Object.entries(ROLES).map(([value, label]) => ({ value, label }))}
        />
        <TextField
          name="title"
          label={say("Title")}
          hint={say("If the group calls it something else, like “Head coach”.")}
          optional
        />
        <DateFields name="startedOn" legend={say("Since when?")} optional />
        <Radios
          name="speaks"
          legend={say("What may they do here?")}
          hint={say("Anybody who may speak for the group needs an email address to sign in.")}
          options={SPEAKING}
        />
        <Tick name="main" label={say("This is the main contact")} />
      </Form>
    </Frame>
  )
}
