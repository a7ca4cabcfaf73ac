import { type PageProps, visit } from "@/app/_http/visit"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { getGuide } from "@/lib/guides/reading/queries"
import { mayWriteToGroups } from "@/lib/mailings/policy"
import { say } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { GroupPicker } from "../../../../_parts/group-picker"
import { NoMailYet } from "../../../../_parts/no-mail-yet"
import { sendGuideForm } from "../../actions"

/** Sends a guide to a group, or to several. */
export default async function SendGuide(props: PageProps) {
  const [frame, guide] = await visit(props, (ctx, _, { slug = "" }) => {
    ensure(mayWriteToGroups(ctx.actor), say("Only workers and managers can write to groups."))
    return getGuide(ctx, slug)
  })
  const lio = frame.lio.slug
  const here = `/${lio}/guides/manage/${guide.slug}`
  const title = say("Send “{title}” to a group", { title: guide.title })
  return (
    <Frame {...frame} title={title} at="guides/manage">
      <BackLink href={here}>{guide.title}</BackLink>
      <h1>{title}</h1>
      <NoMailYet />
      <Form
        action={sendGuideForm}
        lio={lio}
        submit={say("Send it")}
        secondary={<a href={here}>{say("Cancel")}</a>}
        className="max-w-2xl"
      >
        <input type="hidden" name="slug" value={guide.slug} />
        <GroupPicker lio={lio} chosen={[]} next="words" />
        <TextArea
          name="words"
          label={say("Your message")}
          hint={say("They’ll get your message, what the guide is for, and a link to it.")}
          rows={5}
          optional
        />
      </Form>
    </Frame>
  )
}
