import { z } from "zod"
import { whichGroups } from "../../groups/picker/input"
import { choices, dateMaybe, wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"
import { sumMaybe } from "../input"

const said = {
  what: wordsSaid(say("Enter what the money is for"), 300),
  sum: sumMaybe(),
  neededBy: dateMaybe(),
  termIds: choices(z.uuid()),
}

/** What a group looks for money for. Several groups that look for the same have a search each. */
export const openSearchInput = z.object({ ...whichGroups, ...said })
export type OpenSearch = z.output<typeof openSearchInput>

/** The same said better. */
export const changeSearchInput = z.object({ id: z.uuid(), ...said })
export type ChangeSearch = z.output<typeof changeSearchInput>

/** One search, by its id. */
export const searchIdInput = z.object({ id: z.uuid() })

/** Tells a group of a funder that fits, by email, or leaves it as a task to tell them. */
export const tellInput = z.object({
  searchId: z.uuid(),
  funderId: z.uuid(),
  way: z.enum(["email", "task"], { error: say("Press one of the buttons") }),
  words: wordsMaybe(2000),
  back: z
    .string()
    .regex(/^funding\/[\w/-]+$/)
    .optional(),
})
export type Tell = z.output<typeof tellInput>
