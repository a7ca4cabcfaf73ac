"use server"

import { submit } from "@/app/_http/submit"
import { acceptStarters } from "@/lib/home/starting/commands"
import { acceptStartersInput } from "@/lib/home/starting/input"
import { plural } from "@/lib/words"

/** Takes the ticked words and kinds of membership onto the lists. */
export const acceptStartersForm = submit(
  "acceptStarters",
  acceptStartersInput,
  acceptStarters,
  ({ words, kinds }, { lio }) => ({
    to: `/${lio}/settings/start`,
    banner: {
      text: `Added ${plural(words, "word")} and ${plural(kinds, "kind of membership", "kinds of membership")}. You can rename or retire any of them.`,
    },
  }),
)
