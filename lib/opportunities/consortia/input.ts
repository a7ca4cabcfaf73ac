import { z } from "zod"
import { wordsSaid } from "../../input"
import { say } from "../../words"

const group = { groupId: z.uuid({ error: say("Choose the group") }) }

/** A group forms a consortium for an opportunity. */
export const formInput = z.object({ opportunityId: z.uuid(), ...group })
export type Form = z.output<typeof formInput>

/** A group of a consortium. */
export const ofConsortiumInput = z.object({ id: z.uuid(), ...group })
export type OfConsortium = z.output<typeof ofConsortiumInput>

/** A group answers that it comes in, and who comes for it. */
export const acceptInput = z.object({
  id: z.uuid(),
  ...group,
  personId: z.uuid({ error: say("Choose who comes in") }),
})
export type Accept = z.output<typeof acceptInput>

/** Staff propose a group by its name. */
export const proposeGroupInput = z.object({
  id: z.uuid(),
  name: wordsSaid(say("Enter the name of the group"), 200),
})
export type ProposeGroup = z.output<typeof proposeGroupInput>

/** A consortium, by its id. */
export const consortiumIdInput = z.object({ id: z.uuid() })
