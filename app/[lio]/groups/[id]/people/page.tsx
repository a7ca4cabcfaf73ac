import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { mayDescribeGroup, mayKeepGroups } from "@/lib/groups/policy"
import { getGroup, getGroupHeader } from "@/lib/groups/queries"
import { listInvitations } from "@/lib/groups/roles/invitations/queries"
import { listRoles } from "@/lib/groups/roles/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { GroupFrame } from "../_parts/group-frame"
import { Invited } from "../_parts/invited"
import { RoleCard } from "../_parts/role-card"

export default async function GroupPeople(props: PageProps) {
  const [frame, { header, mainContactId, roles, invitations, keeps, describes, now }] = await visit(
    props,
    async (ctx, _query, { id = "" }) => ({
      header: await getGroupHeader(ctx, id),
      mainContactId: (await getGroup(ctx, id)).mainContactId,
      roles: await listRoles(ctx, id),
      invitations: mayDescribeGroup(ctx.actor, id) ? await listInvitations(ctx, id) : [],
      keeps: mayKeepGroups(ctx.actor),
      describes: mayDescribeGroup(ctx.actor, id),
      now: ctx.now,
    }),
  )
  const lio = frame.lio.slug
  const at = `/${lio}/groups/${header.id}`
  const held = roles.filter((role) => role.held)
  const past = roles.filter((role) => !role.held)
  const add = <ButtonLink href={`${at}/add-person`}>{say("Add a person")}</ButtonLink>
  const cards = (some: typeof roles, changes: boolean) => (
    <ul className="m-0 grid list-none gap-4 p-0 lg:grid-cols-2">
      {some.map((role) => (
        <RoleCard
          key={role.id}
          lio={lio}
          groupId={header.id}
          role={role}
          contactId={mainContactId}
          changes={changes}
        />
      ))}
    </ul>
  )
  return (
    <Frame {...frame} title={say("{header}: people", { header: header.name })} at="groups">
      <GroupFrame
        lio={lio}
        group={header}
        tab="people"
        keeps={keeps}
        staff={frame.actor.kind === "staff"}
        now={now}
      >
        {held.length === 0 ? (
          <EmptyState drawing="groups" title={say("No people yet")} action={describes ? add : undefined}>
            <p>
              {say(
                "Add the people of this group, and say who is the main contact and who may speak for it here.",
              )}
            </p>
          </EmptyState>
        ) : (
          <>
            {describes ? <p>{add}</p> : null}
            <h2>{say("People now")}</h2>
            {cards(held, describes)}
          </>
        )}
        {invitations.length > 0 ? <Invited lio={lio} groupId={header.id} invitations={invitations} /> : null}
        {past.length > 0 ? (
          <>
            <h2>{say("People before")}</h2>
            {cards(past, false)}
          </>
        ) : null}
      </GroupFrame>
    </Frame>
  )
}
