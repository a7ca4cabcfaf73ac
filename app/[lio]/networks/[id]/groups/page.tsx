import { type PageProps, visit } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { mayKeepNetworks, mayReadAllNetworks } from "@/lib/networks/policy"
import { enterNetwork, listNetworkGroups } from "@/lib/networks/queries"
import { inWords, say, sayCount } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { GroupPicker } from "../../../_parts/group-picker"
import { addGroupsForm, letInForm, takeOutForm, turnAwayForm } from "../../actions"

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
    <Frame {...frame} title={say("Groups in {network}", { network: network.name })} at="networks">
      <BackLink href={at}>{network.name}</BackLink>
      <h1>{say("Groups in {network}", { network: network.name })}</h1>
      {keeps && waiting.length > 0 ? (
        <>
          <h2>{say("Waiting to be let in")}</h2>
          <ul className="list-none p-0">
            {waiting.map((group) => (
              <li key={group.id} className="card mb-4 max-w-3xl">
                <h3 className="mt-0 mb-1">
                  <a href={`/${lio}/groups/${group.id}`}>{group.name}</a>
                </h3>
                {group.askedBy ? (
                  <p className="text-soft">{say("{askedBy} asked", { askedBy: group.askedBy })}</p>
                ) : null}
                <Form action={letInForm} lio={lio} submit={say("Let in")} id={`in-${group.id}`}>
                  {both(group.id)}
                </Form>
                <Form
                  fold={say("Do not let it in")}
                  action={turnAwayForm}
                  lio={lio}
                  submit={say("Say no")}
                  kind="secondary"
                  id={`no-${group.id}`}
                >
                  {both(group.id)}
                  <TextArea name="reason" label={say("Why? Who asked will read it.")} rows={3} />
                </Form>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {joined.length === 0 ? (
        <EmptyState drawing="groups" title={say("No groups in it yet")}>
          <p>{say("Groups join by themselves, or staff put them in.")}</p>
        </EmptyState>
      ) : (
        <>
          <p>
            {sayCount(joined.length, {
              one: "{count} group. In a post, @ and the name of a group or a person tells them.",
              other: "{count} groups. In a post, @ and the name of a group or a person tells them.",
            })}
          </p>
          <ul className="max-w-3xl list-none border-t border-line p-0">
            {joined.map((group) => (
              <li
                key={group.id}
                id={group.id}
                className="flex items-center justify-between gap-3 border-b border-line py-2"
              >
                <div className="min-w-0">
                  {staff ? <a href={`/${lio}/groups/${group.id}`}>{group.name}</a> : group.name}
                  <p className="mb-0 text-soft">{inWords(group.people.map((person) => person.name))}</p>
                </div>
                {keeps ? (
                  <Form
                    action={takeOutForm}
                    lio={lio}
                    submit={say("Take out")}
                    kind="plain"
                    className="shrink-0"
                    id={`out-${group.id}`}
                  >
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
          <h2>{say("Put groups in")}</h2>
          <Form action={addGroupsForm} lio={lio} submit={say("Put them in")} kind="secondary" id="add">
            <input type="hidden" name="networkId" value={network.id} />
            <GroupPicker lio={lio} chosen={[]} />
          </Form>
        </>
      ) : null}
    </Frame>
  )
}
