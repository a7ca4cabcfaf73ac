import { type PageProps, visit } from "@/app/_http/visit"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayWriteToGroups } from "@/lib/mailings/policy"
import { getOffered } from "@/lib/resources/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { GroupPicker } from "../../../_parts/group-picker"
import { NoMailYet } from "../../../_parts/no-mail-yet"
import { sendResourceForm } from "../../actions"

/** Sends a resource to a group, or to several. */
export default async function SendResource(props: PageProps) {
  const [frame, { resource }] = await visit(props, (ctx, _, { id = "" }) => {
    ensure(mayWriteToGroups(ctx.actor), say("Only workers and managers can write to groups."))
    return getOffered(ctx, id)
  })
  const lio = frame.lio.slug
  const here = `/${lio}/resources/${resource.id}`
  const title = say("Send “{title}” to a group", { title: resource.title })
  return (
    <Frame {...frame} title={title} at="resources">
      <BackLink href={here}>{resource.title}</BackLink>
      <h1>{title}</h1>
      <NoMailYet />
      <Form
        action={sendResourceForm}
        lio={lio}
        submit={say("Send it")}
        secondary={<a href={here}>{say("Cancel")}</a>}
        className="max-w-2xl"
      >
        <input type="hidden" name="id" value={resource.id} />
        <GroupPicker lio={lio} chosen={[]} next="words" />
        <TextArea
          name="words"
          label={say("Your message")}
          hint={say("They’ll get your message, what the resource is for, and a link to it.")}
          rows={5}
          optional
        />
      </Form>
    </Frame>
  )
}
