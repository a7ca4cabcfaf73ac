import { type PageProps, visit } from "@/app/_http/visit"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayKeepNetworks } from "@/lib/networks/policy"
import { getNetwork } from "@/lib/networks/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { NetworkFields } from "../../_parts/network-fields"
import { changeNetworkForm, turnNetworkForm } from "../../actions"

/** Says a network better, closes it, or opens it again. */
export default async function EditNetwork(props: PageProps) {
  const [frame, network] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayKeepNetworks(ctx.actor))
    return getNetwork(ctx, id)
  })
  const lio = frame.lio.slug
  const at = `/${lio}/networks/${network.id}`
  return (
    <Frame {...frame} title={say("Change: {network}", { network: network.name })} at="networks">
      <BackLink href={at}>{network.name}</BackLink>
      <h1>{say("Change this network")}</h1>
      <Form
        action={changeNetworkForm}
        lio={lio}
        values={{ name: network.name, about: network.about, version: network.version }}
        secondary={<a href={at}>{say("Cancel")}</a>}
        id="change"
      >
        <input type="hidden" name="id" value={network.id} />
        <HiddenField name="version" />
        <NetworkFields byRequest={network.byRequest} />
      </Form>
      <h2>{network.closedAt ? say("Open it again") : say("Close it")}</h2>
      <p>
        {network.closedAt
          ? say("Groups can then talk in it as before.")
          : say("It can then be read, and nothing more is said in it. You can open it again.")}
      </p>
      <Form
        action={turnNetworkForm}
        lio={lio}
        submit={network.closedAt ? say("Open this network again") : say("Close this network")}
        kind={network.closedAt ? "secondary" : "danger"}
        id="turn"
      >
        <input type="hidden" name="id" value={network.id} />
        <input type="hidden" name="to" value={network.closedAt ? "open" : "closed"} />
      </Form>
    </Frame>
  )
}
