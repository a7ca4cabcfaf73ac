import { type PageProps, visit } from "@/app/_http/visit"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure, found } from "@/lib/errors"
import { mayWriteToGroups } from "@/lib/mailings/policy"
import { getMailing } from "@/lib/mailings/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { MailingFields } from "../../_parts/mailing-fields"
import { rewriteMailingForm } from "../../actions"

/** Says an email to groups better that has not gone yet. */
export default async function EditEmail(props: PageProps) {
  const [frame, { id, subject, words }] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayWriteToGroups(ctx.actor), say("Only workers and managers can write to groups."))
    const mailing = await getMailing(ctx, id)
    return found(mailing.sentAt ? null : mailing)
  })
  const lio = frame.lio.slug
  const here = `/${lio}/emails/${id}`
  return (
    <Frame {...frame} title={say("Edit the email")} at="emails">
      <BackLink href={here}>{say("Back to the email")}</BackLink>
      <h1>{say("Edit the email")}</h1>
      <Form
        action={rewriteMailingForm}
        lio={lio}
        submit={say("Save and check it")}
        values={{ subject, words }}
        secondary={<a href={here}>{say("Cancel")}</a>}
      >
        <HiddenField name="id" value={id} />
        <MailingFields />
      </Form>
    </Frame>
  )
}
