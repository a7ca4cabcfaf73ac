import type { z } from "zod"
import { wordsSaid } from "../../../input"
import { say } from "../../../words"
import { ofConsortiumInput } from "../input"

/** A group is removed, and told why. */
export const removeInput = ofConsortiumInput.extend({ why: wordsSaid(say("Enter why"), 1000) })
export type Remove = z.output<typeof removeInput>
