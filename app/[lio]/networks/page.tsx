import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { When } from "@/app/_ui/date"
import { Disclosure } from "@/app/_ui/disclosure"
import { EmptyState } from "@/app/_ui/empty-state"
import { Tag } from "@/app/_ui/tag"
import { mayKeepNetworks } from "@/lib/networks/policy"
import { listNetworks, type NetworkRow } from "@/lib/networks/queries"
import { say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../_parts/frame"

/** The networks of the LIO: one's own, and those one may join. */
export default async function Networks(props: PageProps) {
  const [frame, { networks, keeps, now }] = await visit(props, async (ctx) => ({
    networks: await listNetworks(ctx),
    keeps: mayKeepNetworks(ctx.actor),
    now: ctx.now,
  }))
  const base = `/${frame.lio.slug}/networks`
  const open = networks.filter((network) => !network.closed)
  const inside = open.filter((network) => network.inside)
  const others = open.filter((network) => !network.inside)
  const closed = networks.filter((network) => network.closed)
  const card = (network: NetworkRow, Heading: "h2" | "h3") => (
    <li key={network.id} className="card mb-4 max-w-3xl">
      <Heading className="mt-0 mb-1 text-xl">
        <a href={`${base}/${network.id}`}>{network.name}</a>{" "}
        {network.unread > 0 ? <Tag tone="note">{say("{unread} new", { unread: network.unread })}</Tag> : null}
        {network.waiting ? <Tag tone="wait">{say("You have asked to join")}</Tag> : null}
      </Heading>
      {network.about ? <p className="mb-1">{network.about}</p> : null}
      <p className="mb-0 text-soft">
        {sayCount(network.groups, { one: "{count} group", other: "{count} groups" })}
        {network.inside
          ? `, ${sayCount(network.topics, { one: "{count} topic", other: "{count} topics" })}`
          : ""}
        {network.lastPostAt ? (
          <>. {sayRich("Last post {when}", { when: <When at={network.lastPostAt} now={now} /> })}</>
        ) : null}
      </p>
    </li>
  )
  return (
    <Frame {...frame} title={say("Networks")} at="networks">
      <div className="title-row">
        <h1>{say("Networks")}</h1>
        {keeps ? <ButtonLink href={`${base}/new`}>{say("Open a network")}</ButtonLink> : null}
      </div>
      {networks.length === 0 ? (
        <EmptyState
          drawing="talk"
          title={say("No networks yet")}
          action={
            keeps ? <ButtonLink href={`${base}/new`}>{say("Open the first one")}</ButtonLink> : undefined
          }
        >
          <p>
            {say(
              "Groups that care about the same thing talk here as groups, share what they have, and decide what to say together.",
            )}
          </p>
        </EmptyState>
      ) : null}
      <ul className="list-none p-0">{inside.map((network) => card(network, "h2"))}</ul>
      {others.length > 0 ? (
        <>
          <h2>{inside.length > 0 ? say("Others you can join") : say("Networks you can join")}</h2>
          <ul className="list-none p-0">{others.map((network) => card(network, "h3"))}</ul>
        </>
      ) : null}
      {closed.length > 0 ? (
        <Disclosure summary={say("Closed networks ({closed})", { closed: closed.length })}>
          <ul className="list-none p-0">{closed.map((network) => card(network, "h2"))}</ul>
        </Disclosure>
      ) : null}
    </Frame>
  )
}
