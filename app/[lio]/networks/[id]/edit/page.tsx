import Link from "next/link"
import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayKeepNetworks } from "@/lib/networks/policy"
import { getNetwork } from "@/lib/networks/queries"
import { Frame } from "../../../_parts/frame"
import { NetworkFields } from "../../_parts/network-fields"
import { changeNetworkForm, closeNetworkForm } from "../../actions"

/** Says a network better, or closes it. */
export default async function EditNetwork(props: PageProps) {
  const [frame, network] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayKeepNetworks(ctx.actor))
    return getNetwork(ctx, id)
  })
  const lio = frame.lio.slug
  const at = `/${lio}/networks/${network.id}`
  return (
    <Frame {...frame} title={`Change: ${network.name}`} at="networks">
      <BackLink href={at}>{network.name}</BackLink>
      <h1>Change this network</h1>
      <Form
        action={changeNetworkForm}
        lio={lio}
        values={{ name: network.name, about: network.about }}
        secondary={<Link href={at}>Cancel</Link>}
        id="change"
      >
        <input type="hidden" name="id" value={network.id} />
        <NetworkFields byRequest={network.byRequest} />
      </Form>
      {network.closedAt ? null : (
        <>
          <h2>Close it</h2>
          <p>It can then be read, and nothing more is said in it.</p>
          <Form action={closeNetworkForm} lio={lio} submit="Close this network" kind="danger" id="close">
            <input type="hidden" name="id" value={network.id} />
          </Form>
        </>
      )}
    </Frame>
  )
}
