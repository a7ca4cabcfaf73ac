import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { Radios, Select } from "@/app/_ui/choices"
import { When } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Pagination } from "@/app/_ui/pagination"
import { SearchBox } from "@/app/_ui/search-box"
import { Tag } from "@/app/_ui/tag"
import { WATCH_LEVELS } from "@/db/vocabulary"
import { pageIn } from "@/lib/input"
import { mayKeepNetworks } from "@/lib/networks/policy"
import { getNetwork, listTopics, TOPICS_A_PAGE } from "@/lib/networks/queries"
import { inWords, say, sayCount } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { joinForm, leaveForm, watchForm } from "../actions"

/** One network: its topics for those inside, its name and purpose for those who may join. */
export default async function Network(props: PageProps) {
  const [frame, { network, topics, total, page, q, keeps, now }] = await visit(
    props,
    async (ctx, query, { id = "" }) => {
      const network = await getNetwork(ctx, id)
      const page = pageIn(query.page)
      const q = typeof query.q === "string" && query.q.trim() ? query.q.trim().slice(0, 200) : undefined
      const { topics, total } = network.inside
        ? await listTopics(ctx, id, { page, q })
        : { topics: [], total: 0 }
      return { network, topics, total, page, q, keeps: mayKeepNetworks(ctx.actor), now: ctx.now }
    },
  )
  const lio = frame.lio.slug
  const at = `/${lio}/networks/${network.id}`
  const outside = frame.actor.groups.filter(
    (group) => ![...network.joined, ...network.asked].some((other) => other.id === group.id),
  )
  const speaks = network.inside && !network.closedAt && (keeps || network.joined.length > 0)
  return (
    <Frame {...frame} title={network.name} at="networks">
      <BackLink href={`/${lio}/networks`}>{say("Networks")}</BackLink>
      <div className="title-row">
        <h1>{network.name}</h1>
        <div className="flex flex-wrap gap-3">
          {speaks ? <ButtonLink href={`${at}/new`}>{say("Begin a topic")}</ButtonLink> : null}
          {keeps ? (
            <ButtonLink href={`${at}/edit`} kind="secondary">
              {say("Change")}
            </ButtonLink>
          ) : null}
        </div>
      </div>
      {network.closedAt ? (
        <p>
          <Tag>{say("Closed")}</Tag> {say("It can be read, and nothing more is said in it.")}
        </p>
      ) : null}
      {network.about ? <p className="lead">{network.about}</p> : null}
      {network.asked.length > 0 ? (
        <p>
          {say("You have asked to join for {asked}. Staff will let you in, or tell you why not.", {
            asked: inWords(network.asked.map((group) => group.name)),
          })}
        </p>
      ) : null}
      {!network.closedAt && outside.length > 0 ? (
        <Form
          action={joinForm}
          lio={lio}
          submit={network.byRequest ? say("Ask to join") : say("Join this network")}
          kind={network.inside ? "secondary" : undefined}
          id="join"
        >
          <input type="hidden" name="networkId" value={network.id} />
          {outside.length === 1 ? (
            <>
              <input type="hidden" name="groupId" value={outside[0]?.id} />
              <p>{say("For {outside}", { outside: outside[0]?.name ?? "" })}</p>
            </>
          ) : (
            <Radios
              name="groupId"
              legend={say("For which group?")}
              options={outside.map((group) => ({ value: group.id, label: group.name }))}
            />
          )}
        </Form>
      ) : null}
      {network.inside ? (
        <>
          <p>
            <a href={`${at}/groups`}>{say("Which groups are in it")}</a>
          </p>
          <h2>{say("Topics")}</h2>
          {total > 0 || q ? (
            <SearchBox action={at} label={say("Search these topics")} value={q} id="topics-q" />
          ) : null}
          {topics.length === 0 ? (
            q ? (
              <EmptyState
                drawing="search"
                title={say("No topic has these words")}
                action={<ButtonLink href={at}>{say("Show all topics")}</ButtonLink>}
              />
            ) : (
              <EmptyState
                drawing="talk"
                title={say("No topics yet")}
                action={
                  speaks ? (
                    <ButtonLink href={`${at}/new`}>{say("Begin the first topic")}</ButtonLink>
                  ) : undefined
                }
              >
                <p>
                  {say(
                    "Ask something, offer something, or tell the others what you see. Every group in the network can reply.",
                  )}
                </p>
              </EmptyState>
            )
          ) : (
            <ul className="mt-4 max-w-4xl list-none border-t border-line p-0">
              {topics.map((topic) => (
                <li key={topic.id} className="border-b border-line py-4">
                  <p className="mb-1 text-lg">
                    <a href={`${at}/topics/${topic.id}`} className={topic.unread ? "font-bold" : ""}>
                      {topic.title}
                    </a>{" "}
                    {topic.unread ? <Tag tone="note">{say("New")}</Tag> : null}{" "}
                    {topic.pinned ? <Tag>{say("Pinned")}</Tag> : null}{" "}
                    {topic.decided ? <Tag tone="good">{say("Decided")}</Tag> : null}{" "}
                    {topic.closed ? <Tag>{say("Closed")}</Tag> : null}
                  </p>
                  <p className="mb-0 text-soft">
                    {topic.author}
                    {topic.group ? `, ${topic.group}` : ""} ·{" "}
                    {topic.posts === 1
                      ? say("No replies yet")
                      : sayCount(topic.posts - 1, { one: "{count} reply", other: "{count} replies" })}{" "}
                    {say("· last post")} <When at={topic.lastPostAt} now={now} />
                  </p>
                </li>
              ))}
            </ul>
          )}
          <Pagination place={{ path: at, query: { q } }} page={page} perPage={TOPICS_A_PAGE} total={total} />
          <Form
            fold={say("Emails about this network")}
            action={watchForm}
            lio={lio}
            values={{ level: network.level }}
            kind="secondary"
            id="watch"
          >
            <input type="hidden" name="networkId" value={network.id} />
            <Radios
              name="level"
              legend={say("Email me")}
              options={Object.entries(WATCH_LEVELS).map(([value, label]) => ({ value, label }))}
            />
          </Form>
          {network.joined.length > 0 ? (
            <Form
              fold={say("Leave this network")}
              action={leaveForm}
              lio={lio}
              submit={say("Leave")}
              kind="danger"
              id="leave"
            >
              <input type="hidden" name="networkId" value={network.id} />
              <Select
                name="groupId"
                label={say("Which group leaves?")}
                empty={null}
                options={network.joined.map((group) => ({ value: group.id, label: group.name }))}
              />
            </Form>
          ) : null}
        </>
      ) : null}
    </Frame>
  )
}
