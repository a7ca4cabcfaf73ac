import Link from "next/link"
import { type PageProps, visit } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { mayKeepNetworks, mayReadAllNetworks } from "@/lib/networks/policy"
import { enterNetwork, listNetworkGroups } from "@/lib/networks/queries"
import { plural } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { GroupPicker } from "../../../_parts/group-picker"
import { addGroupsForm, leaveForm, letInForm } from "../../actions"

/** The groups in a network; staff let in, add and take out. */
export default async function NetworkGroups(props: PageProps) {
  const [frame, { network, joined, waiting, keeps, staff }] = await visit(
    props,
    async (ctx, _query, { id = "" }) => ({
      network: await enterNetwork(ctx, id),
      ...(await listNetworkGroups(ctx, id)),
      keeps: mayKeepNetworks(ctx.actor),
      staff: mayReadAllNetworks(ctx.actor),
    }),
  )
  const lio = frame.lio.slug
  const at = `/${lio}/networks/${network.id}`
  const both = (groupId: string) => (
    <>
      <input type="hidden" name="networkId" value={network.id} />
      <input type="hidden" name="groupId" value={groupId} />
    </>
  )
  return (
    <Frame {...frame} title={`Groups in ${network.name}`} at="networks">
      <BackLink href={at}>{network.name}</BackLink>
      <h1>Groups in {network.name}</h1>
      {keeps && waiting.length > 0 ? (
        <>
          <h2>Waiting to be let in</h2>
          <ul className="list-none p-0">
            {waiting.map((group) => (
              <li key={group.id} className="mb-3 flex flex-wrap items-center gap-3">
                <Link href={`/${lio}/groups/${group.id}`}>{group.name}</Link>
                <Form action={letInForm} lio={lio} submit="Let in" id={`in-${group.id}`}>
                  {both(group.id)}
                </Form>
                <Form
                  action={leaveForm}
                  lio={lio}
                  submit="Not this time"
                  kind="secondary"
                  id={`no-${group.id}`}
                >
                  {both(group.id)}
                </Form>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {joined.length === 0 ? (
        <EmptyState title="No groups in it yet">
          <p>Groups join by themselves, or staff put them in.</p>
        </EmptyState>
      ) : (
        <>
          <p>{plural(joined.length, "group")}</p>
          <ul className="max-w-3xl list-none border-t border-line p-0">
            {joined.map((group) => (
              <li
                key={group.id}
                className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2"
              >
                {staff ? <Link href={`/${lio}/groups/${group.id}`}>{group.name}</Link> : group.name}
                {keeps ? (
                  <Form action={leaveForm} lio={lio} submit="Take out" kind="plain" id={`out-${group.id}`}>
                    {both(group.id)}
                  </Form>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      )}
      {keeps ? (
        <>
          <h2>Put groups in</h2>
          <Form action={addGroupsForm} lio={lio} submit="Put them in" kind="secondary" id="add">
            <input type="hidden" name="networkId" value={network.id} />
            <GroupPicker lio={lio} chosen={[]} />
          </Form>
        </>
      ) : null}
    </Frame>
  )
}
