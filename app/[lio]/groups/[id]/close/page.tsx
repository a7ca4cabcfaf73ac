import { type PageProps, visit } from "@/app/_http/visit"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayKeepGroups } from "@/lib/groups/policy"
import { getGroup } from "@/lib/groups/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { Version } from "../../_parts/version"
import { closeGroupForm } from "../../actions"

export default async function CloseGroup(props: PageProps) {
  const [frame, group] = await visit(props, async (ctx, _query, { id = "" }) => {
    const group = await getGroup(ctx, id)
    ensure(mayKeepGroups(ctx.actor), say("Only staff who keep the list can close a group."))
    return group
  })
  const lio = frame.lio.slug
  const back = `/${lio}/groups/${group.id}/details`
  return (
    <Frame {...frame} title={say("Close {group}", { group: group.name })} at="groups">
      <BackLink href={back}>{group.name}</BackLink>
      <h1>{say("Close {group}", { group: group.name })}</h1>
      <p>
        {say(
          "A closed group stays in your history and in your reports. It leaves the lists of groups to contact.",
        )}
      </p>
      <Form
        action={closeGroupForm}
        lio={lio}
        values={{ version: group.version }}
        submit={say("Close this group")}
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={group.id} />
        <Version />
        <DateFields name="closedOn" legend={say("When did it close?")} quick />
        <TextArea name="closedReason" label={say("Why did it close?")} />
      </Form>
    </Frame>
  )
}
