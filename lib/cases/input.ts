import { z } from "zod"
import { CASE_OUTCOMES, keys } from "@/db/vocabulary"
import { whichGroups } from "../groups/picker/input"
import { choices, dateMaybe, ticked, wordsMaybe, wordsSaid } from "../input"
import { say } from "../words"

const fields = {
  ...whichGroups,
  title: wordsSaid(say("Enter what the case is about"), 200),
  aim: wordsMaybe(4_000),
  /** The staff who work on it. */
  personIds: choices(z.uuid()),
  /** For the people who work on it alone. */
  confidential: ticked(),
}

/** A case as it is opened: with whom, what for, who works on it. `openedOn` null is today. */
export const openCaseInput = z.object({ ...fields, openedOn: dateMaybe() })
export type OpenCase = z.output<typeof openCaseInput>

/** A case, said otherwise; `seen` is when it had last been changed as the page was opened, "" for never. */
export const changeCaseInput = z.object({ ...fields, id: z.uuid(), seen: z.string().max(40).default("") })
export type ChangeCase = z.output<typeof changeCaseInput>

/** How a case ended. `closedOn` null is today. */
export const closeCaseInput = z.object({
  id: z.uuid(),
  closedOn: dateMaybe(),
  outcome: z.enum(keys(CASE_OUTCOMES), { error: say("Choose how it ended") }),
  ending: wordsMaybe(4_000),
})
export type CloseCase = z.output<typeof closeCaseInput>

/** A case by its id. */
export const caseIdInput = z.object({ id: z.uuid() })

/** Somebody who is let into a confidential case by a manager, and why. */
export const letInInput = z.object({
  id: z.uuid(),
  personId: z.uuid({ error: say("Choose who to let in") }),
  reason: wordsSaid(say("Enter why, for the people who work on it"), 500),
})
export type LetIn = z.output<typeof letInInput>
