import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayKeepServices } from "@/lib/services/policy"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { ServiceFields } from "../../_parts/service-fields"
import { addServiceForm } from "../actions"

/** A new service. */
export default async function NewService(props: PageProps) {
  const [frame] = await visit(props, async (ctx) =>
    ensure(mayKeepServices(ctx.actor), say("Only a manager can change the services.")),
  )
  const at = `/${frame.lio.slug}/settings/services`
  return (
    <Frame {...frame} title={say("Add a service")} at="settings">
      <BackLink href={at}>{say("Services")}</BackLink>
      <h1>{say("Add a service")}</h1>
      <p>{say("Only staff see it until you publish it.")}</p>
      <Form
        action={addServiceForm}
        lio={frame.lio.slug}
        submit={say("Keep it")}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <ServiceFields />
      </Form>
    </Frame>
  )
}
