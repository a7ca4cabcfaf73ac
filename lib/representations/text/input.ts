import { z } from "zod"
import { keys, PAPER_PARTS } from "@/db/vocabulary"
import { wordsSaid } from "../../input"
import { moveShape } from "../../order/input"
import { say } from "../../words"

const text = wordsSaid(say("Enter the text"), 10_000)

/** A heading or a paragraph to add at the end. */
export const addPartInput = z.object({
  representationId: z.uuid(),
  kind: z.enum(keys(PAPER_PARTS), { error: say("Choose a heading or a paragraph") }),
  text,
})
export type AddPart = z.output<typeof addPartInput>

/** New words for one; `seen`: how it stood when they were typed. */
export const changePartInput = z.object({ id: z.uuid(), text, seen: z.string().max(40_000).optional() })
export type ChangePart = z.output<typeof changePartInput>

/** One to move up or down, or to a place. */
export const movePartInput = z.object(moveShape)

/** One to take out. */
export const partIdInput = z.object({ id: z.uuid() })
