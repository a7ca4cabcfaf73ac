"use server"

import { submitOutside } from "@/app/_http/submit"
import { joinForm as joinInput } from "@/lib/memberships/requests/input"
import { askToJoinFrom } from "@/lib/memberships/requests/join/commands"

/** Anybody asks for their group to join. */
export const joinForm = submitOutside(joinInput, async ({ lio, ...fields }, { from }) => {
  await askToJoinFrom(lio, fields, from)
  return `/${lio}/join/sent`
})
