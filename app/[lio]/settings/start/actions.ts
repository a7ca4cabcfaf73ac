"use server"

import { submit } from "@/app/_http/submit"
import { acceptStarters } from "@/lib/home/starting/commands"
import { acceptStartersInput } from "@/lib/home/starting/input"
import { sayCount } from "@/lib/words"

/** Takes the ticked words and kinds of membership onto the lists. */
export const acceptStartersForm = submit(
  "acceptStarters",
  acceptStartersInput,
  acceptStarters,
  ({ words, kinds }, { lio }) => ({
    to: `/${lio}/settings/start`,
    banner: {
      text: sayCount(
        words,
        {
          one: "Added {count} word and {kinds}. You can rename or retire any of them.",
          other: "Added {count} words and {kinds}. You can rename or retire any of them.",
        },
        {
          kinds: sayCount(kinds, { one: "{count} kind of membership", other: "{count} kinds of membership" }),
        },
      ),
    },
  }),
)
