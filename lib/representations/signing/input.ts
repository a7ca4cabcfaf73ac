import { z } from "zod"
import { dateMaybe, ticked, wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"

/** Who signed off what a paper says, when, and where the minutes say so. `digest`: the words that they read. */
export const signOffInput = z.object({
  id: z.uuid(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  who: wordsSaid(say("Enter who signed it off: the board, or a name"), 200),
  on: dateMaybe(),
  minute: wordsMaybe(200),
})
export type SignOff = z.output<typeof signOffInput>

/** Whether papers are signed off before they are published, and whether anybody may read the scorecard. */
export const papersInput = z.object({ papersSignedOff: ticked(), scorecardPublic: ticked() })
type Chosen = z.output<typeof papersInput>
export type PapersChosen = Pick<Chosen, "papersSignedOff"> & Partial<Chosen>
