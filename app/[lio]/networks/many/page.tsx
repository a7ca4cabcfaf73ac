import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { Radios, Select } from "@/app/_ui/choices"
import { EmptyState } from "@/app/_ui/empty-state"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayKeepNetworks } from "@/lib/networks/policy"
import { listNetworks } from "@/lib/networks/queries"
import { say, sayCount } from "@/lib/words"
import { ChosenGroups, listOf, readChosen } from "../../_parts/chosen-groups"
import { Frame } from "../../_parts/frame"
import { addGroupsForm } from "../actions"

const FEW = 7

/** Puts the groups that were ticked in the list into a network. */
export default async function NetworkForMany(props: PageProps) {
  const [frame, { chosen, networks }] = await visit(props, async (ctx, query) => {
    ensure(mayKeepNetworks(ctx.actor), say("Only workers and managers can add groups to a network."))
    const [chosen, networks] = await Promise.all([readChosen(ctx, query), listNetworks(ctx)])
    return { chosen, networks: networks.filter(({ closed }) => !closed) }
  })
  const lio = frame.lio.slug
  const list = listOf(lio, chosen)
  const title = sayCount(chosen.groups.length, {
    one: "Add {count} group to a network",
    other: "Add {count} groups to a network",
  })
  const options = networks.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Frame {...frame} title={title} at="groups">
      <BackLink href={list}>{say("Back to the list")}</BackLink>
      <h1>{title}</h1>
      {networks.length === 0 ? (
        <EmptyState
          drawing="talk"
          title={say("There are no open networks")}
          action={<ButtonLink href={`/${lio}/networks/new`}>{say("Open a network")}</ButtonLink>}
        >
          {say("Networks bring together the groups that work on the same thing.")}
        </EmptyState>
      ) : (
        <Form
          action={addGroupsForm}
          lio={lio}
          submit={sayCount(chosen.groups.length, { one: "Add {count} group", other: "Add {count} groups" })}
          values={{ networkId: options[0]?.value }}
          secondary={<a href={list}>{say("Cancel")}</a>}
        >
          {options.length > FEW ? (
            <Select name="networkId" label={say("Which network?")} options={options} />
          ) : (
            <Radios name="networkId" legend={say("Which network?")} options={options} />
          )}
          <p className="hint">
            {say("People who speak for these groups are told by email. A group that’s in already stays in.")}
          </p>
          <ChosenGroups lio={lio} chosen={chosen} />
        </Form>
      )}
    </Frame>
  )
}
