"use server"

import { submitOutside } from "@/app/_http/submit"
import { answerInvitation } from "@/lib/groups/roles/invitations/commands"
import { answerInvitationInput } from "@/lib/groups/roles/invitations/input"
import { byInvitationLink } from "@/lib/groups/roles/invitations/queries"

/** Whoever was invited answers, without signing in. */
export const answerInvitationForm = submitOutside(answerInvitationInput, async ({ lio, key, answer }) => {
  await byInvitationLink({ lio, key }, (ctx, invitation) => answerInvitation(ctx, invitation, answer))
  return `/${lio}/invitation?key=${key}`
})
