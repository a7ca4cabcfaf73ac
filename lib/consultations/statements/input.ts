import { z } from "zod"
import { keys, STATEMENT_VOTES } from "@/db/vocabulary"
import { idMaybe, wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"
import { LONGEST_STATEMENT } from "../questions/input"

/** The question of a consultation, and for which group; the group may be left out by people who speak for one only. */
const where = { id: z.uuid(), group: idMaybe(), questionId: z.uuid() }

/** What a group says to one statement. `later`: it comes back another time. */
export const voteInput = z.object({
  ...where,
  statement: z.string().max(40),
  vote: z
    .union([z.literal(""), z.enum(keys(STATEMENT_VOTES))], { error: say("Choose agree, disagree or pass") })
    .nullish()
    .transform((vote) => vote || null),
  button: z.enum(["next", "later"]).default("next"),
})
export type GiveVote = z.output<typeof voteInput>

/** A statement that a group wants to put to the others. */
export const proposeInput = z.object({
  ...where,
  body: wordsSaid(say("Write your statement"), LONGEST_STATEMENT).transform((body) =>
    body.replace(/\s+/g, " "),
  ),
})
export type Propose = z.output<typeof proposeInput>

/** Whether a proposed statement is shown, and why it isn’t. */
export const judgeInput = z
  .object({
    id: z.uuid(),
    verdict: z.enum(["show", "turn-down"], { error: say("Choose whether to show it") }),
    reason: wordsMaybe(300),
  })
  .refine(({ verdict, reason }) => verdict === "show" || reason !== null, {
    path: ["reason"],
    message: say("Say why it isn’t shown. The group that wrote it will read this."),
  })
export type Judge = z.output<typeof judgeInput>
