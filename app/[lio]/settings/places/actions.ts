"use server"

import { z } from "zod"
import { submit } from "@/app/_http/submit"
import { resolvePlaces } from "@/lib/groups/places/commands"
import { sayCount } from "@/lib/words"

/** Looks up all wards again. */
export const resolveForm = submit(
  "resolvePlaces",
  z.object({}),
  resolvePlaces,
  ({ groups, moved }, { lio }) => ({
    to: `/${lio}/settings/places`,
    banner: {
      text: sayCount(
        moved,
        {
          one: "{groups} looked up: {count} is in another ward than before.",
          other: "{groups} looked up: {count} are in another ward than before.",
        },
        { groups: sayCount(groups, { one: "{count} group", other: "{count} groups" }) },
      ),
    },
  }),
)
