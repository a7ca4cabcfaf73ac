"use server"

import { z } from "zod"
import { submit } from "@/app/_http/submit"
import { chooseOwnPages } from "@/lib/groups/proposals/commands"
import { ownPagesInput } from "@/lib/groups/proposals/input"
import { describeLio, endStaff, inviteStaff } from "@/lib/lios/commands"
import { describeLioInput, inviteStaffInput } from "@/lib/lios/input"

/** Changes what the LIO says of itself. */
export const describeForm = submit("describeLio", describeLioInput, describeLio, (_done, { lio }) => ({
  to: `/${lio}/settings`,
  banner: { text: "Your profile is saved." },
}))
/** Chooses what groups may change themselves. */
export const ownPagesForm = submit("chooseOwnPages", ownPagesInput, chooseOwnPages, (_done, { lio }) => ({
  to: `/${lio}/settings`,
  banner: { text: "Saved. This is what groups may change from now on." },
}))
/** Invites somebody to the staff. */
export const inviteForm = submit("inviteStaff", inviteStaffInput, inviteStaff, (person, { lio }) => ({
  to: `/${lio}/settings/staff`,
  banner: { text: `${person.name} can sign in now. We have written to them.` },
}))
/** Ends somebody's work here. */
export const endStaffForm = submit(
  "endStaff",
  z.object({ personId: z.uuid() }),
  endStaff,
  (_done, { lio }) => ({
    to: `/${lio}/settings/staff`,
    banner: { text: "They are signed out and cannot come in as staff any more." },
  }),
)
