import "server-only"
import { and, asc, eq, gte, isNull } from "drizzle-orm"
import { groups, roleInvitations } from "@/db/schema"
import type { Ctx } from "../../../access/ctx"
import { asLink } from "../../../access/doors"
import { SignedOut } from "../../../errors"
import { say } from "../../../words"
import { INVITED_DAYS } from "./input"

/** From when on an invitation still waits for its answer. */
const since = (ctx: Ctx) => new Date(ctx.now.getTime() - INVITED_DAYS * 86_400_000)

/** The invitations of a group that wait for an answer, with what the lead typed and nothing else. */
export const listInvitations = (ctx: Ctx, groupId: string) =>
  ctx.tx
    .select({
      id: roleInvitations.id,
      name: roleInvitations.name,
      email: roleInvitations.email,
      role: roleInvitations.role,
      title: roleInvitations.title,
      byName: roleInvitations.byName,
      createdAt: roleInvitations.createdAt,
    })
    .from(roleInvitations)
    .where(
      and(
        eq(roleInvitations.groupId, groupId),
        isNull(roleInvitations.answeredAt),
        gte(roleInvitations.createdAt, since(ctx)),
      ),
    )
    .orderBy(asc(roleInvitations.createdAt))

/** One invitation with its group, as the one who was invited may see it. */
async function getInvitation(ctx: Ctx, id: string) {
  const [row] = await ctx.tx
    .select({ invitation: roleInvitations, group: groups.name })
    .from(roleInvitations)
    .innerJoin(groups, and(eq(groups.id, roleInvitations.groupId), isNull(groups.removedAt)))
    .where(eq(roleInvitations.id, id))
  return row ? { ...row.invitation, group: row.group } : null
}
export type Invitation = NonNullable<Awaited<ReturnType<typeof getInvitation>>>

async function groupOfInvitation(tx: Ctx["tx"], id: string) {
  const [row] = await tx
    .select({ groupId: roleInvitations.groupId })
    .from(roleInvitations)
    .where(eq(roleInvitations.id, id))
  return row?.groupId ?? null
}

/**
 * Opens the door for whoever holds the link of an invitation, to that and nothing else. SignedOut when the link is
 * forged or has expired, or the invitation was withdrawn.
 */
export function byInvitationLink<T>(
  { lio, key }: { lio: string; key: string },
  work: (ctx: Ctx, invitation: Invitation) => Promise<T>,
  now?: Date,
): Promise<T> {
  return asLink(
    { lio, purpose: "role", key, groupOf: groupOfInvitation },
    async (ctx, { about }) => {
      const invitation = about ? await getInvitation(ctx, about) : null
      if (!invitation || (invitation.answeredAt && invitation.accepted === null))
        throw new SignedOut(say("This link has expired."))
      return work(ctx, invitation)
    },
    { now },
  )
}
