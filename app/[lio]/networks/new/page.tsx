import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayKeepNetworks } from "@/lib/networks/policy"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { NetworkFields } from "../_parts/network-fields"
import { openNetworkForm } from "../actions"

/** Opens a network. */
export default async function NewNetwork(props: PageProps) {
  const [frame] = await visit(props, async (ctx) => ensure(mayKeepNetworks(ctx.actor)))
  const at = `/${frame.lio.slug}/networks`
  return (
    <Frame {...frame} title={say("Open a network")} at="networks">
      <BackLink href={at}>{say("Networks")}</BackLink>
      <h1>{say("Open a network")}</h1>
      <Form
        action={openNetworkForm}
        lio={frame.lio.slug}
        submit={say("Open it")}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <NetworkFields />
      </Form>
    </Frame>
  )
}
