"use server"

import { submit } from "@/app/_http/submit"
import { declareInterests } from "@/lib/partnerships/declarations/commands"
import { declareInput } from "@/lib/partnerships/declarations/input"
import { writeHandover } from "@/lib/partnerships/handover/commands"
import { handOverInput } from "@/lib/partnerships/seats/input"
import { say } from "@/lib/words"

/** A representative writes down what whoever comes next should know. */
export const handOverForm = submit("handOver", handOverInput, writeHandover, ({ boardId }, { lio }) => ({
  to: `/${lio}/representing/${boardId}`,
  banner: { text: say("Saved. You can add to it any time.") },
}))
/** A representative declares their interests. */
export const declareForm = submit("declare", declareInput, declareInterests, ({ boardId }, { lio }) => ({
  to: `/${lio}/representing/${boardId}`,
  banner: { text: say("Thank you. Your declaration is saved.") },
}))
