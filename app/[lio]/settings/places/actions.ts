"use server"

import { z } from "zod"
import { submit } from "@/app/_http/submit"
import { resolvePlaces } from "@/lib/groups/places/commands"
import { byNumber, plural } from "@/lib/words"

/** Looks up all wards again. */
export const resolveForm = submit(
  "resolvePlaces",
  z.object({}),
  resolvePlaces,
  ({ groups, moved }, { lio }) => ({
    to: `/${lio}/settings/places`,
    banner: {
      text: `${plural(groups, "group")} looked up: ${moved} ${byNumber(moved, "is", "are")} in another ward than before.`,
    },
  }),
)
