"use server"

import { submit } from "@/app/_http/submit"
import { judgeStatement } from "@/lib/consultations/statements/commands"
import { judgeInput } from "@/lib/consultations/statements/input"
import { say } from "@/lib/words"
import { addressOf } from "../../_parts/paths"

/** Shows a statement that a group proposed, or turns it down. */
export const judgeForm = submit(
  "judgeStatement",
  judgeInput,
  judgeStatement,
  ({ consultationId, shows }, { lio }) => ({
    to: addressOf(lio, consultationId, "statements"),
    banner: {
      text: shows ? say("All groups can vote on it now.") : say("It won’t be shown. The group can read why."),
    },
  }),
)
