import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayRunLio } from "@/lib/lios/policy"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { LEVEL_OPTIONS } from "../../_parts/levels"
import { inviteForm } from "../../actions"

/** Invites somebody to the staff. */
export default async function InviteStaff(props: PageProps) {
  const [frame] = await visit(props, async (ctx) =>
    ensure(mayRunLio(ctx.actor), say("Only a manager can invite staff.")),
  )
  const at = `/${frame.lio.slug}/settings/staff`
  return (
    <Frame {...frame} title={say("Invite somebody")} at="settings">
      <BackLink href={at}>{say("Staff")}</BackLink>
      <h1>{say("Invite somebody")}</h1>
      <Form
        action={inviteForm}
        lio={frame.lio.slug}
        submit={say("Invite")}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <TextField name="name" label={say("Their name")} autoComplete="off" />
        <TextField name="email" label={say("Their email address")} type="email" autoComplete="off" />
        <Radios name="level" legend={say("What may they do?")} options={LEVEL_OPTIONS} />
      </Form>
    </Frame>
  )
}
