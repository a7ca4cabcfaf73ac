import { type PageProps, visit } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { formatDate } from "@/app/_ui/date"
import { mayKeepGroups } from "@/lib/groups/policy"
import { getGroupHeader } from "@/lib/groups/queries"
import { lineOf } from "@/lib/membership-status/words"
import { mayAskFor, mayKeepMemberships } from "@/lib/memberships/policy"
import { getMembership } from "@/lib/memberships/queries"
import { listOpenTypes } from "@/lib/memberships/types/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { StateTag } from "../../../memberships/_parts/membership-tag"
import { GroupFrame } from "../_parts/group-frame"
import { Chases } from "./_parts/chases"
import { Keep } from "./_parts/manage"
import { Periods } from "./_parts/periods"
import { AskForGroup } from "./_parts/request"

/** A group's membership: where it stands, what can be done, its periods, and how it was asked to renew. */
export default async function GroupMembership(props: PageProps) {
  const [frame, { group, membership, nexts, types, may, now }] = await visit(
    props,
    async (ctx, _query, { id = "" }) => {
      const group = await getGroupHeader(ctx, id)
      const may = {
        keep: mayKeepMemberships(ctx.actor) && group.stage !== "closed",
        keepGroups: mayKeepGroups(ctx.actor),
        ask: mayAskFor(ctx.actor, id),
      }
      const [membership, types] = await Promise.all([
        getMembership(ctx, id),
        listOpenTypes(ctx, { toJoin: !may.keepGroups }),
      ])
      const { nextAs, ...current } = membership
      const nexts = Object.fromEntries(types.map((type) => [type.id, nextAs(type)]))
      return { group, membership: current, nexts, types, may, now: ctx.now }
    },
  )
  const lio = frame.lio.slug
  const staff = frame.actor.kind === "staff"
  const { standing, waiting } = membership
  return (
    <Frame {...frame} title={say("{group}: membership", { group: group.name })} at="groups">
      <GroupFrame lio={lio} group={group} tab="membership" keeps={may.keepGroups} staff={staff} now={now}>
        <h2>{say("Membership")}</h2>
        {waiting ? (
          <Banner
            kind="note"
            links={
              staff
                ? [{ label: say("See the request"), href: `/${lio}/memberships/requests/${waiting.id}` }]
                : []
            }
          >
            {askedInWords(waiting.kind, staff, {
              day: formatDate(waiting.askedAt),
              type: waiting.typeName,
            })}{" "}
            {staff
              ? say("It waits for an answer.")
              : say("{lio} writes to you as soon as somebody has looked at it.", { lio: frame.lio.name })}
          </Banner>
        ) : null}
        {standing ? (
          <p className="text-lg">
            <StateTag state={standing.state} /> {lineOf(standing).replace(/^[^:]*: /, "")}.
            {standing.cancelledReason ? ` ${standing.cancelledReason}` : ""}
          </p>
        ) : (
          <p>
            {staff
              ? say("{group} has had no membership yet.", { group: group.name })
              : say("{group} has no membership of {lio} yet.", { group: group.name, lio: frame.lio.name })}
          </p>
        )}
        {may.keep && types.length === 0 ? (
          <p>
            {say("There are no kinds of membership yet.")}{" "}
            {frame.actor.level === "manager" ? (
              <a href={`/${lio}/settings/memberships`}>{say("Say what groups can join")}</a>
            ) : (
              say("A manager says in the settings what groups can join.")
            )}
          </p>
        ) : null}
        {may.keep && types.length > 0 ? (
          <Keep lio={lio} group={group} membership={membership} types={types} nexts={nexts} />
        ) : null}
        {may.ask && !waiting ? (
          <AskForGroup lio={lio} group={group} membership={membership} types={types} />
        ) : null}
        {!staff && standing && standing.type.entitlements.length > 0 ? (
          <>
            <h3>{say("What it gives your group")}</h3>
            <ul>
              {standing.type.entitlements.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        ) : null}
        <Periods
          lio={lio}
          groupId={group.id}
          periods={membership.periods}
          standing={standing?.id}
          keeps={may.keep}
          now={now}
        />
        {staff && standing ? (
          <Chases lio={lio} groupId={group.id} chases={membership.chases} keeps={may.keep} now={now} />
        ) : null}
      </GroupFrame>
    </Frame>
  )
}

function askedInWords(kind: string, staff: boolean, of: { day: string; type: string }): string {
  if (kind === "join")
    return staff
      ? say("The group asked on {day} to join: {type}.", of)
      : say("Your group asked on {day} to join: {type}.", of)
  return staff
    ? say("The group asked on {day} to renew: {type}.", of)
    : say("Your group asked on {day} to renew: {type}.", of)
}
